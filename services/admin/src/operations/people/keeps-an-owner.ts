import { refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

export const lastOwner = refuse(
	"precondition_failed",
	"This is the last owner. Make somebody else an owner first.",
);

/** Holds for a row of `users` whose loss leaves at least one owner who can sign in here. */
export function keepsAnOwner(db: Db, environment: string) {
	const other = alias(users, "other");
	return or(
		ne(users.role, "owner"),
		exists(
			db
				.select({ id: other.id })
				.from(other)
				.where(
					and(
						eq(other.role, "owner"),
						isNull(other.deactivatedAt),
						ne(other.id, users.id),
						environment === "local" ? undefined : eq(other.origin, "installation"),
					),
				),
		),
	);
}
