import * as z from "zod";
import { instant } from "../instant.ts";

export const messageAuthors = ["contact", "assistant", "person", "campaign", "system"] as const;

export type MessageAuthor = (typeof messageAuthors)[number];

export const textSeries = [...messageAuthors, "consent", "answers"] as const;

/** Response times of texts, each text in exactly one; the assistant's answer counts. */
export const responseBuckets = ["within1Minute", "within5Minutes", "within1Hour", "later", "never"] as const;

export type ResponseBucket = (typeof responseBuckets)[number];

/** `pending`: before the carrier's answer. After it the carrier's; `sent` may be final: some never confirm. */
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

export const refusalCodes = [
	"opted_out",
	/** The carrier has an opt-out for this one sender; our other numbers may text the contact. */
	"pair_closed",
	"quiet_hours",
	"empty",
	"too_long",
	"recipient_invalid",
	"recipient_ours",
	"sender_not_ours",
	"sender_released",
	"too_many",
	/** The hourly maximum of a person, the company, or the assistant. */
	"ceiling",
	/** A country that the owner has not allowed, or a premium-rate number. */
	"country_forbidden",
	"campaign_stopped",
	"slot_missed",
	"id_taken",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

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

export const MessageId = z
	.string()
	.regex(/^msg_[0-9a-f]{16,64}$/, "A message id is msg_ and hexadecimal digits.");

export type MessageId = z.infer<typeof MessageId>;

/** The author of a change. `role` is null for a key and for the system. */
export const Actor = z.object({
	kind: z.enum(["user", "key", "system"]),
	id: z.string().max(100).nullable(),
	name: z.string().max(200),
	role: z.enum(["owner", "admin", "agent"]).nullable(),
});

export type Actor = z.infer<typeof Actor>;

/** A file that came with a text. It can be fetched once `status` is `stored`. */
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
				"When it goes to the carrier again after a temporary refusal, such as a daily limit; null: it does not wait for that.",
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

/** `detail` holds small facts, never the message's words. */
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

export const contactName = z.string().nullable().meta({
	description:
		"The name of the contact with this number, or else its company; null without one, and for readers who may not read contacts.",
});

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

/** All words must occur; the last one may be a prefix. Newest first. */
export const SearchMessages = z.object({
	query: z.string().trim().min(1).max(200),
	limit: z.int().min(1).max(1000).default(50),
	cursor: z.string().max(500).optional(),
});

export type SearchMessages = z.input<typeof SearchMessages>;
