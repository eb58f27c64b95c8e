import * as z from "zod";
import { bodyCharactersMax } from "../words/text-limits.ts";
import { Actor, MessageId, type MessageStatus, messageCategories, type refusalCodes } from "./messages.ts";

/** Maximum texts of one call; each costs one request to the carrier. */
export const sendTextsMax = 100;

export const SendTextRequest = z.object({
	id: MessageId,
	from: z.string().max(64),
	to: z.string().max(64),
	body: z.string().max(bodyCharactersMax),
	category: z.enum(messageCategories),
	origin: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("person"), actor: Actor }),
		z.object({
			kind: z.literal("campaign"),
			campaignId: z.string().min(1).max(100),
			recipientId: z.string().min(1).max(100),
		}),
		z.object({ kind: z.literal("system"), purpose: z.string().min(1).max(100) }),
	]),
	quietHours: z.boolean().default(true),
	/** Milliseconds. To the carrier at `at`; the number is busy for `length`. After `until`: `slot_missed`. */
	slot: z.object({ at: z.int(), until: z.int(), length: z.number().positive().default(1000) }).optional(),
	timeZone: z.string().max(64).optional(),
	state: z.string().max(64).optional(),
});
export type SendTextRequest = z.input<typeof SendTextRequest>;

/** When a number is busy with one text, in milliseconds since 1970, and for how long. */
export interface Slot {
	at: number;
	length: number;
}

/**
 * A number's recent slots. A batch passes them on with its last text, so that one batch at a time assigns slots.
 */
export interface SlotBaton {
	take(): Promise<Slot[]>;
	pass(slots: Slot[]): Promise<void>;
}

export const sendProblems = ["recipient", "content", "configuration", "later"] as const;
export type SendProblem = (typeof sendProblems)[number];

/** `sent`: the carrier has it. `refused`: nothing was sent. `pending`: messaging settles it. */
export type SendTextResult = { id: MessageId } & (
	| {
			outcome: "sent";
			carrierId: string;
			status: MessageStatus;
			segments: number;
			attemptedAt: string;
	  }
	| {
			outcome: "refused";
			by: "gate" | "carrier";
			code: (typeof refusalCodes)[number] | null;
			errorCode: number | null;
			reason: string;
			problem: SendProblem;
			isPermanent: boolean;
			/** ISO 8601; null when no time is known. */
			retryAt: string | null;
	  }
	| { outcome: "pending"; reason: string }
);

/** A message of the queue `assistant-replies`: the contact's `sequence`-th text wants an answer. */
export const AssistantJob = z.object({
	conversationId: z.string().startsWith("conv_"),
	sequence: z.int().min(1),
});
export type AssistantJob = z.infer<typeof AssistantJob>;

/**
 * Queue `message-jobs`; may be delivered repeatedly. `settle`: find the result of a text whose answer was lost.
 * `receive`: store an inbound text that could not be stored before.
 */
export const MessageJob = z.discriminatedUnion("task", [
	z.object({ task: z.literal("send"), messageId: z.string().startsWith("msg_") }),
	z.object({ task: z.literal("settle"), messageId: z.string().startsWith("msg_") }),
	z.object({ task: z.literal("media"), mediaId: z.string().startsWith("media_") }),
	z.object({ task: z.literal("notices"), userId: z.string().min(1).max(100) }),
	z.object({
		task: z.literal("receive"),
		params: z.record(z.string(), z.string().or(z.array(z.string()))),
		/** Milliseconds since 1970. */
		receivedAt: z.int(),
	}),
]);
export type MessageJob = z.infer<typeof MessageJob>;
