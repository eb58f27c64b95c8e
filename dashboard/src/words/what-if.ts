import type { CallOutcome } from "@cloudpbx/contracts/calls/calls";
import type { WhatIf, WhatIfStep } from "@cloudpbx/contracts/calls/what-if";
import type { Move } from "../domain/what-if-moves.ts";
import { formatList } from "./counts.ts";
import { formatNumber } from "./phone-numbers.ts";
import { formatDuration } from "./times.ts";

type NameOf = (extension: string | null) => string;

export const endWords: Record<CallOutcome, string> = {
	answered: "The caller speaks with a person.",
	voicemail: "The caller leaves a message.",
	informed: "The receptionist told the caller what was asked.",
	blocked: "The caller is blocked.",
	abandoned: "The caller hangs up. Nobody was reached, and no message was left.",
	failed: "Nobody was reached.",
};

/** "Open", "Closed: Christmas Day". */
export function describeState({ isOpen, because }: Pick<WhatIf, "isOpen" | "because">): string {
	const state = isOpen ? "Open" : "Closed";
	return because === null ? state : `${state}: ${because === "override" ? "by hand" : because}`;
}

export function describeStep({ kind, extension, phones = [], seconds }: WhatIfStep, nameOf: NameOf): string {
	const long = seconds === undefined ? "" : ` for ${formatDuration(seconds)}`;
	if (kind === "rings") {
		const rung = `${formatList(phones.map(formatNumber))} ${phones.length === 1 ? "rings" : "ring"}${long}`;
		return extension ? `${nameOf(extension)}: ${rung}` : rung;
	}
	if (kind === "records") {
		const longest = seconds === undefined ? "" : `, ${formatDuration(seconds)} at most`;
		return `After the tone, a message for ${nameOf(extension ?? null)}${longest}`;
	}
	return kind === "asks" ? "Waits for the rest of the keys" : "The call ends";
}

export function describeMove(move: Move, nameOf: NameOf): string {
	switch (move.kind) {
		case "keys":
			return `Presses ${move.keys}`;
		case "says":
			return `“${move.words}”`;
		case "waits":
			return "Does nothing";
		case "picksUp":
			return `${nameOf(move.extension)} takes the call`;
		case "ringsOut":
			return "Nobody picks up";
	}
}
