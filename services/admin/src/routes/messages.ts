import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { refuse } from "@cloudpbx/contracts/errors";
import {
	FoundMessage,
	Message,
	MessageWithHistory,
	SearchMessages,
	SendText,
} from "@cloudpbx/contracts/messaging";
import { openDb } from "@cloudpbx/db/open-db";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../api.ts";
import { serveMediaAs } from "../domain/serve-media-as.ts";
import { askService } from "../operations/ask-service.ts";
import { nameContacts } from "../operations/contact-names.ts";
import { readStoredFile } from "../operations/read-stored-file.ts";
import { sendText } from "../operations/send-text.ts";
import { unwrap } from "../refusal-error.ts";
import { actOf, IdParam } from "./context.ts";
import { fileRequestOf, respondWithFile } from "./respond-with-file.ts";

const tags = ["Messages"];
const file = { content: { "*/*": { schema: z.string().meta({ format: "binary" }) } } };
const notStored = refuse("not_found", "This file is not stored here any more.");

export const messages = createApi()
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/sms/send",
			tags,
			summary: "Send a text",
			description:
				"From the main line unless `from` names another number of the company. When the send gate refuses, `detail` says why. With an `id` of your own the same request again is the same text.",
			request: { body: jsonBody(SendText) },
			responses: { 201: jsonAnswer(Message, "On its way; `status` follows.") },
		}),
		async (c) =>
			c.json(unwrap(await sendText(actOf(c), c.get("principal"), c.env.MESSAGING, c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/messages",
			tags,
			summary: "Search messages",
			description: "Newest first. All words of `q` must occur; the last one may be a beginning.",
			request: { query: PageQuery.extend({ q: SearchMessages.shape.query }) },
			responses: { 200: jsonAnswer(pageOf(FoundMessage), "One page.") },
		}),
		async (c) => {
			const { q, ...page } = c.req.valid("query");
			const found = c.env.MESSAGING.searchMessages({ query: q, ...page });
			const { items, nextCursor } = unwrap(await askService("messaging", found));
			const named = await nameContacts(openDb(c.env.DB), c.get("principal"), items, contactOf);
			return c.json({ items: named, nextCursor }, 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/messages/{id}",
			tags,
			summary: "Get a message with its delivery history",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(MessageWithHistory, "The message.") },
		}),
		async (c) => {
			const message = c.env.MESSAGING.getMessage(c.req.valid("param").id);
			return c.json(unwrap(await askService("messaging", message)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/media/{id}",
			tags,
			summary: "Get a picture or file that came with a text",
			description:
				"Pictures, sounds and films to look at, anything else to save; in whole or in part (`Range`). 412 while it is not fetched yet.",
			request: { params: IdParam },
			responses: {
				200: { description: "The whole file.", ...file },
				206: { description: "The part that `Range` asked for.", ...file },
				304: { description: "As the caller has it." },
				416: { description: "The part lies behind the end; `Content-Range` names the size." },
			},
		}),
		async (c) => {
			const found = c.env.MESSAGING.findMedia(c.req.valid("param").id);
			const { key, contentType } = unwrap(await askService("messaging", found));
			const servedAs = serveMediaAs(contentType);
			const answer = await readStoredFile(c.env.MESSAGE_MEDIA, key, fileRequestOf(c), servedAs);
			return answer === null ? unwrap(notStored) : respondWithFile(c, answer);
		},
	);

function contactOf({ direction, from, to }: Message): string {
	return direction === "inbound" ? from : to;
}
