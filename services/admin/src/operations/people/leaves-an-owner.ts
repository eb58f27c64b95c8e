import { refuse } from "@cloudpbx/contracts/errors";
import { users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "../../context.ts";

export const lastOwner = refuse(
	"precondition_failed",
	"This is the last owner. Make somebody else an owner first.",
);

/** Holds for a row of `users` whose loss leaves at least one owner who can sign in. */
export function leavesAnOwner(ctx: Context) {
	const other = alias(users, "other");
	return or(
		ne(users.role, "owner"),
		exists(
			ctx.db
				.select({ id: other.id })
				.from(other)
				.where(
					and(
						eq(other.role, "owner"),
						isNull(other.deactivatedAt),
						ne(other.id, users.id),
						ctx.env.ENVIRONMENT === "local" ? undefined : eq(other.origin, "installation"),
					),
				),
		),
	);
}
