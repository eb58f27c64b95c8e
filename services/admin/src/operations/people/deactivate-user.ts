import { accept, type Result } from "@cloudpbx/contracts/errors";
import { accounts, sessions, users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CallerContext } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { endGrants, endResets } from "./end-grants.ts";
import { findManagedUser } from "./find-managed-user.ts";
import { lastOwner, leavesAnOwner } from "./leaves-an-owner.ts";

/** Ends sessions, password, open links and keys at once. The row stays for the audit log. */
export async function deactivateUser(ctx: CallerContext, id: string): Promise<Result<null>> {
	const { db, now } = ctx;
	const found = await findManagedUser(ctx, id);
	if (!found.ok) return found;
	const user = found.value;
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
