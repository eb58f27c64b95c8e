import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import type { DirectoryMention } from "@cloudpbx/domain/directory/directory-mention";
import { matchDirectory } from "@cloudpbx/domain/directory/match-directory";
import type { ReceptionTurn } from "../reception.ts";
import { findOperator } from "../words/find-operator.ts";
import { readSpeechCues, type SpeechCues } from "../words/speech-cues.ts";

export interface Evidence {
	cues: SpeechCues;
	/** Clearly said names, departments and extensions. */
	clear: DirectoryMention[];
	/** Extensions for a topic that was said. */
	topics: ReadonlySet<string>;
	/** Extensions that the caller agreed to, chose, or wants to try again. */
	agreed: ReadonlySet<string>;
	/** Extensions in our last sentence, in its order. */
	offered: readonly string[];
	takesAnybody: boolean;
	/** Index of the last word that names a wish; -1 for none. */
	lastMentionAt: number;
	operator: DirectoryEntry | null;
}

/** Reads the caller's words for hints at extensions, without a model. */
export function readEvidence(
	words: string,
	turns: readonly ReceptionTurn[],
	directory: readonly DirectoryEntry[],
): Evidence {
	const cues = readSpeechCues(words);
	const mentions = matchDirectory(words, directory);
	const last = turns.at(-1);
	const offered = last === undefined ? [] : findOffered(last, directory);
	const askedForPersonBefore =
		last?.action === "ask" && readSpeechCues(last.caller).asksForPerson && cues.asksForPerson;
	return {
		cues,
		clear: mentions.filter(({ strength }) => strength === "exact" || strength === "alike"),
		topics: findTopics(mentions),
		agreed: new Set(last === undefined ? [] : findAgreed(cues, last, offered)),
		offered,
		takesAnybody: cues.takesAnybody || askedForPersonBefore,
		lastMentionAt: Math.max(
			-1,
			...mentions.filter(({ strength }) => strength !== "weak").map(({ at }) => at),
		),
		operator: cues.asksForPerson ? findOperator(directory) : null,
	};
}

/** An owner's purpose counts before a department's usual topics. */
function findTopics(mentions: readonly DirectoryMention[]): Set<string> {
	const of = (wanted: string) =>
		mentions.filter(({ strength }) => strength === wanted).flatMap(({ extensions }) => extensions);
	const written = of("purpose");
	return new Set(written.length > 0 ? written : of("topic"));
}

function findAgreed(cues: SpeechCues, last: ReceptionTurn, offered: readonly string[]): readonly string[] {
	if (last.action === "transfer" || last.action === "voicemail") {
		const wantsSame = cues.asksAgain || cues.asksForVoicemail || (cues.isYes && !cues.isClosing);
		return wantsSame && last.extension ? [last.extension] : [];
	}
	if (cues.ordinal !== null) {
		const chosen = offered[cues.ordinal];
		return chosen === undefined ? [] : [chosen];
	}
	if (cues.isYes && !cues.isNo) return offered.length === 1 ? offered : [];
	return cues.asksForVoicemail && offered.length === 1 ? offered : [];
}

function findOffered(last: ReceptionTurn, directory: readonly DirectoryEntry[]): string[] {
	const mentions = matchDirectory(last.receptionist, directory).filter(
		({ strength }) => strength === "exact",
	);
	const people = mentions.filter(({ kind }) => kind !== "department");
	return [...new Set((people.length > 0 ? people : mentions).flatMap(({ extensions }) => extensions))];
}
