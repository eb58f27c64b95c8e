import { Hono } from "hono";
import type { Exchange } from "../../context.ts";
import { changeMessage } from "../../messages/change-status.ts";
import type { Message } from "../../messages/message.ts";
import type { Filter } from "../../storage/collection.ts";
import { dateFilters } from "../dates.ts";
import { readForm } from "../form.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound, RestError } from "../rest-error.ts";
import { createMessage } from "./create-message.ts";
import { viewMessage } from "./view-message.ts";

export function messageRoutes(exchange: Exchange): Hono {
	const uri = `/2010-04-01/Accounts/${exchange.account.sid}/Messages.json`;
	return new Hono()
		.post("/Messages", async (context) => {
			const message = createMessage(exchange, await readForm(context));
			return context.json(viewMessage(exchange, message), 201);
		})
		.get("/Messages", (context) => {
			const filters = readFilters(new URL(context.req.url).searchParams);
			const list = { key: "messages", uri, collection: exchange.messages, filters };
			return listPage(context, list, (message) => viewMessage(exchange, message));
		})
		.get("/Messages/:sid", (context) =>
			context.json(viewMessage(exchange, getMessage(exchange, context.req.param("sid")))),
		)
		.post("/Messages/:sid", async (context) => {
			const message = getMessage(exchange, context.req.param("sid"));
			return context.json(viewMessage(exchange, updateMessage(exchange, message, await readForm(context))));
		})
		.delete("/Messages/:sid", (context) => {
			const message = getMessage(exchange, context.req.param("sid"));
			checkComplete(message);
			changeMessage(exchange, message.sid, { isListed: false });
			return context.body(null, 204);
		});
}

function readFilters(query: URLSearchParams): Filter[] {
	const equal = (name: string, field: string): Filter[] => {
		const value = query.get(name);
		return value ? [[`doc ->> '${field}' = ?`, value]] : [];
	};
	return [
		["doc ->> 'isListed' = 1"],
		...equal("To", "to"),
		...equal("From", "from"),
		// A text that still waits is found by the moment of its acceptance: whoever asks after it must not miss it.
		...dateFilters(query, "DateSent", "datedAt"),
	];
}

export function getMessage(exchange: Exchange, sid: string): Message {
	const message = exchange.messages.find(sid);
	if (!message?.isListed) throw new ResourceNotFound();
	return message;
}

/** `Body=` takes the words away; `Status=canceled` is for scheduled texts, which need a Messaging Service. */
function updateMessage(exchange: Exchange, message: Message, form: URLSearchParams): Message {
	const [body, status] = [form.get("Body"), form.get("Status")];
	if (status === "canceled" && body === null) {
		throw new RestError(409, 30409, `Message ${message.sid} cannot be canceled`);
	}
	if (body !== "" || status !== null) throw new RestError(400, 30400, "Parameters are not valid");
	checkComplete(message);
	return changeMessage(exchange, message.sid, { isRedacted: true }) ?? message;
}

function checkComplete({ sid, status }: Message): void {
	if (status === "queued" || status === "sending") {
		throw new RestError(409, 20009, `Cannot delete message ${sid} before it is complete`);
	}
}
