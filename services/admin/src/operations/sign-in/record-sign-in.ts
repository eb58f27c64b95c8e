import { auditEvents, users } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { and, eq, gt, isNull, notExists } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { recordEach } from "../audit/record-change.ts";

/** A lockout is recorded once in this time. */
const lockoutMilliseconds = 15 * 60_000;

/** Recorded for existing people only, by one statement, so that timing does not reveal accounts. */
export async function recordRefusedSignIn(
	ctx: ActorContext,
	email: string,
	action: "sign_in.fail" | "sign_in.lock",
): Promise<void> {
	const { db, now } = ctx;
	const told = db
		.select({ id: auditEvents.id })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.targetKind, "user"),
				eq(auditEvents.targetId, users.id),
				eq(auditEvents.action, action),
				gt(auditEvents.at, new Date(now.getTime() - lockoutMilliseconds)),
			),
		);
	const condition = and(
		eq(users.email, email),
		isNull(users.deactivatedAt),
		action === "sign_in.lock" ? notExists(told) : undefined,
	);
	try {
		await recordEach(ctx, { action, kind: "user" }, { id: users.id, condition });
	} catch (error) {
		log.error("audit_not_written", { action, reason: describeError(error) });
	}
}
