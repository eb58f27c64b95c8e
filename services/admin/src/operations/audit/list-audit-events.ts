import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { findPage } from "@cloudpbx/db/find-page";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { type Cursor, encodeCursor } from "../../domain/lists/cursor.ts";
import { before, type PageRequest } from "../lists/page.ts";

export interface AuditFilter {
	actorId?: string | undefined;
	targetKind?: string | undefined;
	targetId?: string | undefined;
	from?: Date | undefined;
	/** Exclusive. */
	to?: Date | undefined;
}

/** Newest first. Filters that share no index scan the rows of one, so a page may be short. */
export async function listAuditEvents(
	ctx: Context,
	filter: AuditFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<AuditEvent>> {
	const { db } = ctx;
	const { actorId, targetKind, targetId } = filter;
	const isThing =
		targetKind === undefined || targetId === undefined
			? undefined
			: and(eq(auditEvents.targetKind, targetKind), eq(auditEvents.targetId, targetId));
	const isKind = targetKind === undefined ? undefined : eq(auditEvents.targetKind, targetKind);
	const isActor = actorId === undefined ? undefined : eq(auditEvents.actorId, actorId);
	const period = periodOf(filter, cursor);
	const { rows, last } = await findPage(db, {
		table: auditEvents,
		scan: (rowsMax) => [
			db
				.select()
				.from(auditEvents)
				.where(and(isThing ?? isActor, period))
				.orderBy(desc(auditEvents.at), desc(auditEvents.id))
				.limit(rowsMax),
		],
		order: sql`at DESC, id DESC`,
		matches: isThing ? isActor : isKind,
		limit,
		lookedUp: {},
	});
	return {
		items: rows.map(({ row }) => toAuditEvent(row)),
		nextCursor: last && encodeCursor({ key: last.row.at.getTime(), id: last.row.id }),
	};
}

/** Only the nearer upper bound: with two, SQLite may read all previous pages again. */
function periodOf({ from, to }: AuditFilter, cursor: Cursor | null): SQL | undefined {
	const isCursorNearer = to === undefined || (cursor !== null && Number(cursor.key) < to.getTime());
	return and(
		from === undefined ? undefined : gte(auditEvents.at, from),
		isCursorNearer ? before(auditEvents.at, auditEvents.id, cursor) : lt(auditEvents.at, to),
	);
}

function toAuditEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
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
