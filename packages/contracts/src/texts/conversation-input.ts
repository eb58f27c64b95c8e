import * as z from "zod";
import { bodyCharactersMax } from "../words/text-limits.ts";
import { ConversationMode, type Note } from "./conversations.ts";
import { MessageId } from "./messages.ts";

export const ConversationKey = z.object({
	from: z.string().trim().min(1).max(64),
	to: z.string().trim().min(1).max(64),
});

export type ConversationKey = z.infer<typeof ConversationKey>;

export const conversationId = z.string().min(1).max(100);

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

/** The id of a message; later ones stay unread. */
const upTo = z.string().min(1).max(100).optional();

export const ReadConversation = aboutConversation({ upTo });

export type ReadConversation = z.infer<typeof ReadConversation>;

export const conversationsAtOnceMax = 200;

export const ReadConversations = aboutConversation({
	upTo,
	items: z.array(z.object({ conversationId, upTo })).min(1).max(conversationsAtOnceMax).optional(),
});

export type ReadConversations = z.infer<typeof ReadConversations>;

export const CloseConversations = aboutConversation({
	ids: z.array(conversationId).min(1).max(conversationsAtOnceMax).optional(),
});

export type CloseConversations = z.infer<typeof CloseConversations>;

export const text = z.string().max(bodyCharactersMax);

/** Chosen by the client: a repeated request with the same id is the same text (`sentMessageIdOf`). */
const chosenId = MessageId.optional();

export const ReplyToConversation = aboutConversation({ message: text, id: chosenId });

export type ReplyToConversation = z.infer<typeof ReplyToConversation>;

export const SendText = z.object({
	to: z.string().trim().min(1).max(64),
	message: text,
	from: z.string().trim().min(1).max(64).optional(),
	id: chosenId,
});

export type SendText = z.infer<typeof SendText>;

export const AddNote = aboutConversation({ text: z.string().trim().min(1).max(4000) });

export type AddNote = z.infer<typeof AddNote>;

export interface AddedNote {
	note: Note;
	conversation: ConversationKey & { id: string };
}

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
