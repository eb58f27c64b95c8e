import type { Refusal } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { makeId } from "../../access/secret.ts";

/** Somebody changes something now. Every operation that changes anything takes this first. */
export interface Act {
	db: Db;
	actor: { kind: "user" | "key" | "system"; id: string | null; name: string };
	requestId: string | null;
	now: Date;
}

/** What changed. Neither secrets nor callers' numbers belong into `before` and `after`. */
export interface Change {
	/** `settings.update`: the thing, then the verb. */
	action: string;
	target: { kind: string; id: string | null };
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
}

/** The entry of the audit log, for the batch that makes the change. */
export function recordChange(act: Act, change: Change) {
	return act.db.insert(auditEvents).values(toRow(act, change));
}

/** The same, provided that the statement before it in the batch changed something. */
export function recordIfChanged(act: Act, change: Change) {
	return recordWhere(act, change, sql`changes() > 0`);
}

/**
 * For what another Worker has done already: answering that it failed, only because the audit log did, would have it done
 * again. `isOnce`: nothing is recorded when this action on this thing is in the log, since the request came before.
 */
export async function recordDone(act: Act, { isOnce = false, ...change }: Change & { isOnce?: boolean }) {
	const { action, target } = change;
	const { targetKind, targetId, action: recorded } = auditEvents;
	const known = sql`SELECT 1 FROM ${auditEvents} WHERE ${targetKind} = ${target.kind} AND ${targetId} = ${target.id} AND ${recorded} = ${action}`;
	try {
		await (isOnce ? recordWhere(act, change, sql`NOT EXISTS (${known})`) : recordChange(act, change));
	} catch (error) {
		log.error("audit_not_written", { action, targetId: target.id, reason: describeError(error) });
	}
}

/** The same, provided that `condition` holds. */
export async function recordDoneIf(act: Act, change: Change, condition: SQL) {
	try {
		await recordWhere(act, change, condition);
	} catch (error) {
		log.error("audit_not_written", {
			action: change.action,
			targetId: change.target.id,
			reason: describeError(error),
		});
	}
}

/** The same for many things at once. */
export async function recordAllDone(act: Act, changes: readonly Change[]) {
	const rows = changes.map((change) => toRow(act, change));
	try {
		if (rows.length > 0) await act.db.insert(auditEvents).select(selectRows(auditEvents, rows));
	} catch (error) {
		const [first] = changes;
		log.error("audit_not_written", { action: first?.action ?? "", reason: describeError(error) });
	}
}

/** For what another Worker may have done, or will do once the carrier answers again: that it was asked for is kept. */
export function recordIfUnknown(act: Act, { error }: { error: Refusal }, { after, ...change }: Change) {
	if (error.code !== "upstream_unavailable") return;
	return recordDone(act, { ...change, after: { ...after, outcome: "unknown" } });
}

/** The same, provided that `condition` holds when the batch gets to it. */
export function recordWhere(act: Act, change: Change, condition: SQL) {
	return act.db.insert(auditEvents).select(sql`SELECT ${columnsOf(act, change)} WHERE ${condition}`);
}

/** One entry for each row that the next statement of the batch changes: `targets` is where it finds them. */
export function recordEach(
	act: Act,
	{ action, kind }: { action: string; kind: string },
	targets: { id: SQLiteColumn; condition: SQL | undefined },
) {
	const change = { action, target: { kind, id: sql`${targets.id}` } };
	const columns = columnsOf(act, change, sql`'aud_' || lower(hex(randomblob(16)))`);
	return act.db
		.insert(auditEvents)
		.select(sql`SELECT ${columns} FROM ${targets.id.table} WHERE ${targets.condition}`);
}

type ChangeOf<Id> = Omit<Change, "target"> & { target: { kind: string; id: Id } };

/** In the order of the table. */
function columnsOf(act: Act, change: ChangeOf<string | SQL | null>, id?: SQL): SQL {
	const row = toRow(act, change);
	const values = [
		id ?? row.id,
		row.at.getTime(),
		row.actorKind,
		row.actorId,
		row.actorName,
		row.action,
		row.targetKind,
		row.targetId,
		row.before && JSON.stringify(row.before),
		row.after && JSON.stringify(row.after),
		row.requestId,
	];
	return sql.join(
		values.map((value) => sql`${value}`),
		sql`, `,
	);
}

function toRow<Id>({ actor, requestId, now }: Act, { action, target, before, after }: ChangeOf<Id>) {
	return {
		id: makeId("aud"),
		at: now,
		actorKind: actor.kind,
		actorId: actor.id,
		actorName: actor.name,
		action,
		targetKind: target.kind,
		targetId: target.id,
		before: before ?? null,
		after: after ?? null,
		requestId,
	};
}
