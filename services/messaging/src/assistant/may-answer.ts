import type { ConversationMode, WaitingReason } from "@cloudpbx/contracts/messaging";
import { hourMilliseconds } from "../sending-hour.ts";

export interface AnswerState {
	mode: ConversationMode;
	inboundSequence: number;
	answeredSequence: number;
	isOptedOut: boolean;
	isAssistantOn: boolean;
	/** The contact's texts, oldest first. */
	texts: readonly { text: string; at: number }[];
}

/**
 * `aside`: a newer text has its own job. `answered`: the assistant or a person has answered. `wait`: people
 * must answer; the contact gets no text.
 */
export type MayAnswer =
	| { kind: "answer" }
	| { kind: "aside" | "answered" | "not_ours" | "opted_out" }
	| { kind: "wait"; reason: WaitingReason };

/**
 * Maximum answers to the same words within an hour. More repetitions come from a machine, or from a contact
 * that the assistant cannot help.
 */
const sameTextMax = 3;

/**
 * Whether the assistant should answer a contact's text number `sequence`. The reply must be claimed later in
 * any case.
 */
export function mayAnswer(state: AnswerState, sequence: number, now: Date): MayAnswer {
	if (state.answeredSequence >= sequence) return { kind: "answered" };
	if (state.inboundSequence !== sequence) return { kind: "aside" };
	if (state.mode !== "assistant") return { kind: "not_ours" };
	if (state.isOptedOut) return { kind: "opted_out" };
	if (!state.isAssistantOn) return { kind: "wait", reason: "assistant_off" };
	if (countSame(state.texts, now) > sameTextMax) return { kind: "wait", reason: "repetition" };
	return { kind: "answer" };
}

/** How often in a row the contact has repeated its newest text within the hour. */
function countSame(texts: AnswerState["texts"], now: Date): number {
	const normal = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
	const recent = texts
		.filter(({ at }) => now.getTime() - at < hourMilliseconds)
		.map(({ text }) => normal(text));
	const newest = recent.at(-1);
	const other = recent.findLastIndex((text) => text !== newest);
	return newest === undefined ? 0 : recent.length - 1 - other;
}
