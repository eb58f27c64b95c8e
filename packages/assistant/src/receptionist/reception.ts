import type { RecognisedDanger } from "@cloudpbx/domain/danger/recognised-danger";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import type { AiBinding } from "../models/ai-binding.ts";
import type { ChainAttempt, ChainFailure } from "../models/model-chain.ts";
import type { Timers } from "../models/timers.ts";

/** Maximum decisions in one call; then the menu follows. */
export const turnsMax = 6;
export const decisionDeadlineMilliseconds = 4000;

export interface ReceptionCompany {
	name: string;
	greeting: string;
	hoursText: string;
	factsText: string;
	/** From `writeOpening`; empty or absent: unknown. */
	openingText?: string;
}

export interface ReceptionTurn {
	caller: string;
	receptionist: string;
	/** A transfer here was not answered: the caller came back. */
	action: ReceptionDecision["action"];
	extension?: string | null;
	language?: string;
}

export interface CallerDanger {
	kind: RecognisedDanger["kind"];
	language: string;
	answer: string;
}

export interface ReceptionRequest {
	company: ReceptionCompany;
	directory: readonly DirectoryEntry[];
	turns: readonly ReceptionTurn[];
	words: string;
	/** From `findCallerDanger`; null: none. */
	danger: CallerDanger | null;
	/** 0 to 1, or null when the carrier gave none. */
	speechConfidence: number | null;
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
	/** Recognised without a model; null: none. */
	danger: RecognisedDanger["kind"] | null;
	/** The lower of speech recognition's and the model's; 0 without a model. */
	confidence: number;
	/** ISO 639-1, of the answer. */
	language: string;
	/** Null when no model was needed or none answered. */
	model: string | null;
	milliseconds: number;
	correction: Correction | null;
	failure: ChainFailure | "error" | null;
	attempts: ChainAttempt[];
}
