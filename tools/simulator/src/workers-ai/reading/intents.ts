import { foldText } from "./fold-text.ts";

export interface Intents {
	/** Orders to the model, and wishes for private numbers. */
	manipulation: boolean;
	farewell: boolean;
	thanks: boolean;
	greeting: boolean;
	message: boolean;
	human: boolean;
	anybody: boolean;
	connect: boolean;
	question: boolean;
	/** "A question about …", "a problem with …". */
	matter: boolean;
	department: boolean;
	complaint: boolean;
	yes: boolean;
	no: boolean;
	again: boolean;
	ordinal: number | null;
	asksOwnName: boolean;
}

const manipulation =
	/\b(?:ignore|disregard|forget|ignorez?) (?:all |your )*(?:previous )*(?:instructions?|rules?)\b|\b(?:system prompt|your instructions|you are now|pretend|debug mode)\b/;
const numberWanted =
	/\bnumbers?\b.*\bforward\w*|\bforward\w*\b.*\b(?:numbers?|mobile)\b|\b(?:private|cell|mobile) (?:phone )?numbers?\b|\b(?:what|whats|tell|give)\b.*\b\w+s (?:\w+ )?(?:phone )?number\b/;
const dial = /\b(?:dial|call|connect|llama\w*|wahle?n?)\b/;

const smallTalk = /\b(?:how are you(?: doing)?(?: today)?|can you hear me)\b/g;

const patterns = {
	farewell:
		/\b(?:bye|goodbye|hang up|thats all|thats it|no thanks?|no thank you|never ?mind|ill call back|wrong number|im (?:done|good)|adios|eso es todo|au revoir|tschuss|auf wiedersehen|das ist alles)\b/,
	thanks: /\b(?:thanks|thank you|gracias|merci|danke|grazie|obrigad[oa])\b/,
	greeting:
		/^(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|hola|buen[oa]s dias|bonjour|hallo|guten tag|buongiorno|bom dia)\b/,
	message:
		/\b(?:voice ?mails?|leave (?:\w+ ){0,3}messages?|leave (?:\w+ ){0,4}note|let (?!me)(?:\w+ ){1,2}know|tell (?!me)(?:\w+ ){1,3}(?:that|i)|have (?:\w+ ){1,3}call me|dejar un mensaje|laisser un message|nachricht)\b/,
	human:
		/\b(?:operator|human|real person|a person|people|somebody|someone|representative|agent|receptionist|front desk|una persona|recepcion|quelquun|jemand\w*)\b/,
	anybody: /\b(?:anyone|anybody|whoever)\b(?! (?:but|except))/,
	connect:
		/\b(?:talk|speak|connect|transfer|put me|reach|get me|give me|looking for|want|need|like|ring|could i|can i|is \w+ (?:there|in|available|around)|please|quiero|quisiera|necesito|comunicar\w*|pas[ea]me|por favor|voudrais|veux|sil vous plait|verbinden|mochte|bitte|zu|voglio|parlare|quero|falar)\b/,
	question:
		/^(?:hello )*(?:what|whats|when|where|wheres|how|who|which|why|do|does|did|is|are|can|could|would|will|have|any|wann)\b|\b(?:tell me (?:your|about)|question about|wondering|vos horaires)\b/,
	matter:
		/\b(?:(?:can|could) (?:you|somebody) (?:please )?\w+ (?:my|me|last)|(?:wheres|where is|when will) my|(?:question|problem|calling) (?:about|regarding|with)|pregunta\w* sobre|question sur|frage zu\w*)\b/,
	department: /\b(?:department|team|service des)\b/,
	complaint: /\b(?:complain|complaint|unacceptable|ridiculous|terrible|furious|angry|sue)\b/,
	yes: /^(?:yes|yeah|ok|okay|thats (?:right|it)|si|oui|ja)\b/,
	no: /^(?:no|nah|wrong|non|nein)\b/,
	again: /\b(?:again|one more time)\b/,
	asksOwnName: /\b(?:(?:whats|what is|remember) my name|who am i|como me llamo)\b/,
} as const;

const ordinals = [/\bfirst\b/, /\b(?:second|2nd|other one|segund[oa])\b/, /\bthird\b/];

export function readIntents(words: string): Intents {
	const folded = foldText(words).replace(smallTalk, " ").replace(/\s+/g, " ").trim();
	const has = (name: keyof typeof patterns) => patterns[name].test(folded);
	const digits =
		/(?:\d[ ]?){7,}/.test(folded) ||
		/(?:\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b ?){6,}/.test(folded);
	const ordinal = ordinals.findIndex((pattern) => pattern.test(folded));
	return {
		manipulation: manipulation.test(folded) || numberWanted.test(folded) || (digits && dial.test(folded)),
		farewell: has("farewell"),
		thanks: has("thanks"),
		greeting: has("greeting"),
		message: has("message"),
		human: has("human"),
		anybody: has("anybody"),
		connect: has("connect"),
		question: has("question") || /[?¿]/.test(words),
		matter: has("matter"),
		department: has("department"),
		complaint: has("complaint"),
		yes: has("yes"),
		no: has("no"),
		again: has("again"),
		ordinal: ordinal < 0 ? null : ordinal,
		asksOwnName: has("asksOwnName"),
	};
}
