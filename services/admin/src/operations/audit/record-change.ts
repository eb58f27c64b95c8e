import type { Refusal, Result } from "@cloudpbx/contracts/errors";
import { selectRow, selectRows } from "@cloudpbx/db/json-rows";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { makeId } from "../../access/secret.ts";
import type { ActorContext } from "../../context.ts";

/** `before` and `after` hold no secrets and no callers' numbers. */
export interface Change {
	/** The thing, then the verb: `settings.update`. */
	action: string;
	target: { kind: string; id: string | null };
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
}

/** For the batch of the change. */
export function recordChange(ctx: ActorContext, change: Change) {
	return ctx.db.insert(auditEvents).values(toRow(ctx, change));
}

/** Recorded only when the previous statement of the batch changed a row. */
export function recordIfChanged(ctx: ActorContext, change: Change) {
	return recordWhere(ctx, change, sql`changes() > 0`);
}

/** For a change that another Worker made. Never throws: an error would cause a retry. `isOnce` skips an action that is recorded already. */
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

/** Never throws, like `recordDone`. */
export async function recordAllDone(ctx: ActorContext, changes: readonly Change[]) {
	const rows = changes.map((change) => toRow(ctx, change));
	try {
		if (rows.length > 0) await ctx.db.insert(auditEvents).select(selectRows(auditEvents, rows));
	} catch (error) {
		const [first] = changes;
		log.error("audit_not_written", { action: first?.action ?? "", reason: describeError(error) });
	}
}

/** Records a request whose outcome is unknown because another Worker did not answer. */
export function recordIfUnknown(
	ctx: ActorContext,
	{ error }: { error: Refusal },
	{ after, ...change }: Change,
) {
	if (error.code !== "upstream_unavailable") return;
	return recordDone(ctx, { ...change, after: { ...after, outcome: "unknown" } });
}

export async function recordOutcome<Value>(ctx: ActorContext, result: Result<Value>, change: Change) {
	await (result.ok ? recordDone(ctx, change) : recordIfUnknown(ctx, result, change));
}

/** Recorded only when `condition` holds in the batch. */
export function recordWhere(ctx: ActorContext, change: Change, condition: SQL) {
	return ctx.db
		.insert(auditEvents)
		.select(selectRow(auditEvents, toRow(ctx, change), sql`WHERE ${condition}`));
}

/** One entry for each row that the next statement of the batch changes. */
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
