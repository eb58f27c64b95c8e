import type { Danger } from "@cloudpbx/contracts/calls/danger";
import { once } from "../once.ts";
import type { DangerLanguage, DangerWords } from "./danger-words.ts";

export interface Phrase {
	pattern(): RegExp;
	/** Matched against words in which persons are marked. */
	isMarked: boolean;
}

export interface LanguageRules {
	idioms: RegExp;
	past: RegExp;
	supposition: RegExp;
	business: RegExp;
	people: RegExp;
	phrases: Partial<Record<Danger, { sure: readonly Phrase[]; unsure: readonly Phrase[] }>>;
}

export interface Language {
	signs: RegExp;
	rules(): LanguageRules;
}

export function readLanguage(words: DangerLanguage): Language {
	return { signs: readSigns(words.signs), rules: once(() => readRules(words)) };
}

function readRules(words: DangerLanguage): LanguageRules {
	const fill = (source: string) =>
		source.replace(/\{([a-z]+)\}/g, (_, name: string) => oneLine(words.parts[name] ?? ""));
	const toSource = (lines: string) => toRegExpSource(fill(lines.replace(/\s*\n\s*/g, "|")));
	const whole = (lines: string, flags = "") =>
		new RegExp(`(?<![a-z0-9])(?:${toSource(lines)})(?![a-z0-9])`, flags);
	const toPhrases = (lines = ""): Phrase[] =>
		lines
			.split(/\s*\n\s*/)
			.filter((line) => line !== "")
			.map((line) => ({ pattern: once(() => whole(line)), isMarked: /\{(?:who|kin)\}/.test(line) }));
	const phrasesOf = ({ sure, unsure }: DangerWords) => ({
		sure: toPhrases(sure),
		unsure: toPhrases(unsure),
	});
	return {
		idioms: whole(words.idioms, "g"),
		past: whole(words.past),
		supposition: new RegExp(`(?<![a-z0-9])(?:${toSource(words.supposition)})\\s*$`),
		business: whole(words.business),
		people: new RegExp(`(?<![a-z0-9])(?:${toRegExpSource(oneLine(words.people))})(?![a-z0-9])`, "g"),
		phrases: Object.fromEntries(Object.entries(words.dangers).map(([kind, said]) => [kind, phrasesOf(said)])),
	};
}

/** Expands the short forms of danger-words.ts. */
function toRegExpSource(short: string): string {
	return endExceptionsAtWords(short.replace(/ ~(\d+) /g, "(?: \\w+){0,$1} ").replace(/\((?!\?)/g, "(?:"));
}

/** A short sign is a whole word plus usual endings: "gas" is not in "gasket", "co" not in "come". */
function readSigns(signs: string): RegExp {
	const bounded = toRegExpSource(signs)
		.split("|")
		.map((sign) => (/^[a-z]{1,3}$/.test(sign) ? `${sign}(?:[a-z]?(?:ed|ing|s))?(?![a-z])` : sign));
	return new RegExp(`(?<![a-z0-9])(?:${bounded.join("|")})`);
}

function oneLine(lines: string): string {
	return lines.replace(/\s*\n\s*/g, "");
}

/** An exception `(?! …)` means whole words: "die a hero" is no exception to "die and". */
function endExceptionsAtWords(source: string): string {
	let ended = source;
	for (let at = ended.indexOf("(?! "); at >= 0; at = ended.indexOf("(?! ", at + 1)) {
		let depth = 0;
		let end = at;
		for (; end < ended.length; end++) {
			if (ended[end] === "(") depth++;
			if (ended[end] === ")" && --depth === 0) break;
		}
		ended = `${ended.slice(0, at)}(?!(?:${ended.slice(at + 3, end)})(?![a-z0-9]))${ended.slice(end + 1)}`;
	}
	return ended;
}
