import type { RecognisedDanger } from "@cloudpbx/domain/danger/recognised-danger";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import type { AiBinding } from "../models/ai-binding.ts";
import type { ChainAttempt, ChainFailure } from "../models/model-chain.ts";
import type { Timers } from "../models/timers.ts";

/** A caller gets at most so many decisions in one call; after them the menu is kinder than a seventh question. */
export const turnsMax = 6;
/** What a caller waits for an answer, models, repair and all. */
export const decisionDeadlineMilliseconds = 4000;

export interface ReceptionCompany {
	name: string;
	greeting: string;
	hoursText: string;
	factsText: string;
	/** What `writeOpening` computed from the opening hours for this moment; empty or absent: nothing is known. */
	openingText?: string;
}

/** One earlier exchange of the same call. */
export interface ReceptionTurn {
	caller: string;
	/** What the caller heard as the answer. */
	receptionist: string;
	/** What was decided then; a transfer here means that it was not answered and the caller came back. */
	action: ReceptionDecision["action"];
	/** Of a transfer or voicemail. */
	extension?: string | null;
	/** ISO 639-1, of the answer. */
	language?: string;
}

export interface CallerDanger {
	kind: RecognisedDanger["kind"];
	/** ISO 639-1. */
	language: string;
	/** What the caller is told. */
	answer: string;
}

export interface ReceptionRequest {
	company: ReceptionCompany;
	directory: readonly DirectoryEntry[];
	/** Oldest first. */
	turns: readonly ReceptionTurn[];
	/** What speech recognition made of the caller. */
	words: string;
	/** What `findCallerDanger` found in these words and turns; null: nothing. */
	danger: CallerDanger | null;
	/** 0 to 1, or `null` when the carrier gave none. */
	speechConfidence: number | null;
	/** See `listModels`. */
	models: readonly string[];
	ai: AiBinding | null;
	deadlineMilliseconds?: number;
	timers?: Timers;
}

export type ReceptionDecision =
	| { action: "transfer"; extension: string }
	| { action: "voicemail"; extension: string }
	| { action: "info"; answer: string }
	| { action: "ask"; question: string }
	| { action: "goodbye" }
	| { action: "menu"; reason: MenuReason };

export type MenuReason = ChainFailure | "turn_limit" | "error";

/** Why the decision is another than the model's. */
export type Correction =
	| "low_confidence"
	| "not_in_the_words"
	| "contradiction"
	| "ambiguous"
	| "unsafe_words"
	| "ungrounded_answer"
	| "commitment"
	| "denial"
	| "no_reason_to_end"
	| "named_in_the_words";

export interface ReceptionResult {
	decision: ReceptionDecision;
	/** What danger the caller is in, told without a model; null: none. */
	danger: RecognisedDanger["kind"] | null;
	/** The lower of what speech recognition and the model claim; 0 when no model answered. */
	confidence: number;
	/** ISO 639-1, for the voice that speaks the answer. */
	language: string;
	/** The model whose answer this is, `null` when none was needed or none answered. */
	model: string | null;
	milliseconds: number;
	correction: Correction | null;
	/** Why no model answered. */
	failure: ChainFailure | "error" | null;
	attempts: ChainAttempt[];
}
