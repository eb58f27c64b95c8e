import type { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import type { WhatIf, WhatIfStep } from "@cloudpbx/contracts/calls/what-if";

export type Move =
	| { kind: "keys"; keys: string }
	| { kind: "says"; words: string }
	| { kind: "waits" }
	| { kind: "picksUp"; extension: string }
	| { kind: "ringsOut" };

export interface Moment {
	step: WhatIfStep;
	move: Move | null;
}

export interface Played {
	moments: Moment[];
	waiting: WhatIfStep | null;
}

/** The API's parameters for the moves: one entry of keys for each time the caller was asked. */
export function toRequest(moves: readonly Move[]): Required<Pick<AskWhatIf, "keys" | "says" | "answers">> {
	const ofCaller = moves.filter(({ kind }) => kind !== "picksUp" && kind !== "ringsOut");
	const lastSaid = ofCaller.findLastIndex(({ kind }) => kind === "says");
	return {
		keys: ofCaller.map((move) => (move.kind === "keys" ? move.keys : "")),
		// Silence before words needs its own entry, otherwise the words come too early.
		says: ofCaller
			.slice(0, lastSaid + 1)
			.flatMap((move) => (move.kind === "keys" ? [] : move.kind === "says" ? move.words : "")),
		answers: [...new Set(moves.flatMap((move) => (move.kind === "picksUp" ? move.extension : [])))],
	};
}

/** The part of the call that the moves decide. The API's answer goes on to the end, as if nothing more was done. */
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

function waitsForMove({ kind, extension }: WhatIfStep): boolean {
	return kind === "asks" || (kind === "rings" && Boolean(extension));
}

/** Extensions that rang in vain. The answer to ringing is decided once for the whole call. */
export function hasRungOut({ moments }: Played, extension: string): boolean {
	return moments.some(({ step, move }) => step.extension === extension && move?.kind === "ringsOut");
}
