import { dropOwnWords, mayQuote } from "@cloudpbx/domain/opt-out/drop-own-words";
import { hourMilliseconds } from "@cloudpbx/domain/time-units";

export interface TimedText {
	by: "contact" | "company";
	text: string;
	at: number;
}

/** No person reads a text and types another one in this time. */
const reflexMilliseconds = 5000;
/** Minimum share of common words between two texts that differ only in changing parts. */
const overlapMin = 0.85;
const overlapWordsMin = 7;
/** Maximum answers per hour to texts of one shape. More come from a machine, or the answers do not help. */
const sameAnswersMax = 3;
const statementAnswersMax = 2;
/** Maximum answers to texts that call themselves automatic or arrive within the reflex time. */
const machineAnswersMax = 1;

const automatic =
	/(?<![\p{L}\p{N}])(?:auto(?:matic(?:ally)?|mated)?[- ]?(?:reply|replies|response|respond(?:er|ing)?|answer|message|generated)|(?:do|please do) not (?:reply|respond)|don['’]?t reply|no[- ]?reply|not monitored|unmonitored|out of (?:the )?office|on (?:vacation|annual leave|holiday) (?:until|till|from)|(?:ticket|case|request|reference|confirmation|tracking|order) ?(?:id|number|no\.?|nr\.?|#)? ?[#:]? ?(?:[a-z]{0,4}[- ]?)?\d{2,}[\w-]* ?(?:has been |was |is )?(?:received|created|opened|updated|closed|registered|logged)|(?:we|i)(?: have|['’]ve)? received your (?:message|text|request|email|inquiry|enquiry)|your (?:message|request|inquiry|ticket|text)(?: \S+){0,3} (?:has been|was|is) (?:received|created|queued|logged|registered)|thank(?:s| you) for (?:contacting|texting|messaging|reaching out)|you are (?:number )?\d+ in (?:the )?(?:queue|line)|reply (?:stop|help|yes|\d) to|this (?:number|inbox|mailbox|line) (?:is not|isn['’]t|does not)|currently (?:driving|unavailable)|i['’]?m driving|can['’]?t talk right now|respuesta autom[aá]tica|mensaje autom[aá]tico|no (?:responda|responder|conteste)|fuera de (?:la )?oficina|hemos recibido (?:su|tu)|gracias por (?:contactar|escribir|comunicarse|su mensaje)|su (?:solicitud|mensaje|ticket)(?: \S+){0,3} (?:ha sido|fue)|r[eé]ponse automatique|message automatique|ne pas r[eé]pondre|absent du bureau|nous avons (?:bien )?re[cç]u votre|merci de (?:nous avoir contact[eé]s?|ne pas r[eé]pondre)|votre (?:demande|message|ticket)(?: \S+){0,3} a (?:bien )?[eé]t[eé]|automatische (?:antwort|nachricht)|nicht (?:auf diese nachricht )?antworten|nicht im b[uü]ro|abwesenheits\w*|wir haben ihre (?:nachricht|anfrage)|vielen dank f[uü]r ihre (?:nachricht|anfrage)|ihre (?:anfrage|nachricht)(?: \S+){0,3} (?:wurde|ist)|risposta automatica|messaggio automatico|non rispondere|fuori (?:ufficio|sede)|abbiamo ricevuto (?:il|la) (?:suo|sua|tuo|tua)|grazie per (?:averci contattato|il (?:suo|tuo) messaggio)|resposta autom[aá]tica|mensagem autom[aá]tica|n[aã]o responda|fora do escrit[oó]rio|recebemos (?:sua|seu)|obrigad[oa] p(?:or|elo) (?:entrar em contato|seu contato|sua mensagem))(?![\p{L}])/iu;
const question =
	/[?¿？]|^(?:what|when|where|who|whom|whose|why|how|which|can|could|do|does|did|is|are|will|would|should|may|have|has|qu[eé]|cu[aá]ndo|d[oó]nde|qui[eé]n|c[oó]mo|cu[aá]nto|cu[aá]l|puede|tienen|quand|o[uù]|qui|comment|combien|quel(?:le)?s?|est-ce|pouvez|avez|wann|wo|wer|wie|was|welche[rs]?|k[oö]nnen|haben|gibt|quando|dove|chi|come|quanto|quale|potete|avete|onde|quem|como|quanto|qual|voc[eê]s?)(?![\p{L}])/iu;
const dates =
	/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|today|tomorrow|am|pm|utc|gmt|lunes|martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|marz|juni|juli|oktober|dezember|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|segunda|terca|quarta|quinta|sexta|janeiro|fevereiro|maio|junho|julho|setembro|outubro|dezembro)$/;
const changing = "#";

/** Whether the newest text repeats earlier ones too often within the hour. `talk`: both sides, oldest first. */
export function repeatsItself(talk: readonly TimedText[], now: Date): boolean {
	const recent = withoutQuotations(talk.filter(({ at }) => now.getTime() - at < hourMilliseconds));
	const texts = recent.filter(({ by }) => by === "contact");
	const newest = texts.at(-1);
	if (newest === undefined) return false;
	const earlier = texts.slice(0, -1);
	const isAutomatic = automatic.test(newest.text);
	if (isAutomatic && earlier.filter(({ text }) => automatic.test(text)).length >= machineAnswersMax)
		return true;
	const isByReflex = comesByReflex(recent, newest);
	const isQuestion = question.test(newest.text.trim());
	// "On Monday?" and "on Tuesday?" are two questions.
	const alike = earlier.filter(({ text }) => isAlike(text, newest.text, !isQuestion));
	if (isQuestion) return (isByReflex ? alike.length : countLast(earlier, newest)) >= sameAnswersMax;
	if (alike.some(({ text }) => normal(text) !== normal(newest.text))) {
		const max = isByReflex ? machineAnswersMax : statementAnswersMax;
		return alike.length >= max;
	}
	return countLast(earlier, newest) >= sameAnswersMax;
}

/** Removes our words that the contact quotes, and reactions that a telephone reports. */
function withoutQuotations(talk: readonly TimedText[]): TimedText[] {
	const ours = talk.filter(({ by }) => by === "company").map(({ text }) => text);
	return talk.flatMap((one) => {
		if (one.by === "company" || !mayQuote(one.text)) return [one];
		const { words, isReaction } = dropOwnWords(one.text, ours);
		return isReaction ? [] : [{ ...one, text: words }];
	});
}

function countLast(earlier: readonly TimedText[], newest: TimedText): number {
	const other = earlier.findLastIndex(({ text }) => normal(text) !== normal(newest.text));
	return earlier.length - 1 - other;
}

function comesByReflex(recent: readonly TimedText[], newest: TimedText): boolean {
	const place = recent.lastIndexOf(newest);
	const ours = recent.slice(0, place).findLast(({ by }) => by === "company");
	return ours !== undefined && newest.at - ours.at <= reflexMilliseconds;
}

/** Equal apart from numbers, ids, dates and single words such as names. */
function isAlike(one: string, other: string, datesChange: boolean): boolean {
	const [a, b] = [shapeOf(one, datesChange), shapeOf(other, datesChange)];
	if (a.length === 0 || b.length === 0) return normal(one) === normal(other);
	if (a.join(" ") === b.join(" ")) return true;
	if (!datesChange || Math.min(a.length, b.length) < overlapWordsMin) return false;
	const rest = [...b];
	let shared = 0;
	for (const word of a) {
		const at = rest.indexOf(word);
		if (at < 0) continue;
		rest.splice(at, 1);
		shared++;
	}
	return (2 * shared) / (a.length + b.length) >= overlapMin;
}

function shapeOf(text: string, datesChange: boolean): string[] {
	const words = text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu);
	return (words ?? [])
		.map((word) => (/\p{N}/u.test(word) || (datesChange && dates.test(word)) ? changing : word))
		.filter((word, at, all) => word !== changing || all[at - 1] !== changing);
}

function normal(text: string): string {
	return text.toLowerCase().replace(/\s+/g, " ").trim();
}
