import type { ErrorCode } from "@cloudpbx/contracts/errors";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, notExists, sql } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { recordDoneIf } from "./record-change.ts";

/** Brakes on spending, by error code. */
export const brakes: Partial<Record<ErrorCode, string>> = { limit_exceeded: "ceiling", forbidden: "number" };

const quietMilliseconds = 15 * 60_000;

/** At most one entry per actor and value of `after[oneFor]` in 15 minutes. */
export async function recordRefused(
	ctx: ActorContext,
	{ kind, action }: { kind: string; action: string },
	after: Record<string, string>,
	oneFor: "brake" | "reason",
): Promise<void> {
	const { db, actor, now } = ctx;
	const told = db
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.actorId, actor.id ?? ""),
				eq(auditEvents.action, action),
				sql`${auditEvents.after} ->> ${sql.raw(`'$.${oneFor}'`)} = ${after[oneFor]}`,
				gt(auditEvents.at, new Date(now.getTime() - quietMilliseconds)),
			),
		);
	await recordDoneIf(ctx, { action, target: { kind, id: null }, after }, notExists(told));
}
