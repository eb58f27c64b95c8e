import * as z from "zod";
import { ConversationMode, type Note } from "./conversations.ts";
import { MessageId } from "./messages.ts";

/** As typed: messaging reads and checks numbers. Path and body fields of the API have these names. */
export const ConversationKey = z.object({
	from: z.string().trim().min(1).max(64),
	to: z.string().trim().min(1).max(64),
});

export type ConversationKey = z.infer<typeof ConversationKey>;

export const conversationId = z.string().min(1).max(100);

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

export const text = z.string().max(20_000);

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
