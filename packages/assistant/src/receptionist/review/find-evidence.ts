import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import type { DirectoryMention } from "@cloudpbx/domain/directory/directory-mention";
import { matchDirectory } from "@cloudpbx/domain/directory/match-directory";
import type { ReceptionTurn } from "../reception.ts";
import { findOperator } from "../words/find-operator.ts";
import { readSpeechCues, type SpeechCues } from "../words/speech-cues.ts";

/** What the caller's own words say for an extension, found without any model. */
export interface Evidence {
	cues: SpeechCues;
	/** Names, departments and extensions that were surely said. */
	clear: DirectoryMention[];
	/** Extensions that handle a topic which was said. */
	topics: ReadonlySet<string>;
	/** Extensions that the caller agreed to, chose from our list, or wants to try again. */
	agreed: ReadonlySet<string>;
	/** Extensions that our last sentence offered, in its order. */
	offered: readonly string[];
	/** Anybody will do, or a person was asked for a second time. */
	takesAnybody: boolean;
	/** Position of the last word that says whom or what the caller wants; -1 when none does. */
	lastMentionAt: number;
	operator: DirectoryEntry | null;
}

export function findEvidence(
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

/** What an owner wrote that an extension is for counts before what such departments usually do. */
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
