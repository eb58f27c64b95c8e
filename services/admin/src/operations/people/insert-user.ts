import type { Db } from "@cloudpbx/db/open-db";
import { accounts, users } from "@cloudpbx/db/schema/admin";
import { type SQL, sql } from "drizzle-orm";
import { makeId } from "../../access/secret.ts";

export type UserRow = typeof users.$inferSelect;

export function newUser(
	person: Pick<UserRow, "id" | "name" | "email" | "role" | "extensionId">,
	now: Date,
): UserRow {
	return {
		...person,
		emailVerified: false,
		image: null,
		origin: "installation",
		deactivatedAt: null,
		createdAt: now,
		updatedAt: now,
		version: 1,
	};
}

/**
 * Inserts a person when the statement before it in the batch changed something. Somebody who was deactivated comes back
 * with the old id; somebody who can sign in stays as they are.
 */
export function insertUserIfChanged(db: Db, user: UserRow) {
	const at = user.createdAt.getTime();
	return db
		.insert(users)
		.select(
			sql`SELECT ${user.id}, ${user.name}, ${user.email}, 0, NULL, ${user.role}, ${user.extensionId}, ${user.origin}, NULL, ${at}, ${at}, 1 WHERE changes() > 0`,
		)
		.onConflictDoUpdate({
			target: users.email,
			set: {
				name: user.name,
				role: user.role,
				extensionId: user.extensionId,
				deactivatedAt: null,
				updatedAt: user.createdAt,
				version: sql`${users.version} + 1`,
			},
			setWhere: sql`${users.deactivatedAt} IS NOT NULL`,
		});
}

/** A password for whoever has this address, when `condition` holds. Does nothing for somebody who has one. */
export function insertPassword(db: Db, email: string, hash: string, now: Date, condition: SQL) {
	const at = now.getTime();
	return db
		.insert(accounts)
		.select(
			sql`SELECT ${makeId("acc")}, ${users.id}, 'credential', ${users.id}, ${hash}, ${at}, ${at} FROM ${users} WHERE ${users.email} = ${email} AND ${condition}`,
		)
		.onConflictDoNothing();
}
