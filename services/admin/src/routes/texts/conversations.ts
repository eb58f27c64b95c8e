import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import type { Result } from "@cloudpbx/contracts/errors";
import {
	AddNote,
	CloseConversations,
	ConversationKey,
	ConversationRef,
	ReadConversations,
	ReplyToConversation,
} from "@cloudpbx/contracts/texts/conversation-input";
import {
	type Conversation,
	type ConversationThread,
	conversationModes,
	NamedConversation,
	NamedThread,
	Note,
} from "@cloudpbx/contracts/texts/conversations";
import { Message } from "@cloudpbx/contracts/texts/messages";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { someOf } from "../../domain/lists/list-field.ts";
import { NumberField } from "../../domain/numbers/number-field.ts";
import type { ApiEnv } from "../../env.ts";
import { nameContacts } from "../../operations/contacts/contact-names.ts";
import {
	addNote,
	type ConversationChange,
	changeConversation,
	closeConversations,
	takeOnly,
} from "../../operations/texts/change-conversation.ts";
import { replyToConversation } from "../../operations/texts/send-text.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, readFrom } from "../request.ts";

const tags = ["Conversations"];
const asItIsNow = jsonAnswer(NamedConversation, "As it is now.");
const oneOrSeveral = jsonAnswer(
	z.union([NamedConversation, z.object({ items: z.array(NamedConversation) })]),
	"As it is now. For several, `items` has those that exist, in the requested order.",
);

const ListQuery = PageQuery.extend({
	filter: someOf(conversationModes).optional().meta({
		description: "The conversation's mode: `assistant`, `human`, `waiting` (for a person) or `closed`.",
	}),
	unread: z
		.literal("true")
		.transform(() => true as const)
		.optional()
		.meta({ type: "string", enum: ["true"], description: "Only those with unread texts." }),
	number: NumberField.optional().meta({ description: "Our number." }),
});

const ThreadQuery = PageQuery.extend({
	after: z.string().min(1).max(500).optional().meta({
		description:
			"A message's id, or a cursor of this conversation: only newer messages, oldest first. Not together with `cursor`.",
	}),
});
const threadDescription =
	"The newest messages and the notes of their time, at most `limit` of each, in the order of time. `nextCursor` leads to older ones. `after` asks for newer ones instead, and `nextCursor` then leads to still newer ones.";

export const conversations = createApi()
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/conversations",
			tags,
			summary: "List conversations",
			description:
				"Latest first. With several filters a page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null.",
			request: { query: ListQuery },
			responses: { 200: jsonAnswer(pageOf(NamedConversation), "One page.") },
		}),
		async (c) => {
			const list = c.env.MESSAGING.listConversations(c.req.valid("query"));
			const { items, nextCursor } = await readFrom("messaging", list);
			return c.json({ items: await named(c, items), nextCursor }, 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/conversations/{id}",
			tags,
			summary: "Get a conversation with its messages and notes",
			description: threadDescription,
			request: { params: IdParam, query: ThreadQuery },
			responses: { 200: jsonAnswer(NamedThread, "The conversation.") },
		}),
		async (c) => {
			const { id: conversationId } = c.req.valid("param");
			const thread = c.env.MESSAGING.getConversation({ conversationId }, c.req.valid("query"));
			return c.json(await namedOne(c, await readFrom("messaging", thread)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/conversations/{from}/{to}",
			tags,
			summary: "Get a conversation by its two numbers",
			description: `\`from\` is the contact, \`to\` our number; \`+\` and \`%2B\` are the same. ${threadDescription}`,
			request: { params: ConversationKey, query: ThreadQuery },
			responses: { 200: jsonAnswer(NamedThread, "The conversation.") },
		}),
		async (c) => {
			const thread = c.env.MESSAGING.getConversation(c.req.valid("param"), c.req.valid("query"));
			return c.json(await namedOne(c, await readFrom("messaging", thread)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/conversations/reply",
			tags,
			summary: "Reply",
			description:
				"The conversation now belongs to a person, and an answer that the AI was writing is dropped. When the send gate refuses, `detail` says why. A repeated request with the same `id` is the same text.",
			request: { body: jsonBody(ReplyToConversation) },
			responses: { 201: jsonAnswer(Message, "On its way; `status` follows.") },
		}),
		async (c) => {
			return c.json(unwrap(await replyToConversation(contextOf(c), c.req.valid("json"))), 201);
		},
	)
	.openapi(
		changeRoute(
			"takeover",
			"Take a conversation over",
			"The AI stays silent in the conversation until it is handed back.",
		),
		async (c) => c.json(await change(c, "conversation.takeover", c.req.valid("json")), 200),
	)
	.openapi(
		changeRoute("handback", "Hand a conversation back to the AI", "It answers what comes from now on."),
		async (c) => c.json(await change(c, "conversation.handback", c.req.valid("json")), 200),
	)
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/conversations/close",
			tags,
			summary: "Close conversations",
			description: "Closed until the contact writes again. For one conversation, or several by their `ids`.",
			request: { body: jsonBody(CloseConversations) },
			responses: { 200: oneOrSeveral },
		}),
		async (c) => {
			const { ids, ...one } = c.req.valid("json");
			const refs = ids?.map((conversationId) => ({ conversationId })) ?? [one];
			const closed = await closeConversations(contextOf(c), refs);
			return c.json(await answerOf(c, closed, ids !== undefined), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "post",
			path: "/api/conversations/read",
			tags,
			summary: "Mark conversations as read",
			description:
				"`upTo` is the id of a message: later texts stay unread. An older message than the last read one changes nothing. For one conversation, or several as `items`.",
			request: { body: jsonBody(ReadConversations) },
			responses: { 200: oneOrSeveral },
		}),
		async (c) => {
			const { items, ...one } = c.req.valid("json");
			const read = await askService("messaging", c.env.MESSAGING.markConversationsRead(items ?? [one]));
			return c.json(await answerOf(c, read, items !== undefined), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "post",
			path: "/api/conversations/unread",
			tags,
			summary: "Mark a conversation as unread",
			description: "At least one text is unread afterwards.",
			request: { body: jsonBody(ConversationRef) },
			responses: { 200: asItIsNow },
		}),
		async (c) => {
			const marked = c.env.MESSAGING.markConversationUnread(c.req.valid("json"));
			return c.json(await namedOne(c, await readFrom("messaging", marked)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/conversations/notes",
			tags,
			summary: "Add a note",
			description: "For colleagues only: the contact never sees it.",
			request: { body: jsonBody(AddNote) },
			responses: { 201: jsonAnswer(Note, "The note.") },
		}),
		async (c) => {
			return c.json(unwrap(await addNote(contextOf(c), c.req.valid("json"))), 201);
		},
	);

function changeRoute<const Verb extends string>(verb: Verb, summary: string, description: string) {
	return guardedRoute("messages:send", {
		method: "post",
		path: `/api/conversations/${verb}`,
		tags,
		summary,
		description,
		request: { body: jsonBody(ConversationRef) },
		responses: { 200: asItIsNow },
	});
}

async function change(c: Context<ApiEnv>, action: ConversationChange, ref: ConversationRef) {
	const changed = await changeConversation(contextOf(c), action, ref);
	return namedOne(c, unwrap(changed));
}

async function answerOf(c: Context<ApiEnv>, changed: Result<Conversation[]>, isSeveral: boolean) {
	if (isSeveral) return { items: await named(c, unwrap(changed)) };
	return namedOne(c, unwrap(takeOnly(changed)));
}

function named<Item extends Conversation | ConversationThread>(c: Context<ApiEnv>, items: readonly Item[]) {
	return nameContacts(contextOf(c), items, ({ from }) => from);
}

async function namedOne<Item extends Conversation | ConversationThread>(c: Context<ApiEnv>, item: Item) {
	const [one] = await named(c, [item]);
	return one ?? { ...item, contactName: null };
}
