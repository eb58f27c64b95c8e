import { selectRow } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { accounts, users } from "@cloudpbx/db/schema/admin";
import { type SQL, sql } from "drizzle-orm";
import { makeId } from "../../access/secret.ts";
import type { Context } from "../../context.ts";

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

/** A deactivated person returns with the old id; an active one stays as is. */
export function insertUserIfChanged(db: Db, user: UserRow) {
	return db
		.insert(users)
		.select(selectRow(users, user, sql`WHERE changes() > 0`))
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

export function insertPasswordIfChanged({ db, now }: Context, email: string, hash: string) {
	const account = passwordAccount(sql`${users.id}`, hash, now);
	const ofPerson = sql`FROM ${users} WHERE ${users.email} = ${email} AND changes() > 0`;
	return db
		.insert(accounts)
		.select(selectRow(accounts, account, ofPerson))
		.onConflictDoNothing();
}

/** The row that holds the password of a person. */
export function passwordAccount<UserId extends string | SQL>(userId: UserId, hash: string, now: Date) {
	return {
		id: makeId("acc"),
		userId,
		providerId: "credential",
		accountId: userId,
		password: hash,
		createdAt: now,
		updatedAt: now,
	};
}
