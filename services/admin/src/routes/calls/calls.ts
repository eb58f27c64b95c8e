import { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import { CallOutProgress, StartCall } from "@cloudpbx/contracts/api/calls-out";
import { callEndings, receptionistResults } from "@cloudpbx/contracts/calls/calls";
import { dangers } from "@cloudpbx/contracts/calls/danger";
import { accept } from "@cloudpbx/contracts/errors";
import { Ext } from "@cloudpbx/contracts/extensions/ext";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { someOf } from "../../domain/lists/list-field.ts";
import { NumberField } from "../../domain/numbers/number-field.ts";
import { callOutFacts, followCallOut, hangUpCallOut, placeCallOut } from "../../operations/calls/call-out.ts";
import { findCall } from "../../operations/calls/find-call.ts";
import { listCalls } from "../../operations/calls/list-calls.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { companyZone } from "../../operations/office/load-settings.ts";
import { unwrap, unwrapBody } from "../../refusal-error.ts";
import { hourFields, periodFields, readHours, readPeriod } from "../lists/company-period.ts";
import { FileListQuery, fileListAnswer, respondWithList } from "../lists/respond-with-list.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["Calls"];
const columns = [
	"id",
	"carrierId",
	"direction",
	"from",
	"to",
	"extension",
	"outcome",
	"status",
	"startedAt",
	"answeredAt",
	"endedAt",
	"durationSeconds",
	"talkSeconds",
	"danger",
	"contactName",
] as const;

const CallsQuery = FileListQuery.extend({
	ext: Ext.optional(),
	outcome: someOf(["missed", ...callEndings])
		.optional()
		.meta({
			description: "Any of these outcomes. `missed` means incoming calls that are `failed` or `abandoned`.",
		}),
	state: z.enum(["open", "ended"]).optional().meta({ description: "`open`: in progress." }),
	direction: z.enum(["inbound", "outbound"]).optional(),
	number: NumberField.optional().meta({ description: "The other party's number." }),
	receptionist: z
		.enum(["any", ...receptionistResults])
		.optional()
		.meta({ description: "The AI receptionist's result. `any`: it took the call." }),
	danger: z
		.enum(["any", ...dangers])
		.optional()
		.meta({ description: "The danger that the caller spoke of. `any`: any danger." }),
	...periodFields,
	...hourFields,
});

export const calls = createApi()
	.openapi(
		guardedRoute(
			"calls:read",
			{
				method: "get",
				path: "/api/calls",
				tags,
				summary: "List calls",
				description:
					"Newest first. With several filters, with `direction`, `receptionist`, an hour of the week, or `state=ended` a page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 20,000 a file; the next part is then in `Link`.",
				request: { query: CallsQuery },
				responses: { 200: fileListAnswer(CallSummary) },
			},
			{ alongside: companyZone },
		),
		async (c) => {
			const { from, to, weekday, hour, ...query } = c.req.valid("query");
			const period = readPeriod(c, { from, to });
			const filter = { ...query, ...period, spans: readHours(c, { weekday, hour }, period) };
			const ctx = contextOf(c);
			const list: ListPage<CallSummary> = async (page) =>
				accept(await listCalls(ctx, filter, pageOfQuery(page, "number")));
			return respondWithList(c, list, query, { columns, filename: "calls.csv" });
		},
	)
	.openapi(
		guardedRoute("calls:read", {
			method: "get",
			path: "/api/calls/{id}",
			tags,
			summary: "Get a call with its timeline and what the receptionist decided",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Call, "The call.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const call = await findCall(contextOf(c), id);
			return c.json(unwrap(call), 200);
		},
	)
	.openapi(
		guardedRoute(
			"calls:write",
			{
				method: "post",
				path: "/api/calls",
				tags,
				summary: "Call somebody",
				description:
					"Rings the telephones of a person. The telephone on which 1 is pressed first is connected with `to`. Emergency numbers, short numbers, premium-rate numbers and countries that are switched off are refused (403). Calls beyond the settings `callsOutAtOnce` and `callsOutPerHour` are refused (429). Refusals are audited. A repeated request with the same `id` is the same call.",
				request: { body: jsonBody(StartCall) },
				responses: {
					202: jsonAnswer(CallOutProgress, "The telephones ring. `progress` has the state from then on."),
				},
			},
			{ alongside: callOutFacts },
		),
		async (c) => {
			const wish = c.req.valid("json");
			const placed = await placeCallOut(contextOf(c), wish, callOutFacts.of(c));
			return c.json(unwrapBody(placed), 202);
		},
	)
	.openapi(
		guardedRoute("calls:write", {
			method: "get",
			path: "/api/calls/{id}/progress",
			tags,
			summary: "Follow a call out",
			description: "An agent sees the own extension's voicemails.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(CallOutProgress, "The state of the call.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(unwrap(await followCallOut(contextOf(c), id)), 200);
		},
	)
	.openapi(
		guardedRoute("calls:write", {
			method: "post",
			path: "/api/calls/{id}/hang-up",
			tags,
			summary: "Hang up a call out",
			description: "Works in every state. A campaign that has ended stays as it is.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(CallOutProgress, "The result.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(unwrap(await hangUpCallOut(contextOf(c), id)), 200);
		},
	);
