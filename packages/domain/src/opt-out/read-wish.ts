import { isHarmless } from "./is-harmless.ts";
import { isReaction, isRevocation } from "./is-revocation.ts";
import { fold } from "./wording/split-clauses.ts";

/**
 * The rules' reading of a text as an opt-out.
 * - `opt_out`: it is one.
 * - `doubtful`: a part sounds like one, the rest is not understood.
 * - `open`: the rules know nothing; a model may.
 * - `innocent`: a plain question, an order, thanks. No model overrules that.
 */
export type TextsWish = "opt_out" | "doubtful" | "open" | "innocent";

const ranks: readonly TextsWish[] = ["innocent", "open", "doubtful", "opt_out"];

/** Reads a sender's texts; the one most like an opt-out decides. */
export function readWish(texts: readonly string[]): TextsWish {
	const read = texts.filter((text) => text.trim() !== "").map(readOne);
	return ranks[Math.max(0, ...read.map((wish) => ranks.indexOf(wish)))] ?? "open";
}

function readOne(text: string): TextsWish {
	if (isRevocation(text)) return "opt_out";
	if (isReaction(text) || isHarmless(text)) return "innocent";
	const words = plain(text);
	if (hints.some((hint) => hint.test(words)) || hintsAsWritten.test(text)) return "doubtful";
	if (isThanks(words)) return "innocent";
	const isPlain = isQuestion(text, words) || business.test(words) || item.test(words);
	return isPlain && !aboutTexts.test(words) ? "innocent" : "open";
}

function plain(text: string): string {
	return fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

const us =
	"(?:texts?|texting|messages?|messaging|msgs?|sms|txts?|promos?|promotions?|ads|offers|spam|solicitation\\w*|marketing|notifications?|newsletters?)";

const hints: readonly RegExp[] = [
	// A word of refusal near a word for texts, either way round.
	`\\b(?:stop|quit|cease|enough|no more|not want|dont want|dont need|dont like|hate|sick of|tired of|unwanted|annoying|rather not|prefer not|no interest|not interested|fed up|too many|without|against)\\b(?: \\w+){0,5} ${us}\\b`,
	`\\b${us}\\b(?: \\w+){0,6} (?:stop|quit|end|cease|enough|dont want|dont need|please dont|annoying|unwanted|unsolicited|ridiculous|too much|too many|driving me|bother\\w*|wak\\w+ )`,
	"\\b(?:unsub\\w*|opt ?(?:me )?out|opting out|optout|dont (?:text|message|contact|bother)|do not (?:text|message|contact|bother)|never (?:text|message|contact))\\b",
	"\\b(?:off|from|out of) (?:of )?(?:the|your|ur|this|that|any|all|every) (?:\\w+ ){0,2}(?:lists?|database|contacts|system)\\b",
	"\\b(?:remove|delete|erase|forget|lose) (?:me|us|my (?:number|name|info\\w*|contact|details|phone|data)|this number)\\b",
	"\\b(?:leave|let) (?:me|us) (?:\\w+ )?(?:alone|be)\\b|\\bgo away(?! for)\\b|\\bhow did you get (?:my|this)\\b",
	"\\b(?:(?:your|this is|all this|more|you are|youre|stop) (?:\\w+ )?spam\\w*|spamming|harass\\w*|unsolicited|soliciting)\\b|\\b(?:texted|messaged|contacted) me \\w+ times\\b",
	"\\b(?:fcc|ftc|tcpa|can spam|gdpr|ccpa|do not call|dont call list|dnc)\\b|\\b(?:sue|suing|lawsuit|attorney|lawyer|legal action|report you|reporting you)\\b.*\\b(?:texts?|texting|messages?|messaging|contact\\w*|number|again)\\b",
	"\\b(?:block|blocked|blocking) (?:you|this|your|the number|number)\\b|\\b(?:no|not|never|dont|without|revok\\w+|withdr\\w+|rescind\\w*) (?:\\w+ ){0,5}(?:consent|permission|authorization)\\b",
	`\\bwho (?:is|are|r) (?:this|you)\\b.*\\b(?:stop|dont|not)\\b|\\bwhy (?:are|r|do) (?:you|u) (?:\\w+ )?(?:texting|text|messaging|message|contacting|contact)\\b`,
	"\\b(?:never|didnt|did not) (?:\\w+ )?(?:give you|gave you|(?:sign up|signed up|subscribe\\w*|ask|asked|agree\\w*|consent\\w*)(?: for| to)? (?:this|these|that|your|any|be|get|receive|get))\\b",
	"\\b(?:desuscrib\\w*|darme de baja|dar de baja|no me (?:escrib|mand|envi|contact|molest)\\w*|(?:mi|de su|de la) (?:lista|base de datos)|no (?:quiero|deseo) (?:\\w+ ){0,3}(?:mensajes?|textos?))\\b",
	"\\b(?:desabonn\\w*|desinscri\\w*|ne m ?(?:ecri|envoy|contact)\\w*|plus (?:de|recevoir) (?:\\w+ ){0,2}(?:messages?|sms|textos?)|votre liste)\\b",
	"\\b(?:abmelden|abbestellen|keine (?:nachrichten|sms|werbung)|verteiler|einwilligung|in ruhe)\\b",
	"\\b(?:descadastr\\w*|nao (?:me (?:mand|envi|escrev)\\w*|quero (?:\\w+ ){0,3}(?:mensagen\\w*|sms|textos?))|disiscriv\\w*|cancellami|non (?:(?:scriv|mand|invi)\\w*|voglio (?:\\w+ ){0,3}(?:messagg\\w*|sms)))\\b",
].map((hint) => new RegExp(hint, "u"));

const hintsAsWritten =
	/别再|別再|退订|退訂|やめて|送るな|그만|거부|хватит|прекрат|отпис|الاشتراك|भेज.{0,6}(?:मत|बंद)|मत भेज|🛑|🖕/u;

const aboutTexts =
	/\b(?:texts?|texting|texted|messages?|messaging|msgs?|sms|txts?|contact\w*|lists?|subscri\w*|spam\w*|alone|consent|permission|stop (?:it|this|that|these|with|now)|enough|numbers?|phone|again|anymore|forever|ever|me out|off)\b|\b(?:mensajes?|textos?|lista|nachrichten?|liste|messaggi|mensagens|numero|nummer)\b/;

const askingElsewhere =
	/几点|幾點|吗|嗎|什么|什麼|哪里|哪裡|多少|何時|いつ|どこ|いくら|ですか|ますか|몇 ?시|까요|나요|언제|어디|얼마|когда|сколько|где |во сколько|متى|كم |أين|कब|कहाँ|कितन|mấy giờ|bao nhiêu|ở đâu|khi nào|anong oras|magkano|saan |kailan /iu;
const asking =
	/^(?:(?:hi|hey|hello|hola|bonjour|hallo|and|so|ok|um|quick question|question|excuse me|sorry|good (?:morning|afternoon|evening)) )*(?:what|whats|when|where|wheres|how|who|which|is|are|do|does|did|can|could|may|will|would|have|has|any|que|cual|cuando|donde|como|cuanto|cuantos|a que|hay|tienen|puedo|quel|quelle|quand|ou|comment|combien|est ce|avez|was|wann|wo|wie|haben|gibt|kann|sind|quando|onde|quanto|dove|a che)\b/;

function isQuestion(text: string, words: string): boolean {
	return (
		asking.test(words) ||
		askingElsewhere.test(text) ||
		(/[?？¿]\s*$/.test(text) && /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}\s]*$/u.test(text))
	);
}

const business =
	/\b(?:appointments?|order(?:s|ed|ing)?|booking|reservation|reschedule|schedule|deliver\w*|pick ?up|invoice|refund|quote|estimate|price|table for|menu|size|cita|pedido|reserva|factura|rendez ?vous|commande|termin|bestellung|rechnung|consulta|appuntamento|ordine)\b/;

/** A thing to change, "remove the onions"; not "remove me". */
const item =
	/\b(?:remove|cancel|delete|drop|scratch|add|hold|change|move|swap|replace|bring|return|take) (?:off )?(?:the|a|an|one|two|both|extra|item|order|\d+|my(?! (?:name|number|info|contact|details|data|phone|cell)))\b|^(?:no|without|extra|quite|sin|sans|ohne|sem|senza) (?:the |la |el |los |las )?\w+(?: please| por favor| svp| bitte)?$/;

const thanksWords = new Set(
	"thanks thank thx ty tysm you u so very much a lot lots ok okay k kk great perfect good cool awesome nice sounds got it yes yep yeah yup sure will do see then there soon tomorrow bye hi hello hey morning afternoon evening night gracias muchas si vale ok merci beaucoup oui danke vielen dank ja gut obrigado obrigada grazie mille sim appreciate for the your help welcome no problem np haha lol".split(
		" ",
	),
);

function isThanks(words: string): boolean {
	return words !== "" && words.split(" ").every((word) => thanksWords.has(word));
}
