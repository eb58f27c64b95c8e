import type { ChangePassword } from "@cloudpbx/contracts/api/people";
import { accept, refuse } from "@cloudpbx/contracts/errors";
import { accounts, sessions } from "@cloudpbx/db/schema/admin";
import { and, eq, ne, sql } from "drizzle-orm";
import { hashPassword, verifyPassword } from "../../access/password.ts";
import type { CallerContext } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import {
	type Counted,
	countAttempt,
	forgetAttempts,
	passwordBuckets,
	tooManyTries,
} from "./count-attempt.ts";

/** Ends every other session. One of two concurrent changes is refused. Guesses are counted. */
export async function changePassword(
	ctx: CallerContext,
	{ currentPassword, newPassword }: ChangePassword,
): Promise<Counted<null>> {
	const { db, now } = ctx;
	const buckets = passwordBuckets(ctx.principal.id);
	const retryAfterSeconds = await countAttempt(ctx, buckets);
	if (retryAfterSeconds !== null) return { ...tooManyTries, retryAfterSeconds };
	const mine = and(eq(accounts.userId, ctx.principal.id), eq(accounts.providerId, "credential"));
	const [account] = await db.select({ password: accounts.password }).from(accounts).where(mine);
	if (!account?.password || !(await verifyPassword(currentPassword, account.password))) {
		return refuse("bad_input", "The current password is wrong.");
	}
	await forgetAttempts(ctx, buckets);
	const password = await hashPassword(newPassword);
	const [changed] = await db.batch([
		db
			.update(accounts)
			.set({ password, updatedAt: now })
			.where(and(mine, eq(accounts.password, account.password))),
		recordIfChanged(ctx, { action: "password.change", target: { kind: "user", id: ctx.principal.id } }),
		db
			.delete(sessions)
			.where(
				and(
					eq(sessions.userId, ctx.principal.id),
					ne(sessions.id, ctx.principal.sessionId ?? ""),
					sql`changes() > 0`,
				),
			),
	]);
	if (changed.meta.changes === 0) return refuse("conflict", "The password was changed in the meantime.");
	return accept(null);
}
