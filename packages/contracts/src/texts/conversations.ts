import * as z from "zod";
import { instant } from "../instant.ts";
import { contactName, Message, messageAuthors } from "./messages.ts";

export const conversationModes = ["assistant", "human", "waiting", "closed"] as const;

export const ConversationMode = z.enum(conversationModes);

export type ConversationMode = z.infer<typeof ConversationMode>;

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
	/** Neither the rules nor the model are sure whether it is an opt-out. */
	"may_want_no_texts",
] as const;

export type WaitingReason = (typeof waitingReasons)[number];

/** `from` is the contact, `to` our number. */
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

export const NamedConversation = Conversation.extend({ contactName }).meta({ id: "Conversation" });

export type NamedConversation = z.infer<typeof NamedConversation>;

export const Note = z
	.object({ id: z.string(), text: z.string(), authorName: z.string(), createdAt: instant })
	.meta({ id: "Note" });

export type Note = z.infer<typeof Note>;

/** One page, oldest first: the newest, then older ones by `nextCursor`; with `after` the newer ones. */
export const ConversationThread = Conversation.extend({
	messages: z.array(Message),
	notes: z.array(Note),
	nextCursor: z.string().nullable(),
});

export type ConversationThread = z.infer<typeof ConversationThread>;

export const NamedThread = ConversationThread.extend({ contactName }).meta({ id: "ConversationThread" });

export type NamedThread = z.infer<typeof NamedThread>;
