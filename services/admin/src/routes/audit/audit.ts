import { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { PageQuery } from "@cloudpbx/contracts/api/page";
import * as z from "zod";
import { createApi, guardedRoute } from "../../api.ts";
import { auditColumns, toAuditRow } from "../../domain/audit/audit-row.ts";
import { writeCsv } from "../../domain/files/write-csv.ts";
import { listAuditEvents } from "../../operations/audit/list-audit-events.ts";
import { companyZone } from "../../operations/office/load-settings.ts";
import { badField } from "../../refusal-error.ts";
import { periodFields, readPeriod } from "../lists/company-period.ts";
import { fileListAnswer, isCsvWanted, respondWithCsv } from "../lists/respond-with-list.ts";
import { contextOf, pageOfQuery } from "../request.ts";

const AuditQuery = PageQuery.extend({
	actorId: z.string().min(1).max(100).optional().meta({ description: "A person or a key." }),
	targetKind: z.string().max(100).optional(),
	targetId: z.string().max(100).optional().meta({ description: "Only with `targetKind`." }),
	...periodFields,
});

export const audit = createApi().openapi(
	guardedRoute(
		"audit:read",
		{
			method: "get",
			path: "/api/audit",
			tags: ["System"],
			summary: "List changes",
			description:
				"Newest first. With `actorId` and a target, or with `targetKind` alone, a page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null. CSV for `Accept: text/csv`; the next page is then in `Link`.",
			request: { query: AuditQuery },
			responses: { 200: fileListAnswer(AuditEvent) },
		},
		{ alongside: companyZone },
	),
	async (c) => {
		const { from, to, ...query } = c.req.valid("query");
		// No index serves an id without its kind.
		if (query.targetId !== undefined && query.targetKind === undefined) {
			throw badField({ in: "query", field: "targetKind", message: "A targetId needs its targetKind." });
		}
		const filter = { ...query, ...readPeriod(c, { from, to }) };
		const page = await listAuditEvents(contextOf(c), filter, pageOfQuery(query, "number"));
		if (isCsvWanted(c)) {
			const csv = writeCsv(page.items.map(toAuditRow), auditColumns);
			return respondWithCsv(c, csv, page.nextCursor, "audit.csv");
		}
		c.header("vary", "accept");
		return c.json(page, 200);
	},
);
