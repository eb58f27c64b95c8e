import { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import { PageQuery, pageLimitDefault, pageOf } from "@cloudpbx/contracts/api/page";
import { callOutcomes, receptionistResults } from "@cloudpbx/contracts/calls";
import { dangers } from "@cloudpbx/contracts/danger";
import { accept } from "@cloudpbx/contracts/errors";
import { Ext } from "@cloudpbx/contracts/ext";
import { openDb } from "@cloudpbx/db/open-db";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../api.ts";
import { someOf } from "../domain/list-field.ts";
import { NumberField } from "../domain/number-field.ts";
import { exportList } from "../operations/export-list.ts";
import { findCall } from "../operations/find-call.ts";
import { listCalls } from "../operations/list-calls.ts";
import { unwrap } from "../refusal-error.ts";
import { companyZone, hourFields, periodFields, readHours, readPeriod } from "./company-period.ts";
import { IdParam, pageOfQuery } from "./context.ts";
import { csvAnswer, isCsvWanted, respondWithCsv, respondWithPage } from "./respond-with-page.ts";

const tags = ["Calls"];
const columns = [
	"id",
	"carrierId",
	"direction",
	"from",
	"to",
	"contactName",
	"extension",
	"outcome",
	"status",
	"startedAt",
	"answeredAt",
	"endedAt",
	"durationSeconds",
	"talkSeconds",
	"danger",
] as const;

const filename = "calls.csv";

const CallsQuery = PageQuery.extend({
	limit: PageQuery.shape.limit.unwrap().optional(),
	ext: Ext.optional(),
	outcome: someOf(["missed", ...callOutcomes])
		.optional()
		.meta({ description: "Any of these; `missed` is `failed` and `abandoned`." }),
	state: z.enum(["open", "ended"]).optional().meta({ description: "`open`: in progress." }),
	direction: z.enum(["inbound", "outbound"]).optional(),
	number: NumberField.optional().meta({ description: "Who called or was called." }),
	receptionist: z
		.enum(["any", ...receptionistResults])
		.optional()
		.meta({ description: "What the AI receptionist came to; `any`: it took the call." }),
	danger: z
		.enum(["any", ...dangers])
		.optional()
		.meta({ description: "What danger the caller spoke of; `any`: of one." }),
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
				responses: { 200: csvAnswer(jsonAnswer(pageOf(CallSummary), "One page.")) },
			},
			{ alongside: companyZone },
		),
		async (c) => {
			const { from, to, weekday, hour, ...query } = c.req.valid("query");
			const period = readPeriod(c, { from, to });
			const filter = { ...query, ...period, spans: readHours(c, { weekday, hour }, period) };
			const db = openDb(c.env.DB);
			const list = async (page: Omit<PageQuery, "limit"> & { limit: number }) =>
				accept(await listCalls(db, filter, pageOfQuery(page, "number"), c.get("principal")));
			if (query.limit === undefined && isCsvWanted(c)) {
				const { csv, nextCursor } = unwrap(await exportList(list, query.cursor, columns));
				return respondWithCsv(c, csv, nextCursor, filename);
			}
			const page = unwrap(await list({ ...query, limit: query.limit ?? pageLimitDefault }));
			return respondWithPage(c, page, columns, filename);
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
			const call = await findCall(openDb(c.env.DB), c.env.VOICE, id, c.get("principal"));
			return c.json(unwrap(call), 200);
		},
	);
