import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { accounts, sessions, users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CallerContext } from "../../context.ts";
import { missingScopeOfRoles } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { endGrants, endResets } from "./end-grants.ts";
import { lastOwner, leavesAnOwner } from "./leaves-an-owner.ts";
import { findUser } from "./list-users.ts";

/** Ends sessions, password, open links and keys at once. The row stays for the audit log. */
export async function deactivateUser(ctx: CallerContext, id: string): Promise<Result<null>> {
	const { db, now } = ctx;
	const user = await findUser(ctx, id);
	if (!user || user.deactivatedAt) return refuse("not_found", "There is no such active user.");
	const excess = missingScopeOfRoles(ctx.principal, user.role);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);
	const isGone = exists(
		db
			.select({ id: users.id })
			.from(users)
			.where(and(eq(users.id, id), eq(users.deactivatedAt, now))),
	);
	const ofUser = (column: SQLiteColumn): SQL | undefined => and(eq(column, id), isGone);
	const [deactivated] = await db.batch([
		db
			.update(users)
			.set({ deactivatedAt: now, updatedAt: now, version: sql`${users.version} + 1` })
			.where(and(eq(users.id, id), isNull(users.deactivatedAt), leavesAnOwner(ctx))),
		recordIfChanged(ctx, {
			action: "user.deactivate",
			target: { kind: "user", id },
			before: { name: user.name, email: user.email, role: user.role },
		}),
		db.delete(sessions).where(ofUser(sessions.userId)),
		db.delete(accounts).where(ofUser(accounts.userId)),
		// An invitation could restore the person before such a link expires.
		endResets(ctx, id, isGone),
		...endGrants(ctx, id, null, isGone),
	]);
	return deactivated.meta.changes === 0 ? lastOwner : accept(null);
}
