import { pageOf } from "@cloudpbx/contracts/api/page";
import {
	AddOptOut,
	ConsentEvent,
	ListOptOuts,
	OptOut,
	RemoveOptOut,
} from "@cloudpbx/contracts/texts/opt-outs";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { readOptOutRows } from "../../domain/texts/read-opt-out-rows.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { addOptOut, removeOptOut } from "../../operations/texts/change-opt-outs.ts";
import { importOptOuts } from "../../operations/texts/import-opt-outs.ts";
import { unwrap } from "../../refusal-error.ts";
import { readCsvBody, refuseCsvFaults } from "../files/read-csv-body.ts";
import { FileListQuery, fileListAnswer, respondWithList } from "../lists/respond-with-list.ts";
import { contextOf, readFrom } from "../request.ts";

const tags = ["Opt-outs"];
const columns = ["number", "source", "words", "reason", "addedBy", "at"] as const;
const OptOutsQuery = FileListQuery.extend({
	number: ListOptOuts.shape.number,
});
const NumberParam = RemoveOptOut.pick({ number: true });
const RemovalReason = RemoveOptOut.pick({ reason: true });

const ImportReport = z
	.object({
		added: z.int(),
		unchanged: z.int().meta({ description: "The number had already opted out." }),
		invalidCount: z.int(),
		invalid: z.array(z.object({ line: z.int(), reason: z.string() })),
	})
	.meta({ id: "OptOutImport" });

export const optOuts = createApi()
	.openapi(
		guardedRoute("optouts:read", {
			method: "get",
			path: "/api/opt-outs",
			tags,
			summary: "List who is opted out now",
			description:
				"Latest first. `number` (as typed or E.164) finds one number. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 20,000 per file; `Link` then has the next part.",
			request: { query: OptOutsQuery },
			responses: { 200: fileListAnswer(OptOut) },
		}),
		async (c) => {
			const { limit, cursor, ...filter } = c.req.valid("query");
			const list: ListPage<OptOut> = (page) =>
				askService("messaging", c.env.MESSAGING.listOptOuts({ ...filter, ...page }));
			return respondWithList(c, list, { limit, cursor }, { columns, filename: "opt-outs.csv" });
		},
	)
	.openapi(
		guardedRoute("optouts:write", {
			method: "post",
			path: "/api/opt-outs",
			tags,
			summary: "Opt a number out",
			description: "Nobody can text the number any more.",
			request: { body: jsonBody(AddOptOut) },
			responses: { 201: jsonAnswer(OptOut, "Opted out.") },
		}),
		async (c) => {
			return c.json(unwrap(await addOptOut(contextOf(c), c.req.valid("json"))), 201);
		},
	)
	.openapi(
		guardedRoute("optouts:write", {
			method: "post",
			path: "/api/opt-outs/import",
			tags,
			summary: "Opt many numbers out",
			description:
				"A CSV file with the columns `number` and `reason`, as the export has them. Files with other headings, or without a heading, are read like files of recipients. Rows without a telephone number are reported. A file without any readable number is refused. Importing the same file again changes nothing.",
			request: { body: { required: true, content: { "text/csv": { schema: z.string() } } } },
			responses: { 200: jsonAnswer(ImportReport, "The result; lines are counted from 1.") },
		}),
		async (c) => {
			const text = await readCsvBody(c);
			const rows = refuseCsvFaults("", () => readOptOutRows(text));
			const imported = importOptOuts(contextOf(c), rows);
			return c.json(unwrap(await imported), 200);
		},
	)
	.openapi(
		guardedRoute("optouts:read", {
			method: "get",
			path: "/api/opt-outs/{number}/events",
			tags,
			summary: "Get the ledger of consent of a number",
			description: "Oldest first: every opt-out and opt-in, its source and its words.",
			request: { params: NumberParam },
			responses: { 200: jsonAnswer(pageOf(ConsentEvent), "All of it.") },
		}),
		async (c) => {
			const ledger = c.env.MESSAGING.listConsentEvents(c.req.valid("param").number);
			const items = await readFrom("messaging", ledger);
			return c.json({ items, nextCursor: null }, 200);
		},
	)
	.openapi(
		guardedRoute("optouts:write", {
			method: "delete",
			path: "/api/opt-outs/{number}",
			tags,
			summary: "Lift an opt-out",
			description:
				"For owners and admins. The reason says why this number may be texted again. START from the phone does the same.",
			request: { params: NumberParam, body: jsonBody(RemovalReason) },
			responses: { 204: { description: "The number can be texted again." } },
		}),
		async (c) => {
			const input = { ...c.req.valid("param"), ...c.req.valid("json") };
			unwrap(await removeOptOut(contextOf(c), input));
			return c.body(null, 204);
		},
	);
