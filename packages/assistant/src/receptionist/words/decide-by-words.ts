import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { foldWords } from "@cloudpbx/domain/directory/split-words";
import type { Phrases } from "../phrases.ts";
import type { ReceptionDecision } from "../reception.ts";
import type { Evidence } from "../review/read-evidence.ts";
import { reviewTarget } from "../review/review-target.ts";
import { findLeaveTaking } from "./leave-taking.ts";
import { readSaidExtension } from "./read-said-extension.ts";

export interface WordsToDecide {
	words: string;
	evidence: Evidence;
	directory: readonly DirectoryEntry[];
	phrases: Phrases;
}

/** Decides clear cases (extension, message, operator, farewell) without a model; null: a model is needed. */
export function decideByWords(request: WordsToDecide): ReceptionDecision | null {
	return (
		decideExtension(request) ?? decideMessage(request) ?? decideOperator(request) ?? decideFarewell(request)
	);
}

/** Returns the one clearly named person, department or extension; null for none or several. */
export function findNamed(evidence: Evidence, directory: readonly DirectoryEntry[]): DirectoryEntry | null {
	if (evidence.clear.length === 0 || evidence.cues.asksForDetails) return null;
	const fitting = directory.filter(({ ext }) => reviewTarget(ext, evidence).verdict === "borne_out");
	const [first, ...others] = fitting;
	const isOfOneDepartment = evidence.clear.every(
		({ kind, extensions }) => kind === "department" && extensions.length === fitting.length,
	);
	return first !== undefined && (others.length === 0 || isOfOneDepartment) ? first : null;
}

function decideExtension({ words, evidence, directory, phrases }: WordsToDecide): ReceptionDecision | null {
	const said = readSaidExtension(words);
	if (said === null || evidence.cues.asksForDetails) return null;
	const entry = directory.find(({ ext }) => ext === said.digits);
	if (entry === undefined) return { action: "ask", question: phrases.notAnExtension(said.digits, directory) };
	if (findNamed(evidence, directory)?.ext !== entry.ext) return null;
	return { action: evidence.cues.asksForVoicemail ? "voicemail" : "transfer", extension: entry.ext };
}

function decideMessage({ evidence, directory }: WordsToDecide): ReceptionDecision | null {
	if (!evidence.cues.asksForVoicemail) return null;
	const named = findNamed(evidence, directory);
	return named && { action: "voicemail", extension: named.ext };
}

/** Only a person is asked for: no name, department or topic. */
function decideOperator({ evidence }: WordsToDecide): ReceptionDecision | null {
	const { operator, clear, topics, cues, agreed } = evidence;
	if (!operator?.isOperator || clear.length > 0 || topics.size > 0 || agreed.size > 0) return null;
	if (cues.asksForVoicemail || cues.asksForDetails) return null;
	return { action: "transfer", extension: operator.ext };
}

function decideFarewell({ words, evidence }: WordsToDecide): ReceptionDecision | null {
	const leave = findLeaveTaking(foldWords(words).join(" "));
	if (leave === null || words.includes("?")) return null;
	return evidence.lastMentionAt < leave.endsAt ? { action: "goodbye" } : null;
}
