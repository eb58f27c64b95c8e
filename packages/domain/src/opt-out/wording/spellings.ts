import { compareSpelling } from "../../directory/compare-words.ts";

const slipAtLeast = 0.72;

/** Maps a word to the rules' spelling. */
export function respell(word: string): string {
	if (/^\d{3,}$/.test(word)) return "digits";
	const single = word.replace(/(\p{L})\1{2,}/gu, "$1");
	const known = aliases.get(single);
	if (known !== undefined) return known;
	const swapped = swaps.get(sortLetters(single));
	if (swapped?.[0] === single[0]) return swapped ?? single;
	if (!/^un?s\w{6,}[^d]$/.test(single)) return single;
	return compareSpelling(single, "unsubscribe") >= slipAtLeast ? "unsubscribe" : single;
}

/** Long words whose letters are often swapped: "texitng". */
const swaps: ReadonlyMap<string, string> = new Map(
	[
		"texting",
		"messaging",
		"contacting",
		"messages",
		"message",
		"sending",
		"remove",
		"number",
		"please",
		"cancel",
	].map((word) => [sortLetters(word), word]),
);

function sortLetters(word: string): string {
	return Array.from(word).sort().join("");
}

/** Joins neighbouring words that the rules know as one. */
export function joinPhrases(words: readonly string[]): string[] {
	const joined: string[] = [];
	for (let at = 0; at < words.length; ) {
		const size = phraseSizes.find((size) => phrases.has(words.slice(at, at + size).join(" "))) ?? 1;
		const phrase = words.slice(at, at + size).join(" ");
		joined.push(phrases.get(phrase) ?? phrase);
		at += size;
	}
	return joined;
}

const phraseSizes = [4, 3, 2];

const aliases: ReadonlyMap<string, string> = new Map([
	...spell("stop", [
		"stopp",
		"stpo",
		"sotp",
		"tsop",
		"stp",
		"stpp",
		"stopo",
		"sttop",
		"stahp",
		"stawp",
		"st0p",
		"5top",
		"🛑",
	]),
	...spell("unsubscribe", ["unsub", "unscribe", "unsubscribing", "desubscribe", "deubscribe"]),
	...spell("unsubscribed", ["unsubbed", "unsubcribed", "unsubsribed", "unsuscribed"]),
	...spell("please", ["pls", "plz", "plese", "pleas", "pleae", "plse", "ples", "plzz"]),
	...spell("thanks", ["thx", "tks", "ty", "tysm", "thank"]),
	...spell("cancel", ["cancle", "cancell", "cansel"]),
	...spell("remove", ["remov", "romove", "rmove", "remve"]),
	...spell("number", ["numbr", "nbr"]),
	...spell("text", ["txt"]),
	...spell("texts", ["txts"]),
	...spell("texting", ["txting", "textin", "txtin", "texing"]),
	...spell("spamming", ["spammin"]),
	...spell("blowing", ["blowin"]),
	...spell("hitting", ["hittin"]),
	...spell("bothering", ["botherin"]),
	...spell("calling", ["callin"]),
	...spell("harassing", ["harassin"]),
	...spell("message", ["msg", "mssg", "messge", "mesage"]),
	...spell("messages", ["msgs", "mssgs", "mesages", "messges"]),
	...spell("messaging", ["msging", "messagin"]),
	...spell("sending", ["sendin", "sendng"]),
	...spell("you", ["u", "yall"]),
	...spell("your", ["ur"]),
	...spell("dont", ["dnt"]),
	...spell("with", ["w"]),
	...spell("again", ["agn", "agian"]),
	...spell("more", ["mor"]),
	...spell("anymore", ["anymor"]),
	...spell("cant", ["cannot"]),
	...spell("no", ["🚫"]),
	...spell("number", ["#"]),
	...spell("anymore", ["nomore", "anylonger"]),
	...spell("porfavor", ["xfavor"]),
]);

const phrases: ReadonlyMap<string, string> = new Map([
	...spell("optout", ["opt out", "opting out", "opt outs"]),
	...spell("optedout", ["opted out"]),
	...spell("dont", ["do not", "do not ever", "dont ever"]),
	...spell("doesnt", ["does not"]),
	...spell("didnt", ["did not"]),
	...spell("cant", ["can not"]),
	...spell("wont", ["will not"]),
	...spell("nolonger", ["no longer"]),
	...spell("anymore", ["any more", "any longer"]),
	...spell("unsubscribe", ["un subscribe", "un sub"]),
	...spell("message", ["text message", "sms message", "text msg"]),
	...spell("messages", ["text messages", "sms messages"]),
	...spell("thanks", ["thanks you"]),
	...spell("now", [
		"right now",
		"right away",
		"for now",
		"for good",
		"as of now",
		"at once",
		"at all",
		"from now on",
	]),
	...spell("asap", ["as soon as possible"]),
	...spell("porfavor", [
		"por favor",
		"sil vous plait",
		"s il vous plait",
		"sil te plait",
		"tout de suite",
		"per favore",
	]),
]);

function spell(word: string, variants: readonly string[]): [string, string][] {
	return variants.map((variant) => [variant, word]);
}
