import type { ConversationMode, WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { repeatsItself, type TimedText } from "./recognise-robot.ts";

export interface AnswerState {
	mode: ConversationMode;
	inboundSequence: number;
	answeredSequence: number;
	isOptedOut: boolean;
	isAssistantOn: boolean;
	/** A contact in danger gets an answer even when the assistant is switched off. */
	isInDanger: boolean;
	/** Texts of both sides, oldest first. */
	talk: readonly TimedText[];
}

/** `aside`: a newer text has its own job. `wait`: people must answer; the contact gets no text. */
export type MayAnswer =
	| { kind: "answer" }
	| { kind: "aside" | "answered" | "not_ours" | "opted_out" }
	| { kind: "wait"; reason: WaitingReason };

/** The state may change until the reply is sent, so the reply must be claimed as well. */
export function mayAnswer(state: AnswerState, sequence: number, now: Date): MayAnswer {
	if (state.answeredSequence >= sequence) return { kind: "answered" };
	if (state.inboundSequence !== sequence) return { kind: "aside" };
	if (state.mode !== "assistant") return { kind: "not_ours" };
	if (state.isOptedOut)
		return state.isInDanger ? { kind: "wait", reason: "emergency" } : { kind: "opted_out" };
	if (state.isInDanger) return { kind: "answer" };
	if (!state.isAssistantOn) return { kind: "wait", reason: "assistant_off" };
	if (repeatsItself(state.talk, now)) return { kind: "wait", reason: "repetition" };
	return { kind: "answer" };
}
