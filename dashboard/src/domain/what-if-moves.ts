import type { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import type { WhatIf, WhatIfStep } from "@cloudpbx/contracts/calls/what-if";

/** What was done at one step of a call that is played through: the caller's doing, or that of whoever is rung. */
export type Move =
	| { kind: "keys"; keys: string }
	| { kind: "says"; words: string }
	| { kind: "waits" }
	| { kind: "picksUp"; extension: string }
	| { kind: "ringsOut" };

/** A step of the call, with what was done at it. */
export interface Moment {
	step: WhatIfStep;
	move: Move | null;
}

export interface Played {
	/** What has happened so far. */
	moments: Moment[];
	/** The step that waits for a move; null: the call is over. */
	waiting: WhatIfStep | null;
}

/** What the moves say to the API: an entry of keys each time that the caller was asked. */
export function askedOf(moves: readonly Move[]): Required<Pick<AskWhatIf, "keys" | "says" | "answers">> {
	const ofCaller = moves.filter(({ kind }) => kind !== "picksUp" && kind !== "ringsOut");
	const lastSaid = ofCaller.findLastIndex(({ kind }) => kind === "says");
	return {
		keys: ofCaller.map((move) => (move.kind === "keys" ? move.keys : "")),
		// Silence before words is an entry of its own, or the words would be said too early.
		says: ofCaller
			.slice(0, lastSaid + 1)
			.flatMap((move) => (move.kind === "keys" ? [] : move.kind === "says" ? move.words : "")),
		answers: [...new Set(moves.flatMap((move) => (move.kind === "picksUp" ? move.extension : [])))],
	};
}

/** The call as far as it is decided: the API plays it to its end, as if nobody did anything more. */
export function playMoves({ steps }: Pick<WhatIf, "steps">, moves: readonly Move[]): Played {
	const left = [...moves];
	const moments: Moment[] = [];
	for (const step of steps) {
		if (!waitsForMove(step)) {
			moments.push({ step, move: null });
			continue;
		}
		const move = left.shift();
		moments.push({ step, move: move ?? null });
		if (move === undefined) return { moments, waiting: step };
	}
	return { moments, waiting: null };
}

/** A number outside of the company, such as that for closed hours, rings without anybody here who could take the call. */
function waitsForMove({ kind, extension }: WhatIfStep): boolean {
	return kind === "asks" || (kind === "rings" && Boolean(extension));
}

/** Extensions that have rung in vain in this call: picking up is decided once for the whole call. */
export function hasRungOut({ moments }: Played, extension: string): boolean {
	return moments.some(({ step, move }) => step.extension === extension && move?.kind === "ringsOut");
}
