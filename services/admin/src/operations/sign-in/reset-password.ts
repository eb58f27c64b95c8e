import type { ResetPassword } from "@cloudpbx/contracts/api/links";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { accounts, passwordResets, sessions, users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, gt, isNull, sql } from "drizzle-orm";
import { hashPassword } from "../../access/password.ts";
import { hashSecret } from "../../access/secret.ts";
import type { Context } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { passwordAccount } from "../people/insert-user.ts";
import { forgetAttempts, signInBuckets } from "./count-attempt.ts";
import { readReset, selectResets } from "./look-at-reset-link.ts";

/** Sets the password once and ends every session of the person. `address` is null on the own machine. */
export async function resetPassword(
	ctx: Context,
	{ token, password }: ResetPassword,
	address: string | null,
): Promise<Result<null>> {
	const { db, now } = ctx;
	const tokenHash = await hashSecret(token);
	// Hashing is expensive and needs a valid link.
	const open = readReset(await selectResets(db, tokenHash), now);
	if (!open.ok) return open;

	const { userId, name, email } = open.value;
	const isActive = db
		.select({ id: users.id })
		.from(users)
		.where(and(eq(users.id, passwordResets.userId), isNull(users.deactivatedAt)));
	const account = passwordAccount(userId, await hashPassword(password), now);
	const person = { ...ctx, actor: { kind: "user" as const, id: userId, name } };
	const ifChanged = sql`changes() > 0`;
	const [used] = await db.batch([
		db
			.update(passwordResets)
			.set({ usedAt: now })
			.where(
				and(
					eq(passwordResets.tokenHash, tokenHash),
					isNull(passwordResets.usedAt),
					gt(passwordResets.expiresAt, now),
					exists(isActive),
				),
			),
		db
			.insert(accounts)
			.select(selectRows(accounts, [account], ifChanged))
			.onConflictDoUpdate({
				target: [accounts.userId, accounts.providerId],
				set: { password: account.password, updatedAt: now },
			}),
		recordIfChanged(person, { action: "password.reset", target: { kind: "user", id: userId } }),
		db.delete(sessions).where(and(eq(sessions.userId, userId), ifChanged)),
	]);
	if (used.meta.changes === 0) {
		const lost = readReset(await selectResets(db, tokenHash), now);
		return lost.ok ? refuse("conflict", "Something changed in this moment. Try again.") : lost;
	}
	await forgetAttempts(ctx, signInBuckets(email, address, null));
	return accept(null);
}
