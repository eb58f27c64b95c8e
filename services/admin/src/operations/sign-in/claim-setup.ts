import type { ClaimSetup, User } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { setupCodes, users } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { hashPassword } from "../../access/password.ts";
import { hashSecret, makeId } from "../../access/secret.ts";
import type { Context } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { insertPasswordIfChanged, insertUserIfChanged, newUser } from "../people/insert-user.ts";
import { toUser } from "../people/to-user.ts";

/** One text for wrong, used and late codes: it reveals nothing. */
const refused = refuse("forbidden", "This set-up code is not valid, or it was used already.");

/** One conditional update: one of many concurrent requests succeeds. The demo owner does not count. */
export async function claimSetup(
	ctx: Context,
	{ code, name, email, password }: ClaimSetup,
): Promise<Result<User>> {
	const { db, now } = ctx;
	const namesake = db.select({ id: users.id }).from(users).where(eq(users.email, email));
	const isOpen = and(
		eq(setupCodes.codeHash, await hashSecret(code)),
		isNull(setupCodes.usedAt),
		notExists(selectOwners(db)),
		notExists(namesake),
	);
	// Hashing is expensive and needs a valid code.
	const [open] = await db.select({ at: setupCodes.createdAt }).from(setupCodes).where(isOpen);
	if (!open) return refused;

	const user = newUser({ id: makeId("usr"), name, email, role: "owner", extensionId: null }, now);
	const owner = { ...ctx, actor: { kind: "user" as const, id: user.id, name } };
	const [, , , recorded] = await db.batch([
		db.update(setupCodes).set({ usedAt: now }).where(isOpen),
		insertUserIfChanged(db, user),
		insertPasswordIfChanged(ctx, email, await hashPassword(password)),
		recordIfChanged(owner, {
			action: "setup.claim",
			target: { kind: "user", id: user.id },
			after: { name, email, role: "owner" },
		}),
	]);
	return recorded.meta.changes === 0 ? refused : accept(toUser({ ...user, extension: null }));
}

/** A literal role, so that the index of owners is used. */
export function selectOwners(db: Db) {
	return db
		.select({ id: users.id })
		.from(users)
		.where(and(sql`role = 'owner'`, eq(users.origin, "installation")));
}
