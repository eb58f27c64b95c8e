import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Db } from "@cloudpbx/db/open-db";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { and, desc, eq } from "drizzle-orm";
import { before, cutPage, type PageRequest } from "./page.ts";

export interface AuditFilter {
	targetKind?: string | undefined;
	targetId?: string | undefined;
}

/** Newest first, of everything or of one thing. */
export async function listAuditEvents(
	db: Db,
	{ targetKind, targetId }: AuditFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<AuditEvent>> {
	const rows = await db
		.select()
		.from(auditEvents)
		.where(
			and(
				targetKind === undefined ? undefined : eq(auditEvents.targetKind, targetKind),
				targetId === undefined ? undefined : eq(auditEvents.targetId, targetId),
				before(auditEvents.at, auditEvents.id, cursor),
			),
		)
		.orderBy(desc(auditEvents.at), desc(auditEvents.id))
		.limit(limit + 1);
	return cutPage(rows, limit, (row) => ({ key: row.at.getTime(), id: row.id }), showAuditEvent);
}

function showAuditEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
	return {
		id: row.id,
		at: row.at.toISOString(),
		actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
		action: row.action,
		target: { kind: row.targetKind, id: row.targetId },
		before: row.before,
		after: row.after,
		requestId: row.requestId,
	};
}
