import type { NewResetLink } from "@cloudpbx/contracts/api/links";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { passwordResets, users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { hashSecret, makeId, makeSecret } from "../../access/secret.ts";
import type { CallerContext } from "../../context.ts";
import { keyOf } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { isStillValid } from "../keys/is-still-valid.ts";
import { findManagedUser } from "../people/find-managed-user.ts";

/** Short, because the link grants everything that the person may do. */
const validMilliseconds = 24 * 3_600_000;

/** A new link replaces an open one. `origin` is the dashboard's. */
export async function createResetLink(
	ctx: CallerContext,
	id: string,
	origin: string,
): Promise<Result<NewResetLink>> {
	const { db, now } = ctx;
	const found = await findManagedUser(ctx, id);
	if (!found.ok) return found;
	const user = found.value;

	const token = makeSecret("rst_");
	const expiresAt = new Date(now.getTime() + validMilliseconds);
	const row = {
		id: makeId("rst"),
		userId: id,
		tokenHash: await hashSecret(token),
		createdAt: now,
		expiresAt,
		createdBy: ctx.principal.userId,
		createdWith: keyOf(ctx.principal),
	};
	const isSame = exists(
		db
			.select({ id: users.id })
			.from(users)
			.where(and(eq(users.id, id), isNull(users.deactivatedAt), eq(users.role, user.role))),
	);
	const isAsRead = sql`${isSame} AND ${isStillValid(ctx)}`;
	const [, , recorded] = await db.batch([
		db
			.delete(passwordResets)
			.where(and(eq(passwordResets.userId, id), isNull(passwordResets.usedAt), isAsRead)),
		db.insert(passwordResets).select(selectRows(passwordResets, [row], isAsRead)),
		recordIfChanged(ctx, { action: "password_reset.create", target: { kind: "user", id } }),
	]);
	if (recorded.meta.changes === 0) {
		return refuse("conflict", "Their role, or your key, was changed in the meantime. Look again.");
	}
	const link = `${origin}/reset-password#${token}`;
	return accept({ userId: id, link, token, expiresAt: expiresAt.toISOString() });
}
