import type { AiBinding } from "../models/ai-binding.ts";
import type { ChainAttempt, ChainFailure } from "../models/model-chain.ts";
import type { Timers } from "../models/timers.ts";

/** Nobody waits with a receiver at his ear: all models, and the repair, have their time. */
export const answerDeadlineMilliseconds = 20_000;
/** So often in a row the assistant may say that it does not know; after that a person answers. */
export const unsureMax = 2;

/** One text of the conversation. `company`: the assistant, a colleague, or a campaign. */
export interface TextTurn {
	by: "contact" | "company";
	text: string;
}

export interface TextingRequest {
	/** `openingText` is what `writeOpening` computed from the opening hours for this moment; empty or absent: nothing is known. */
	company: { name: string; hoursText: string; factsText: string; openingText?: string };
	/** Names, departments and what they are for only: nobody's numbers are the assistant's to give. */
	directory: readonly { name: string; department: string | null; purpose?: string | null }[];
	/** Oldest first; it ends with what the contact wrote since the company last did. */
	turns: readonly TextTurn[];
	/** Answers in a row, up to now, in which the assistant had to say that it does not know. */
	unsureBefore: number;
	/** See `listModels`. */
	models: readonly string[];
	ai: AiBinding;
	deadlineMilliseconds?: number;
	timers?: Timers;
}

/** Why a person shall answer. */
export type HandoverReason = "asked_for_person" | "unsure" | "complaint" | "emergency";

interface Answered {
	text: string;
	/** ISO 639-1. */
	language: string;
	/** The model whose answer this is; null when it is a sentence of ours. */
	model: string | null;
	attempts: ChainAttempt[];
	/** It may have been an opt-out: the text ends with how to stop all texts, and people shall look at it. */
	mayWantNoTexts: boolean;
}

/**
 * `answer`: to be sent. `handover`: to be sent, and then the assistant is silent until people hand back. `failed`: no model
 * gave an answer; asking again later may help unless it is `allocation_used_up`. `opt_out`: the sender wants no more texts,
 * so nothing of the model's is sent.
 */
export type TextingResult =
	| ({ kind: "answer"; isUnsure: boolean } & Answered)
	| ({ kind: "handover"; reason: HandoverReason } & Answered)
	| { kind: "opt_out"; model: string | null; attempts: ChainAttempt[] }
	| { kind: "failed"; failure: ChainFailure | "error"; attempts: ChainAttempt[] };
