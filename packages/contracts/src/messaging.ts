import * as z from "zod";

const instant = z.iso.datetime();

/** Who speaks in a conversation. `waiting`: the assistant has said that a person will answer, and is silent. */
export const conversationModes = ["assistant", "human", "waiting", "closed"] as const;
export const ConversationMode = z.enum(conversationModes);
export type ConversationMode = z.infer<typeof ConversationMode>;

/** Why a conversation waits for a person. */
export const waitingReasons = [
	"asked_for_person",
	"unsure",
	"complaint",
	"emergency",
	"assistant_failed",
	"assistant_off",
	"assistant_limit",
	"repetition",
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

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
	"quiet_hours",
	"empty",
	"too_long",
	"recipient_invalid",
	"recipient_ours",
	"sender_not_ours",
	"sender_released",
	"too_many",
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

/** Chosen by whoever asks for the text: the same id again is the same text. Hexadecimal after the prefix. */
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
		refusal: z.enum(refusalCodes).nullable(),
		reason: z.string().nullable().meta({ description: "Why the send gate allowed or refused it." }),
		segments: z.int(),
		media: z.array(MessageMedia),
		campaignId: z.string().nullable(),
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

/** A contact and one of our numbers: `from` is the contact, `to` is ours. */
export const Conversation = z
	.object({
		id: z.string(),
		from: z.string(),
		to: z.string(),
		mode: ConversationMode,
		waitingReason: z.enum(waitingReasons).nullable(),
		takenOverBy: z.string().nullable(),
		isOptedOut: z.boolean(),
		unreadCount: z.int(),
		lastMessage: z
			.object({
				id: z.string(),
				preview: z.string(),
				direction: z.enum(["inbound", "outbound"]),
				author: z.enum(messageAuthors),
			})
			.nullable(),
		lastMessageAt: instant.nullable(),
		createdAt: instant,
	})
	.meta({ id: "Conversation" });
export type Conversation = z.infer<typeof Conversation>;

/** What people tell each other about a conversation; the contact never sees it. */
export const Note = z
	.object({ id: z.string(), text: z.string(), authorName: z.string(), createdAt: instant })
	.meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

/** One page of a conversation: the newest messages, oldest of them first; `nextCursor` leads to older ones. */
export const ConversationThread = Conversation.extend({
	messages: z.array(Message),
	notes: z.array(Note),
	nextCursor: z.string().nullable(),
}).meta({ id: "ConversationThread" });
export type ConversationThread = z.infer<typeof ConversationThread>;

/** As typed: messaging reads and checks numbers. Path and body fields of the API have these names. */
export const ConversationKey = z.object({
	from: z.string().trim().min(1).max(64),
	to: z.string().trim().min(1).max(64),
});
export type ConversationKey = z.infer<typeof ConversationKey>;

const text = z.string().max(20_000);

export const ReplyToConversation = ConversationKey.extend({ message: text, id: MessageId.optional() });
export type ReplyToConversation = z.infer<typeof ReplyToConversation>;

/** Without `from` the company's main line sends it. */
export const SendText = z.object({
	to: z.string().trim().min(1).max(64),
	message: text,
	from: z.string().trim().min(1).max(64).optional(),
	id: MessageId.optional(),
});
export type SendText = z.infer<typeof SendText>;

export const AddNote = ConversationKey.extend({ text: z.string().trim().min(1).max(4000) });
export type AddNote = z.infer<typeof AddNote>;

export const ListConversations = z.object({
	filter: ConversationMode.optional(),
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type ListConversations = z.input<typeof ListConversations>;

export const PageOfThread = z.object({
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type PageOfThread = z.input<typeof PageOfThread>;

/** All words must occur; the last one may be a beginning. Newest first. */
export const SearchMessages = z.object({
	query: z.string().trim().min(1).max(200),
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type SearchMessages = z.input<typeof SearchMessages>;
