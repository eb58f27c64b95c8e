import type { Refusal } from "@cloudpbx/contracts/errors";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { and, eq, gt, notExists, sql } from "drizzle-orm";
import { type Act, recordDoneIf } from "./record-change.ts";

/** By what its entries are found. */
export const refusedAction = { kind: "message", action: "message.refuse" } as const;
/** The same of calls out. */
export const refusedCall = { kind: "call", action: "call.refuse" } as const;

/** One entry says that somebody keeps trying. */
export const quietMilliseconds = 15 * 60_000;

/**
 * Somebody met a brake on spending: a ceiling of texts, or a country that is not allowed. They may have stolen the session or the
 * key. At most one entry for them and each kind of brake in a quarter of an hour.
 */
export async function recordBraked(act: Act, { code, message }: Refusal): Promise<void> {
	if (code !== "limit_exceeded" && code !== "forbidden") return;
	const { db, actor, now } = act;
	const { kind, action } = refusedAction;
	const brake = code === "limit_exceeded" ? "ceiling" : "number";
	const told = db
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.actorId, actor.id ?? ""),
				eq(auditEvents.action, action),
				sql`${auditEvents.after} ->> '$.brake' = ${brake}`,
				gt(auditEvents.at, new Date(now.getTime() - quietMilliseconds)),
			),
		);
	const change = { action, target: { kind, id: null }, after: { brake, reason: maskNumber(message) } };
	await recordDoneIf(act, change, notExists(told));
}
