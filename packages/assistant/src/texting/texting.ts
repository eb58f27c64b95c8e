import type { AiBinding } from "../models/ai-binding.ts";
import type { ChainAttempt, ChainFailure } from "../models/model-chain.ts";
import type { Timers } from "../models/timers.ts";

/** Time for all models and the repair. */
export const answerDeadlineMilliseconds = 20_000;
/** Maximum unsure answers in a row; then a person answers. */
export const unsureMax = 2;

export interface TextTurn {
	by: "contact" | "company";
	text: string;
}

export interface TextingRequest {
	/** `openingText` is from `writeOpening`; empty or absent: unknown. */
	company: { name: string; hoursText: string; factsText: string; openingText?: string };
	directory: readonly { name: string; department: string | null; purpose?: string | null }[];
	turns: readonly TextTurn[];
	unsureBefore: number;
	models: readonly string[];
	ai: AiBinding;
	deadlineMilliseconds?: number;
	timers?: Timers;
}

export type HandoverReason = "asked_for_person" | "unsure" | "complaint" | "emergency";

interface Answered {
	text: string;
	language: string;
	model: string | null;
	attempts: ChainAttempt[];
	/** It may be an opt-out: the text tells how to stop, and people look at it. */
	mayWantNoTexts: boolean;
}

export type TextingResult =
	| ({ kind: "answer"; isUnsure: boolean } & Answered)
	| ({ kind: "handover"; reason: HandoverReason } & Answered)
	| { kind: "opt_out"; model: string | null; attempts: ChainAttempt[] }
	| { kind: "failed"; failure: ChainFailure | "error"; attempts: ChainAttempt[] };
