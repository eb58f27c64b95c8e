import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { cleanWords } from "./words/clean-words.ts";

/** The carrier's limits: twilio.com/docs/voice/twiml/gather, `hints`. */
const hintsMax = 500;
const hintCharactersMax = 100;
const usualWords = ["operator", "voicemail", "leave a message", "opening hours"];

/** Lists hints for speech recognition, without commas: full names, departments, parts of names. */
export function listDirectoryHints(directory: readonly DirectoryEntry[]): string[] {
	const names = directory.map((entry) => entry.name);
	const hints = [
		...names,
		...directory.flatMap((entry) => (entry.department === null ? [] : [entry.department])),
		...usualWords,
		...names.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 1),
	];
	const clean = hints.map((hint) => cleanWords(hint.replaceAll(",", " "), hintCharactersMax));
	return [...new Set(clean.filter((hint) => hint !== ""))].slice(0, hintsMax);
}
