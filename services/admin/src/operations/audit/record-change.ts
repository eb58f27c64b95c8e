import type { Refusal, Result } from "@cloudpbx/contracts/errors";
import { selectRow, selectRows } from "@cloudpbx/db/json-rows";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { makeId } from "../../access/secret.ts";
import type { ActorContext } from "../../context.ts";

/** What changed. Neither secrets nor callers' numbers belong into `before` and `after`. */
export interface Change {
	/** `settings.update`: the thing, then the verb. */
	action: string;
	target: { kind: string; id: string | null };
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
}

/** The entry of the audit log, for the batch that makes the change. */
export function recordChange(ctx: ActorContext, change: Change) {
	return ctx.db.insert(auditEvents).values(toRow(ctx, change));
}

/** The same, provided that the statement before it in the batch changed something. */
export function recordIfChanged(ctx: ActorContext, change: Change) {
	return recordWhere(ctx, change, sql`changes() > 0`);
}

/**
 * For what another Worker has done already: answering that it failed, only because the audit log did, would have it done
 * again. `isOnce`: nothing is recorded when this action on this thing is in the log, since the request came before.
 */
export async function recordDone(
	ctx: ActorContext,
	{ isOnce = false, ...change }: Change & { isOnce?: boolean },
) {
	const { action, target } = change;
	const { targetKind, targetId, action: recorded } = auditEvents;
	const known = sql`SELECT 1 FROM ${auditEvents} WHERE ${targetKind} = ${target.kind} AND ${targetId} = ${target.id} AND ${recorded} = ${action}`;
	try {
		await (isOnce ? recordWhere(ctx, change, sql`NOT EXISTS (${known})`) : recordChange(ctx, change));
	} catch (error) {
		log.error("audit_not_written", { action, targetId: target.id, reason: describeError(error) });
	}
}

/** The same, provided that `condition` holds. */
export async function recordDoneIf(ctx: ActorContext, change: Change, condition: SQL) {
	try {
		await recordWhere(ctx, change, condition);
	} catch (error) {
		log.error("audit_not_written", {
			action: change.action,
			targetId: change.target.id,
			reason: describeError(error),
		});
	}
}

/** The same for many things at once. */
export async function recordAllDone(ctx: ActorContext, changes: readonly Change[]) {
	const rows = changes.map((change) => toRow(ctx, change));
	try {
		if (rows.length > 0) await ctx.db.insert(auditEvents).select(selectRows(auditEvents, rows));
	} catch (error) {
		const [first] = changes;
		log.error("audit_not_written", { action: first?.action ?? "", reason: describeError(error) });
	}
}

/** For what another Worker may have done, or will do once the carrier answers again: that it was asked for is kept. */
export function recordIfUnknown(
	ctx: ActorContext,
	{ error }: { error: Refusal },
	{ after, ...change }: Change,
) {
	if (error.code !== "upstream_unavailable") return;
	return recordDone(ctx, { ...change, after: { ...after, outcome: "unknown" } });
}

/** For what another Worker did, or may have done. */
export async function recordOutcome<Value>(ctx: ActorContext, result: Result<Value>, change: Change) {
	await (result.ok ? recordDone(ctx, change) : recordIfUnknown(ctx, result, change));
}

/** The same, provided that `condition` holds when the batch gets to it. */
export function recordWhere(ctx: ActorContext, change: Change, condition: SQL) {
	return ctx.db
		.insert(auditEvents)
		.select(selectRow(auditEvents, toRow(ctx, change), sql`WHERE ${condition}`));
}

/** One entry for each row that the next statement of the batch changes: `targets` is where it finds them. */
export function recordEach(
	ctx: ActorContext,
	{ action, kind }: { action: string; kind: string },
	targets: { id: SQLiteColumn; condition: SQL | undefined },
) {
	const row = {
		...toRow(ctx, { action, target: { kind, id: null } }),
		id: sql`'aud_' || lower(hex(randomblob(16)))`,
		targetId: sql`${targets.id}`,
	};
	const from = sql`FROM ${targets.id.table} WHERE ${targets.condition}`;
	return ctx.db.insert(auditEvents).select(selectRow(auditEvents, row, from));
}

function toRow({ actor, requestId, now }: ActorContext, { action, target, before, after }: Change) {
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
