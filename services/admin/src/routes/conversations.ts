import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import {
	AddNote,
	Conversation,
	ConversationKey,
	ConversationMode,
	ConversationThread,
	Message,
	Note,
	ReplyToConversation,
} from "@cloudpbx/contracts/messaging";
import type { Context } from "hono";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../api.ts";
import type { ApiEnv } from "../env.ts";
import { askService } from "../operations/ask-service.ts";
import { addNote, type ConversationChange, changeConversation } from "../operations/change-conversation.ts";
import { replyToConversation } from "../operations/send-text.ts";
import { unwrap } from "../refusal-error.ts";
import { actOf } from "./context.ts";

const tags = ["Conversations"];
const asItIsNow = { 200: jsonAnswer(Conversation, "As it is now.") };

export const conversations = createApi()
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/conversations",
			tags,
			summary: "List conversations",
			description:
				"Latest first. `filter` is who speaks: `assistant`, `human`, `waiting` (for a person) or `closed`.",
			request: { query: PageQuery.extend({ filter: ConversationMode.optional() }) },
			responses: { 200: jsonAnswer(pageOf(Conversation), "One page.") },
		}),
		async (c) => {
			const list = c.env.MESSAGING.listConversations(c.req.valid("query"));
			return c.json(unwrap(await askService("messaging", list)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/conversations/{from}/{to}",
			tags,
			summary: "Get a conversation with its messages and notes",
			description:
				"`from` is the contact, `to` our number; `+` and `%2B` are the same. The newest messages, oldest of them first; `nextCursor` leads to older ones.",
			request: { params: ConversationKey, query: PageQuery },
			responses: { 200: jsonAnswer(ConversationThread, "The conversation.") },
		}),
		async (c) => {
			const thread = c.env.MESSAGING.getConversation(c.req.valid("param"), c.req.valid("query"));
			return c.json(unwrap(await askService("messaging", thread)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/conversations/reply",
			tags,
			summary: "Reply",
			description:
				"The conversation is a person's from now on: what the AI was composing is dropped. When the send gate refuses, `detail` says why. With an `id` of your own the same request again is the same text.",
			request: { body: jsonBody(ReplyToConversation) },
			responses: { 201: jsonAnswer(Message, "On its way; `status` follows.") },
		}),
		async (c) => {
			const { MESSAGING } = c.env;
			const sent = replyToConversation(actOf(c), c.get("principal"), MESSAGING, c.req.valid("json"));
			return c.json(unwrap(await sent), 201);
		},
	)
	.openapi(
		changeRoute("takeover", "Take a conversation over", "The AI is silent in it until it is handed back."),
		async (c) => c.json(await change(c, "conversation.takeover", c.req.valid("json")), 200),
	)
	.openapi(
		changeRoute("handback", "Hand a conversation back to the AI", "It answers what comes from now on."),
		async (c) => c.json(await change(c, "conversation.handback", c.req.valid("json")), 200),
	)
	.openapi(changeRoute("close", "Close a conversation", "Until the contact writes again."), async (c) =>
		c.json(await change(c, "conversation.close", c.req.valid("json")), 200),
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "post",
			path: "/api/conversations/read",
			tags,
			summary: "Mark a conversation as read",
			request: { body: jsonBody(ConversationKey) },
			responses: asItIsNow,
		}),
		async (c) => {
			const read = c.env.MESSAGING.markConversationRead(c.req.valid("json"));
			return c.json(unwrap(await askService("messaging", read)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/conversations/notes",
			tags,
			summary: "Add a note",
			description: "For colleagues; the contact never sees it.",
			request: { body: jsonBody(AddNote) },
			responses: { 201: jsonAnswer(Note, "The note.") },
		}),
		async (c) => {
			const { MESSAGING } = c.env;
			return c.json(unwrap(await addNote(actOf(c), c.get("principal"), MESSAGING, c.req.valid("json"))), 201);
		},
	);

function changeRoute<const Verb extends string>(verb: Verb, summary: string, description: string) {
	return guardedRoute("messages:send", {
		method: "post",
		path: `/api/conversations/${verb}`,
		tags,
		summary,
		description,
		request: { body: jsonBody(ConversationKey) },
		responses: asItIsNow,
	});
}

async function change(c: Context<ApiEnv>, action: ConversationChange, key: ConversationKey) {
	return unwrap(await changeConversation(actOf(c), c.get("principal"), c.env.MESSAGING, action, key));
}
