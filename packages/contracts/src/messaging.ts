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
	/** Texts to the number's country are switched off, or it is a premium-rate number. */
	"country_forbidden",
	"repetition",
	/** It may be an opt-out, and neither the rules nor the model are sure. */
	"may_want_no_texts",
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

/** A contact and one of our numbers: `from` is the contact, `to` is ours. */
export const Conversation = z.object({
	id: z.string(),
	from: z.string(),
	to: z.string(),
	mode: ConversationMode,
	waitingReason: z.enum(waitingReasons).nullable(),
	takenOverBy: z.string().nullable(),
	isOptedOut: z.boolean(),
	unreadCount: z.int(),
	waitingSince: instant.nullable().meta({
		description:
			"When the text came in that waits for a person. Null while none does, and after fifty more texts.",
	}),
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
});
export type Conversation = z.infer<typeof Conversation>;

/** What the API adds where a number of a contact stands. */
export const contactName = z.string().nullable().meta({
	description:
		"Of the contact with this number: its name, or else its company. Null where there is none, and for those who may not read contacts.",
});

/** A conversation as the API shows it. */
export const NamedConversation = Conversation.extend({ contactName }).meta({ id: "Conversation" });
export type NamedConversation = z.infer<typeof NamedConversation>;

/** A text that a search found. */
export const FoundMessage = Message.extend({ contactName }).meta({ id: "FoundMessage" });
export type FoundMessage = z.infer<typeof FoundMessage>;

/** What people tell each other about a conversation; the contact never sees it. */
export const Note = z
	.object({ id: z.string(), text: z.string(), authorName: z.string(), createdAt: instant })
	.meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

/**
 * One page of a conversation, messages and the notes of their time, oldest first: the newest page, and `nextCursor` leads to
 * older ones; asked for with `after`, what is newer than that, and `nextCursor` leads to still newer ones.
 */
export const ConversationThread = Conversation.extend({
	messages: z.array(Message),
	notes: z.array(Note),
	nextCursor: z.string().nullable(),
});
export type ConversationThread = z.infer<typeof ConversationThread>;

/** The same as the API shows it. */
export const NamedThread = ConversationThread.extend({ contactName }).meta({ id: "ConversationThread" });
export type NamedThread = z.infer<typeof NamedThread>;

/** As typed: messaging reads and checks numbers. Path and body fields of the API have these names. */
export const ConversationKey = z.object({
	from: z.string().trim().min(1).max(64),
	to: z.string().trim().min(1).max(64),
});
export type ConversationKey = z.infer<typeof ConversationKey>;

const conversationId = z.string().min(1).max(100);

/** An input about one conversation, named by its id or by its two numbers. */
function aboutConversation<More extends z.ZodRawShape>(more: More) {
	return z
		.object({ ...ConversationKey.partial().shape, conversationId: conversationId.optional(), ...more })
		.check(({ value, issues }) => {
			const mistake = findNamingMistake(value as Naming);
			if (mistake) issues.push({ code: "custom", input: value, ...mistake });
		});
}

type Naming = Partial<
	ConversationKey & { conversationId: string; upTo: string; items: unknown; ids: unknown }
>;

/** What is wrong with how a conversation is named, and in which field; null when it is named in one way. */
function findNamingMistake({ conversationId, from, to, items, ids, upTo }: Naming) {
	const several = items === undefined ? "ids" : "items";
	const isNumbered = from !== undefined || to !== undefined;
	const isSeveral = items !== undefined || ids !== undefined;
	const ways = [conversationId !== undefined, isNumbered, isSeveral].filter(Boolean).length;
	if (ways === 0) return { path: ["conversationId"], message: "conversationId is needed, or from and to." };
	if (ways > 1) {
		return {
			path: [isSeveral ? several : "conversationId"],
			message: "Conversations are named in one way only.",
		};
	}
	if (isSeveral && upTo !== undefined)
		return { path: ["upTo"], message: "Each of the items has its own upTo." };
	if (!isNumbered || (from !== undefined && to !== undefined)) return null;
	return {
		path: [from === undefined ? "from" : "to"],
		message: "from and to are needed, or conversationId.",
	};
}

export const ConversationRef = aboutConversation({});
export type ConversationRef = z.infer<typeof ConversationRef>;

/** With `upTo`, the id of a message, what came after it stays unread. */
const upTo = z.string().min(1).max(100).optional();

export const ReadConversation = aboutConversation({ upTo });
export type ReadConversation = z.infer<typeof ReadConversation>;

/** Maximum conversations of one request. */
export const conversationsAtOnceMax = 200;

/** What `POST /api/conversations/read` takes: one conversation, or several as `items`. */
export const ReadConversations = aboutConversation({
	upTo,
	items: z.array(z.object({ conversationId, upTo })).min(1).max(conversationsAtOnceMax).optional(),
});
export type ReadConversations = z.infer<typeof ReadConversations>;

/** What `POST /api/conversations/close` takes: one conversation, or several by their `ids`. */
export const CloseConversations = aboutConversation({
	ids: z.array(conversationId).min(1).max(conversationsAtOnceMax).optional(),
});
export type CloseConversations = z.infer<typeof CloseConversations>;

const text = z.string().max(20_000);

/**
 * The sender's own name for a text: the same name from the same sender is the same text, however often it is sent. The text's id is
 * made from both (`sentMessageIdOf`).
 */
const chosenId = MessageId.optional();

export const ReplyToConversation = aboutConversation({ message: text, id: chosenId });
export type ReplyToConversation = z.infer<typeof ReplyToConversation>;

/** Without `from` the company's main line sends it. */
export const SendText = z.object({
	to: z.string().trim().min(1).max(64),
	message: text,
	from: z.string().trim().min(1).max(64).optional(),
	id: chosenId,
});
export type SendText = z.infer<typeof SendText>;

export const AddNote = aboutConversation({ text: z.string().trim().min(1).max(4000) });
export type AddNote = z.infer<typeof AddNote>;

/** A note, and which conversation it is about. */
export interface AddedNote {
	note: Note;
	conversation: ConversationKey & { id: string };
}

/** `filter`: in one of these modes. `number`: our line, E.164. */
export const ListConversations = z.object({
	filter: z.array(ConversationMode).min(1).optional(),
	unread: z.literal(true).optional(),
	number: z.string().max(64).optional(),
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
});
export type ListConversations = z.input<typeof ListConversations>;

/** `after` is the id of a message, or a cursor of this conversation. */
export const PageOfThread = z.object({
	limit: z.int().min(1).max(200).default(50),
	cursor: z.string().max(500).optional(),
	after: z.string().max(500).optional(),
});
export type PageOfThread = z.input<typeof PageOfThread>;

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
