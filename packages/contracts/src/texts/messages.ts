import * as z from "zod";
import { instant } from "../instant.ts";

export const messageAuthors = ["contact", "assistant", "person", "campaign", "system"] as const;

export type MessageAuthor = (typeof messageAuthors)[number];

/** What texts are counted by: who wrote them, the consent ledger, and how soon texts were answered. */
export const textSeries = [...messageAuthors, "consent", "answers"] as const;

/** How soon a text that wants an answer got one, each text in one of them; the assistant's answer is an answer. */
export const responseBuckets = ["within1Minute", "within5Minutes", "within1Hour", "later", "never"] as const;

export type ResponseBucket = (typeof responseBuckets)[number];

/**
 * `received`: inbound. `refused`: the send gate said no. `pending`: to be handed to the carrier, or handed over without an
 * answer so far. The others are the carrier's words; `sent` may stay the last one, some networks never confirm.
 */
export const messageStatuses = [
	"received",
	"refused",
	"pending",
	"queued",
	"sending",
	"sent",
	"delivered",
	"undelivered",
	"failed",
	"canceled",
	"read",
] as const;

export type MessageStatus = (typeof messageStatuses)[number];

export const messageCategories = ["transactional", "marketing"] as const;

export type MessageCategory = (typeof messageCategories)[number];

/** Why the send gate refuses a text. The words that go with it are written for people. */
export const refusalCodes = [
	"opted_out",
	/** The carrier keeps an opt-out from this one number of ours; the others may text the contact. */
	"pair_closed",
	"quiet_hours",
	"empty",
	"too_long",
	"recipient_invalid",
	"recipient_ours",
	"sender_not_ours",
	"sender_released",
	"too_many",
	/** The hourly ceiling of who sends, of the company, or of the assistant. */
	"ceiling",
	/** A country that the owner has not allowed, or a premium-rate number. */
	"country_forbidden",
	"campaign_stopped",
	"slot_missed",
	"id_taken",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What can happen to a message, in the order in which it usually does. `status` is a report of the carrier. */
export const messageEventKinds = [
	"received",
	"allowed",
	"refused",
	"attempted",
	"accepted",
	"not_accepted",
	"withdrawn",
	"outcome_unknown",
	"found_at_carrier",
	"not_found_at_carrier",
	"status",
	"gave_up",
] as const;

export type MessageEventKind = (typeof messageEventKinds)[number];

export const mediaStatuses = ["pending", "stored", "failed", "refused"] as const;

export type MediaStatus = (typeof mediaStatuses)[number];

/** Hexadecimal after the prefix. */
export const MessageId = z
	.string()
	.regex(/^msg_[0-9a-f]{16,64}$/, "A message id is msg_ and hexadecimal digits.");

export type MessageId = z.infer<typeof MessageId>;

/** Who did something, for the books. `role` is null for a key and for the system. */
export const Actor = z.object({
	kind: z.enum(["user", "key", "system"]),
	id: z.string().max(100).nullable(),
	name: z.string().max(200),
	role: z.enum(["owner", "admin", "agent"]).nullable(),
});

export type Actor = z.infer<typeof Actor>;

/** A picture or file that came with a text. It can be fetched once `status` is `stored`. */
export const MessageMedia = z
	.object({
		id: z.string(),
		contentType: z.string(),
		status: z.enum(mediaStatuses),
		failure: z.string().nullable(),
		bytes: z.int().nullable(),
	})
	.meta({ id: "MessageMedia" });

export type MessageMedia = z.infer<typeof MessageMedia>;

export const Message = z
	.object({
		id: z.string(),
		carrierId: z.string().nullable(),
		conversationId: z.string(),
		direction: z.enum(["inbound", "outbound"]),
		from: z.string(),
		to: z.string(),
		body: z.string(),
		author: z.enum(messageAuthors),
		authorName: z.string().nullable().meta({ description: "The person who wrote it." }),
		category: z.enum(messageCategories),
		status: z.enum(messageStatuses),
		errorCode: z.int().nullable().meta({ description: "The carrier's." }),
		error: z.string().nullable().meta({ description: "What went wrong, in words, and what to do next." }),
		retryAt: instant.nullable().meta({
			description:
				"When it is handed to the carrier again, which refused it for now, such as for a daily limit. Null: it does not wait for that.",
		}),
		refusal: z.enum(refusalCodes).nullable(),
		reason: z.string().nullable().meta({ description: "Why the send gate allowed or refused it." }),
		segments: z.int(),
		media: z.array(MessageMedia),
		campaignId: z.string().nullable(),
		isBlocked: z.boolean().meta({
			description: "From a contact who was blocked when it came: kept, counted as read, not answered.",
		}),
		createdAt: instant,
	})
	.meta({ id: "Message" });

export type Message = z.infer<typeof Message>;

/** One moment of a message's life. `detail` holds small facts, never the message's words. */
export const MessageEvent = z
	.object({
		kind: z.enum(messageEventKinds),
		status: z.enum(messageStatuses).nullable(),
		errorCode: z.int().nullable(),
		detail: z.string().nullable(),
		at: instant,
	})
	.meta({ id: "MessageEvent" });

export type MessageEvent = z.infer<typeof MessageEvent>;

export const MessageWithHistory = Message.extend({ events: z.array(MessageEvent) }).meta({
	id: "MessageWithHistory",
});

export type MessageWithHistory = z.infer<typeof MessageWithHistory>;

/** What the API adds where a number of a contact stands. */
export const contactName = z.string().nullable().meta({
	description:
		"Of the contact with this number: its name, or else its company. Null where there is none, and for those who may not read contacts.",
});

/** A text that a search found. */
export const FoundMessage = Message.extend({ contactName }).meta({ id: "FoundMessage" });

export type FoundMessage = z.infer<typeof FoundMessage>;

/** `number`: the contact. `from` and `to` (exclusive) are the period. */
export const ListMessages = z.object({
	number: z.string().trim().min(1).max(64).optional(),
	from: instant.optional(),
	to: instant.optional(),
	limit: z.int().min(1).max(1000).default(50),
	cursor: z.string().max(500).optional(),
});

export type ListMessages = z.input<typeof ListMessages>;

/** All words must occur; the last one may be a beginning. Newest first. */
export const SearchMessages = z.object({
	query: z.string().trim().min(1).max(200),
	limit: z.int().min(1).max(1000).default(50),
	cursor: z.string().max(500).optional(),
});

export type SearchMessages = z.input<typeof SearchMessages>;
