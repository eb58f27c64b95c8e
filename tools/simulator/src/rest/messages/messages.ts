import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { changeMessage } from "../../messages/change-status.ts";
import type { Message } from "../../messages/message.ts";
import type { Filter } from "../../storage/collection.ts";
import { dateFilters } from "../dates.ts";
import { readForm } from "../form.ts";
import { listPage } from "../list-page.ts";
import { RestError } from "../rest-error.ts";
import { createMessage } from "./create-message.ts";
import { getMessage } from "./get-message.ts";
import { toMessageResource } from "./message-resource.ts";

export function messageRoutes(ctx: NetworkContext): Hono {
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}/Messages.json`;
	return new Hono()
		.post("/Messages", async (context) => {
			const message = createMessage(ctx, await readForm(context));
			return context.json(toMessageResource(ctx, message), 201);
		})
		.get("/Messages", (context) => {
			const filters = readFilters(new URL(context.req.url).searchParams);
			const list = { key: "messages", uri, collection: ctx.messages, filters };
			return listPage(context, list, (message) => toMessageResource(ctx, message));
		})
		.get("/Messages/:sid", (context) =>
			context.json(toMessageResource(ctx, getMessage(ctx, context.req.param("sid")))),
		)
		.post("/Messages/:sid", async (context) => {
			const message = getMessage(ctx, context.req.param("sid"));
			return context.json(toMessageResource(ctx, updateMessage(ctx, message, await readForm(context))));
		})
		.delete("/Messages/:sid", (context) => {
			const message = getMessage(ctx, context.req.param("sid"));
			checkComplete(message);
			changeMessage(ctx, message.sid, { isListed: false });
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
		// A waiting text is found by the date of its acceptance, so that a search after a lost answer finds it.
		...dateFilters(query, "DateSent", "datedAt"),
	];
}

/** An empty `Body` redacts the text. `Status=canceled` needs a Messaging Service. */
function updateMessage(ctx: NetworkContext, message: Message, form: URLSearchParams): Message {
	const [body, status] = [form.get("Body"), form.get("Status")];
	if (status === "canceled" && body === null) {
		throw new RestError(409, 30409, `Message ${message.sid} cannot be canceled`);
	}
	if (body !== "" || status !== null) throw new RestError(400, 30400, "Parameters are not valid");
	checkComplete(message);
	return changeMessage(ctx, message.sid, { isRedacted: true }) ?? message;
}

function checkComplete({ sid, status }: Message): void {
	if (status === "queued" || status === "sending") {
		throw new RestError(409, 20009, `Cannot delete message ${sid} before it is complete`);
	}
}
