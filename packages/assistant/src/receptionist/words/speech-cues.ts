import { foldWords } from "@cloudpbx/domain/directory/split-words";
import { isWaiting, refusesMessage, wishesMessage } from "./message-wish.ts";

/** Words that matter whatever the directory, in four languages. */
export interface SpeechCues {
	isYes: boolean;
	isNo: boolean;
	isClosing: boolean;
	/** "operator", "a human". */
	asksForPerson: boolean;
	/** Anybody will do. */
	takesAnybody: boolean;
	asksAgain: boolean;
	/** A voicemail, a note, "tell Jane I called". */
	asksForVoicemail: boolean;
	/** Waits on the line or at the door, or wants to leave no message. */
	wantsNoMessage: boolean;
	/** Wants a number or an address instead of a call. */
	asksForDetails: boolean;
	/** Index in the list just offered: "the second one". */
	ordinal: number | null;
}

const yes = pattern(
	`yes|yeah|yep|yup|correct|right|exactly|sure|ok(?:ay)?|please do|go ahead|thats (?:right|it|her|him|the one)|si|claro|correcto|exacto|oui|daccord|exactement|ja|genau|richtig|gerne`,
);
const no = pattern("no|nope|nah|not (?:that|really)|wrong|non|nein|ne");
const closing = pattern(
	`bye|goodbye|good bye|thanks|thank you|thats all|that is all|thats it|that will be all|thatll be all|nothing(?: else| more)?|im (?:done|good|all set)|all set|
	never ?mind|forget it|have a (?:good|nice|great)|hang up|wrong number|see you|adios|chao|hasta luego|gracias|nada mas|eso es todo|
	au revoir|merci|cest tout|rien|bonne journee|tschuss|auf wiederhoren|danke|das wars|das ist alles|nichts`,
);
const person = pattern(
	`operator|human|(?:real|live|actual) (?:person|people|human)|a person|somebody|someone|representative|agent|receptionist|front desk|
	reception|talk to (?:people|a man|a woman)|operador|operadora|recepcion|recepcionista|una persona|alguien|un humano|agente|
	standard|standardiste|quelquun|une personne|un humain|accueil|zentrale|jemand(?:en|em)?|ein(?:en)? menschen?|(?:einem )?mitarbeiter|empfang`,
);
const anybody = pattern(
	`anyone|anybody|whoever|any person|any one|any (?:extension|agent|operator)|doesnt matter|does not matter|dont care|first available|next available|
	cualquiera|da igual|no importa|nimporte qui|peu importe|egal|irgendwer|irgendjemand(?:en|em)?`,
);
const again = pattern(
	`again|retry|once more|another try|one more time|keep trying|otra vez|de nuevo|nuevamente|encore|nochmal|noch einmal|erneut`,
);
const details = pattern(
	`(?:cell|mobile|private|personal|home|direct|forwarding|phone|telephone|real) (?:phone )?(?:number|address)|numbers? (?:do|does|is|are) .*forward\\w*|
	numero (?:personal|privado|movil|celular|de telefono|prive|de portable)|handynummer|privatnummer|private nummer`,
);
const ordinals: readonly RegExp[] = [
	pattern("first|former|1st|primer[oa]?|premiere?|ersten?|erste[rs]?"),
	pattern("second|latter|2nd|other one|segund[oa]|deuxieme|seconde?|zweiten?|zweite[rs]?"),
	pattern("third|3rd|tercer[oa]?|troisieme|dritten?|dritte[rs]?"),
];

export function readSpeechCues(utterance: string): SpeechCues {
	const words = foldWords(utterance).join(" ");
	const ordinal = ordinals.findIndex((one) => one.test(words));
	return {
		isYes: yes.test(words),
		isNo: no.test(words),
		isClosing: closing.test(words),
		asksForPerson: person.test(words),
		takesAnybody: anybody.test(words) && !/\bany(?:one|body) (?:but|except)\b/.test(words),
		asksAgain: again.test(words),
		asksForVoicemail: wishesMessage(words),
		wantsNoMessage: isWaiting(words) || refusesMessage(words),
		asksForDetails: details.test(words),
		ordinal: ordinal < 0 ? null : ordinal,
	};
}

function pattern(alternatives: string): RegExp {
	return new RegExp(`\\b(?:${alternatives.replace(/\|\s+/g, "|")})\\b`);
}
