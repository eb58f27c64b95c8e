import { Hono } from "hono";
import { type Call, isFinal } from "../../calls/call.ts";
import { endLine } from "../../calls/change-status.ts";
import { redirectLine } from "../../calls/redirect-line.ts";
import type { NetworkContext } from "../../context.ts";
import type { Filter } from "../../storage/collection.ts";
import { dateFilters, optionalDate, rfc2822 } from "../dates.ts";
import { readForm, readMethod, readUrl } from "../form.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound, RestError } from "../rest-error.ts";
import { inlineDocument } from "./inline-document.ts";
import { placeCall } from "./place-call.ts";

export function callRoutes(ctx: NetworkContext): Hono {
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}/Calls.json`;
	return new Hono()
		.post("/Calls", async (context) => {
			const line = placeCall(ctx, await readForm(context));
			return context.json(toCallResource(ctx, line.call), 201);
		})
		.get("/Calls", (context) => {
			const filters = readFilters(new URL(context.req.url).searchParams);
			const list = { key: "calls", uri, collection: ctx.calls, filters };
			return listPage(context, list, (call) => toCallResource(ctx, call));
		})
		.get("/Calls/:sid", (context) =>
			context.json(toCallResource(ctx, getCall(ctx, context.req.param("sid")))),
		)
		.post("/Calls/:sid", async (context) => {
			const call = getCall(ctx, context.req.param("sid"));
			updateCall(ctx, call, await readForm(context));
			return context.json(toCallResource(ctx, getCall(ctx, call.sid)));
		})
		.delete("/Calls/:sid", (context) => {
			const call = getCall(ctx, context.req.param("sid"));
			if (!isFinal(call.status)) throw new RestError(409, 20009, `Call ${call.sid} is still in progress`);
			ctx.calls.delete(call.sid);
			return context.body(null, 204);
		});
}

/** The account does not see calls between two virtual phones. */
const ofAccount: Filter = ["doc ->> 'direction' <> 'direct'"];

function readFilters(query: URLSearchParams): Filter[] {
	const equal = (name: string, field: string): Filter[] => {
		const value = query.get(name);
		return value ? [[`doc ->> '${field}' = ?`, value]] : [];
	};
	return [
		ofAccount,
		...equal("To", "to"),
		...equal("From", "from"),
		...equal("Status", "status"),
		...equal("ParentCallSid", "parentSid"),
		...dateFilters(query, "StartTime", "createdAt"),
		...dateFilters(query, "EndTime", "endedAt"),
	];
}

function getCall(ctx: NetworkContext, sid: string): Call {
	const call = ctx.calls.find(sid);
	if (!call || call.direction === "direct") throw new ResourceNotFound();
	return call;
}

function updateCall(ctx: NetworkContext, call: Call, form: URLSearchParams): void {
	const line = ctx.lines.get(call.sid);
	const status = form.get("Status");
	const url = readUrl(form, "Url");
	const twiml = form.get("Twiml");
	if (!status && !url && !twiml) return;
	const refuse = () =>
		new RestError(400, 21220, "Unable to update record. Call is not in-progress. Cannot redirect.");
	if (!line || (status === "canceled" && line.isAnswered)) throw refuse();
	// A call that is canceled in the queue reports nothing: https://www.twilio.com/docs/voice/twiml.
	if (call.status === "queued") line.call.progress = null;
	if (status === "canceled" || (status === "completed" && !line.isAnswered)) {
		endLine(line, "canceled", "canceled by REST");
	} else if (status === "completed") {
		endLine(line, "completed", "ended by REST");
	} else if (status) {
		throw new RestError(400, 21218, `Invalid Status: ${status}`);
	} else if (!line.isAnswered) {
		throw refuse();
	} else {
		const method = readMethod(form, "Method");
		redirectLine(line, twiml ? inlineDocument(line, twiml) : { url, method, params: {}, kind: "voice" });
	}
}

function toCallResource(ctx: NetworkContext, call: Call): Record<string, unknown> {
	const account = `/2010-04-01/Accounts/${ctx.account.sid}`;
	const uri = `${account}/Calls/${call.sid}`;
	return {
		sid: call.sid,
		account_sid: ctx.account.sid,
		parent_call_sid: call.parentSid,
		api_version: "2010-04-01",
		from: call.from,
		from_formatted: call.from,
		to: call.to,
		to_formatted: call.to,
		phone_number_sid: call.numberSid,
		status: call.status,
		direction: call.direction,
		start_time: optionalDate(call.answeredAt ?? (isFinal(call.status) ? call.createdAt : null)),
		end_time: optionalDate(call.endedAt),
		duration: call.durationSeconds === null ? null : String(call.durationSeconds),
		date_created: rfc2822(call.createdAt),
		date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.createdAt),
		price: null,
		price_unit: "USD",
		answered_by: null,
		forwarded_from: call.extraParams.ForwardedFrom ?? null,
		caller_name: call.extraParams.CallerName ?? null,
		group_sid: null,
		trunk_sid: "",
		queue_time: "0",
		annotation: null,
		uri: `${uri}.json`,
		subresource_uris: {
			recordings: `${uri}/Recordings.json`,
			notifications: `${uri}/Notifications.json`,
			events: `${uri}/Events.json`,
			payments: `${uri}/Payments.json`,
			siprec: `${uri}/Siprec.json`,
			streams: `${uri}/Streams.json`,
			transcriptions: `${uri}/Transcriptions.json`,
			user_defined_messages: `${uri}/UserDefinedMessages.json`,
			user_defined_message_subscriptions: `${uri}/UserDefinedMessageSubscriptions.json`,
		},
	};
}
