import { isCommonWord } from "@cloudpbx/domain/directory/common-words";
import { splitWords } from "@cloudpbx/domain/directory/split-words";
import { isFirstName } from "./first-names.ts";

const naming =
	/\b(?:my name is|my names|my name's|the name is|the names|me llamo|mi nombre es|je m['’]?appelle|mon nom est|ich hei(?:ß|ss)e|mein name ist|mi chiamo|il mio nome è|meu nome é|o meu nome é|me chamo|eu me chamo)\s+((?:\p{L}[\p{L}'’-]*)(?:\s+\p{L}[\p{L}'’-]*)?)/giu;
/** Only a known first name counts after it ("this is urgent"). */
const introducing =
	/\b(?:this is|it['’]?s|i am|i['’]?m|soy|habla|je suis|c['’]est|ich bin|hier (?:ist|spricht)|sono|sou|aqui é|quem fala é)\s+((?:\p{L}[\p{L}'’-]*)(?:\s+\p{L}[\p{L}'’-]*)?)/giu;
const signing =
	/(?:^|[.,!?]\s*)(\p{L}[\p{L}'’-]*(?:\s+\p{L}[\p{L}'’-]*)?)\s+(?:speaking|here|al habla|à l['’]appareil|am apparat)\b/giu;
const noNames = new Set(
	`urgent upset angry calling regarding concerning about returning mad sick tired late lost happy unhappy sorry confused furious
	customer client patient tenant owner vendor supplier driver delivery police bank insurance hospital clinic office law firm school
	plumbing electric services service company group inc llc ltd systems solutions dental medical pharmacy church hotel store shop
	trouble ridiculous important regards follow following wondering trying locked broken interested looking dying bleeding alone
	nobody private confidential personal test testing complicated difficult crazy insane unacceptable`.split(
		/\s+/,
	),
);
const greeting =
	/^\s*(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome|thank you|thanks|¡?hola|buenos días|buenas tardes|bonjour|bonsoir|hallo|guten (?:tag|morgen|abend)|ciao|buongiorno|olá|bom dia|boa tarde)(?:,)?\s+(?:there\s*)?((?:(?:dr|mr|mrs|ms|miss|doctor|señor|señora|monsieur|madame|herr|frau)\.?\s+)?\p{L}[\p{L}'’-]*(?:\s+\p{L}[\p{L}'’-]*){0,3}?)\s*([!.,?¡;:])/iu;
const noGreeted = new Set("there and to for from everyone sir madam again you a todos".split(" "));

/** Finds the words, folded, that are surely the caller's own name. */
export function listOwnNames(words: string): ReadonlySet<string> {
	const names = new Set<string>();
	const add = (said: string, isSure: boolean) => {
		if (/['’]s\b|s['’]/.test(said)) return;
		const parts = splitWords(said).map(({ text }) => text);
		const [first = ""] = parts;
		if (!isPlain(first) || (!isSure && !isFirstName(first))) return;
		names.add(first);
		const [, second = ""] = parts;
		if (second !== "" && isPlain(second)) names.add(second);
	};
	for (const [, said = ""] of words.matchAll(naming)) add(said, true);
	for (const [, said = ""] of words.matchAll(introducing)) add(said, false);
	for (const [, said = ""] of words.matchAll(signing)) add(said, false);
	return names;
}

function isPlain(word: string): boolean {
	return word.length > 1 && /^\p{L}+$/u.test(word) && !isCommonWord(word) && !noNames.has(word);
}

/** Removes a greeting by words that are no sure name: "Hello Doctor shah's! How can I help?". */
export function dropUnsureGreeting(say: string, words: string): string {
	const found = greeting.exec(say);
	const [whole = "", greeted = "", mark = ""] = found ?? [];
	if (found === null) return say;
	const parts = splitWords(greeted).map(({ text }) => text);
	const heard = new Set(splitWords(words).map(({ text }) => text));
	if (parts.every((part) => noGreeted.has(part)) || !parts.some((part) => heard.has(part))) return say;
	const own = listOwnNames(words);
	if (parts.every((part) => own.has(part)) && !/['’]s\b/.test(greeted)) return say;
	const start = whole
		.slice(0, whole.length - mark.length)
		.replace(greeted, "")
		.replace(/[\s,]+$/, "");
	const rest = say.slice(whole.length);
	if (mark !== ",") return `${start}${mark}${rest}`;
	return `${start}!${rest.replace(/\p{Ll}/u, (letter) => letter.toUpperCase())}`;
}
