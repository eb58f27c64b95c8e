import type { ErrorCode, Refusal } from "@cloudpbx/contracts/errors";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, notExists, sql } from "drizzle-orm";
import { quietMilliseconds, refusedCall } from "./record-braked.ts";
import { type Act, recordDoneIf } from "./record-change.ts";

/** What met a brake on spending, and is shown to the owner; other refusals are only kept. */
const brakes: Partial<Record<ErrorCode, string>> = { limit_exceeded: "ceiling", forbidden: "number" };

/**
 * A call out that was refused. Somebody who tries one number after another leaves one entry for each reason in a quarter of an hour.
 * A number that cannot be read was refused nothing.
 */
export async function recordRefusedCall(act: Act, { code, message }: Refusal): Promise<void> {
	if (code !== "precondition_failed" && !(code in brakes)) return;
	const { db, actor, now } = act;
	const { kind, action } = refusedCall;
	const reason = nameNoNumber(message);
	const told = db
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.actorId, actor.id ?? ""),
				eq(auditEvents.action, action),
				sql`${auditEvents.after} ->> '$.reason' = ${reason}`,
				gt(auditEvents.at, new Date(now.getTime() - quietMilliseconds)),
			),
		);
	const brake = brakes[code];
	const after = { ...(brake !== undefined && { brake }), reason };
	await recordDoneIf(act, { action, target: { kind, id: null }, after }, notExists(told));
}

/** Three digits stay, since they are nobody's: 911. */
function nameNoNumber(reason: string): string {
	return reason.replace(/\+\d{7,15}/g, "The number").replace(/\b\d{4,6}\b(?=: it reaches)/, "a short number");
}
