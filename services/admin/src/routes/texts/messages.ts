import { accept, refuse } from "@cloudpbx/contracts/errors";
import { SendText } from "@cloudpbx/contracts/texts/conversation-input";
import {
	FoundMessage,
	Message,
	MessageWithHistory,
	SearchMessages,
} from "@cloudpbx/contracts/texts/messages";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { AddressField } from "../../domain/numbers/number-field.ts";
import { serveMediaAs } from "../../domain/texts/serve-media-as.ts";
import type { ApiEnv } from "../../env.ts";
import { nameContacts } from "../../operations/contacts/contact-names.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { companyZone } from "../../operations/office/load-settings.ts";
import { sendText } from "../../operations/texts/send-text.ts";
import { badField, unwrap } from "../../refusal-error.ts";
import { fileAnswers, respondWithStoredFile } from "../files/respond-with-file.ts";
import { periodFields, readPeriod } from "../lists/company-period.ts";
import { FileListQuery, fileListAnswer, respondWithList } from "../lists/respond-with-list.ts";
import { contextOf, IdParam, readFrom } from "../request.ts";

const tags = ["Messages"];
const columns = [
	"id",
	"carrierId",
	"conversationId",
	"createdAt",
	"direction",
	"from",
	"to",
	"contactName",
	"body",
	"author",
	"authorName",
	"category",
	"status",
	"errorCode",
	"error",
	"refusal",
	"reason",
	"segments",
	"campaignId",
] as const;
const MessagesQuery = FileListQuery.extend({
	q: SearchMessages.shape.query.optional(),
	number: AddressField.optional().meta({ description: "The contact." }),
	...periodFields,
});
type MessagesFilter = Omit<z.infer<typeof MessagesQuery>, "limit" | "cursor">;
const anyFile = { "*/*": { schema: z.string().meta({ format: "binary" }) } };
const notStored = refuse("not_found", "This file is no longer stored here.");

export const messages = createApi()
	.openapi(
		guardedRoute("messages:send", {
			method: "post",
			path: "/api/sms/send",
			tags,
			summary: "Send a text",
			description:
				"Sent from the main line unless `from` names another number of the company. When the send gate refuses, `detail` says why. A repeated request with the same `id` is the same text.",
			request: { body: jsonBody(SendText) },
			responses: { 201: jsonAnswer(Message, "On its way; `status` follows.") },
		}),
		async (c) => c.json(unwrap(await sendText(contextOf(c), c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute(
			"messages:read",
			{
				method: "get",
				path: "/api/messages",
				tags,
				summary: "List or search messages",
				description:
					"Newest first: texts of all conversations, of the contact `number`, or with all words of `q`. The last word may be incomplete. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 20,000 per file; `Link` then has the next part.",
				request: { query: MessagesQuery },
				responses: { 200: fileListAnswer(FoundMessage) },
			},
			{ alongside: companyZone },
		),
		async (c) => {
			const { limit, cursor, ...query } = c.req.valid("query");
			const file = { columns, filename: "texts.csv" };
			return respondWithList(c, listing(c, query), { limit, cursor }, file);
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
			return c.json(await readFrom("messaging", c.env.MESSAGING.getMessage(c.req.valid("param").id)), 200);
		},
	)
	.openapi(
		guardedRoute("messages:read", {
			method: "get",
			path: "/api/media/{id}",
			tags,
			summary: "Get a picture or file that came with a text",
			description:
				"Pictures, sounds and videos open in the browser, other files are saved. `Range` is supported. 412 while the file has not been fetched yet.",
			request: { params: IdParam },
			responses: fileAnswers("file", anyFile),
		}),
		async (c) => {
			const found = c.env.MESSAGING.findMedia(c.req.valid("param").id);
			const { key, contentType } = await readFrom("messaging", found);
			const stored = { bucket: c.env.MESSAGE_MEDIA, key };
			return respondWithStoredFile(c, stored, serveMediaAs(contentType), notStored);
		},
	);

function listing(c: Context<ApiEnv>, { q, number, ...edges }: MessagesFilter) {
	const { from, to } = readPeriod(c, edges);
	if (q !== undefined && (number ?? from ?? to) !== undefined) {
		throw badField({ in: "query", field: "q", message: "A search takes no other filter." });
	}
	const filter = {
		...(number !== undefined && { number }),
		...(from && { from: from.toISOString() }),
		...(to && { to: to.toISOString() }),
	};
	const list: ListPage<FoundMessage> = async (page) => {
		const { MESSAGING } = c.env;
		const found =
			q === undefined
				? MESSAGING.listMessages({ ...filter, ...page })
				: MESSAGING.searchMessages({ query: q, ...page });
		const listed = await askService("messaging", found);
		if (!listed.ok) return listed;
		const { items, nextCursor } = listed.value;
		return accept({
			items: await nameContacts(contextOf(c), items, contactOf),
			nextCursor,
		});
	};
	return list;
}

function contactOf({ direction, from, to }: Message): string {
	return direction === "inbound" ? from : to;
}
