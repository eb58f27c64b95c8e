import { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { openDb } from "@cloudpbx/db/open-db";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../api.ts";
import { listAuditEvents } from "../operations/list-audit-events.ts";
import { badField } from "../refusal-error.ts";
import { pageOfQuery } from "./context.ts";

const AuditQuery = PageQuery.extend({
	targetKind: z.string().max(100).optional(),
	targetId: z.string().max(100).optional().meta({ description: "Only with `targetKind`." }),
});

export const audit = createApi().openapi(
	guardedRoute("audit:read", {
		method: "get",
		path: "/api/audit",
		tags: ["System"],
		summary: "List changes",
		request: { query: AuditQuery },
		responses: { 200: jsonAnswer(pageOf(AuditEvent), "Newest first.") },
	}),
	async (c) => {
		const query = c.req.valid("query");
		// No index serves it alone, and an id means nothing without its kind.
		if (query.targetId !== undefined && query.targetKind === undefined) {
			throw badField({ in: "query", field: "targetKind", message: "A targetId needs its targetKind." });
		}
		return c.json(await listAuditEvents(openDb(c.env.DB), query, pageOfQuery(query, "number")), 200);
	},
);
