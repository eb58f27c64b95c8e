import * as z from "zod";
import { Actor, MessageId, type MessageStatus, messageCategories, type refusalCodes } from "./messages.ts";

/** So many texts may be asked for in one call; each costs one request to the carrier. */
export const sendTextsMax = 100;

/** A longer text is not even read. The gate refuses a text in words long before. */
export const bodyCharactersMax = 20_000;

/**
 * A text that shall go through the send gate. `quietHours: false` is the owner's wish to send marketing at any hour;
 * transactional texts are never held back by the hour. `timeZone` and `state` are the contact's own, when known.
 */
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
	/**
	 * Its place in the number's time, in milliseconds: not handed to the carrier before `at`, and the number is busy with it for
	 * `length`. A text that cannot be ready takes the next free slot; after `until` it is refused as `slot_missed`.
	 */
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
 * The slots that a number has given away lately, handed from one batch of texts to the next. A batch takes them when the one
 * before has passed them on, gives away its own, and passes all of them on with its last text under way: at each moment one
 * batch alone decides when the number's next text goes.
 */
export interface SlotBaton {
	take(): Promise<Slot[]>;
	pass(slots: Slot[]): Promise<void>;
}

/**
 * What a refusal is about. `recipient`: this number, for good. `content`: these words. `configuration`: the company's
 * account, sender or registration: nothing will go out until somebody changes it. `later`: may succeed at `retryAt`.
 */
export const sendProblems = ["recipient", "content", "configuration", "later"] as const;
export type SendProblem = (typeof sendProblems)[number];

/**
 * `sent`: the carrier has it. `refused`: it will not go out unless asked for again; nothing was sent. `pending`: the carrier
 * may have it; messaging finds out by itself, and so does asking again with the same id.
 */
export type SendTextResult = { id: MessageId } & (
	| {
			outcome: "sent";
			carrierId: string;
			status: MessageStatus;
			segments: number;
			/** When the carrier was asked to take it. */
			attemptedAt: string;
	  }
	| {
			outcome: "refused";
			by: "gate" | "carrier";
			code: (typeof refusalCodes)[number] | null;
			/** The carrier's error code. */
			errorCode: number | null;
			/** For people. */
			reason: string;
			problem: SendProblem;
			isPermanent: boolean;
			/** ISO 8601; null when no time is known at which it would succeed. */
			retryAt: string | null;
	  }
	| { outcome: "pending"; reason: string }
);

/** A message of the queue `assistant-replies`: the contact's `sequence`-th text of that conversation wants an answer. */
export const AssistantJob = z.object({
	conversationId: z.string().startsWith("conv_"),
	sequence: z.int().min(1),
});
export type AssistantJob = z.infer<typeof AssistantJob>;

/**
 * A message of the queue `message-jobs`. `send`: hand a recorded text to the carrier. `settle`: find out what became of one
 * whose answer was lost. `media`: fetch a file from the carrier. `receive`: take in a text, as its webhook told it, that could
 * not be stored when it came. `notices`: tell a person what is due. Safe to deliver any number of times.
 */
export const MessageJob = z.discriminatedUnion("task", [
	z.object({ task: z.literal("send"), messageId: z.string().startsWith("msg_") }),
	z.object({ task: z.literal("settle"), messageId: z.string().startsWith("msg_") }),
	z.object({ task: z.literal("media"), mediaId: z.string().startsWith("media_") }),
	z.object({ task: z.literal("notices"), userId: z.string().min(1).max(100) }),
	z.object({
		task: z.literal("receive"),
		/** A list: the name was sent with several values. */
		params: z.record(z.string(), z.string().or(z.array(z.string()))),
		/** When its webhook came, in milliseconds since 1970. */
		receivedAt: z.int(),
	}),
]);
export type MessageJob = z.infer<typeof MessageJob>;
