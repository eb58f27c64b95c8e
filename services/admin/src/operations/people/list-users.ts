import type { Page } from "@cloudpbx/contracts/api/page";
import type { User } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, desc, eq, getTableColumns, ne, type SQL } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { before, cutPage, type PageRequest } from "../lists/page.ts";
import type { UserRow } from "./insert-user.ts";
import { toUser } from "./to-user.ts";

export async function listUsers(ctx: Context, { limit, cursor }: PageRequest): Promise<Page<User>> {
	const rows = await selectUsers(ctx.db, before(users.createdAt, users.id, cursor))
		.orderBy(desc(users.createdAt), desc(users.id))
		.limit(limit + 1);
	return cutPage(rows, limit, (row) => ({ key: row.createdAt.getTime(), id: row.id }), toUser);
}

export async function getUser(ctx: Context, id: string): Promise<Result<User>> {
	const user = await findUser(ctx, id);
	return user ? accept(toUser(user)) : refuse("not_found", "There is no such user.");
}

/** A row with the three keys of the person's extension; deactivated people too. */
export async function findUser(
	ctx: Context,
	id: string,
): Promise<(UserRow & { extension: string | null }) | null> {
	const [row] = await selectUsers(ctx.db, eq(users.id, id));
	return row ?? null;
}

export function selectUsers(db: Db, condition: SQL | undefined) {
	return db
		.select({ ...getTableColumns(users), extension: extensions.ext })
		.from(users)
		.leftJoin(extensions, and(eq(extensions.id, users.extensionId), ne(extensions.status, "inactive")))
		.where(condition);
}
