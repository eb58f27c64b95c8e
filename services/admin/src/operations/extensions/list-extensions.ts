import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Extension, ExtensionStatus } from "@cloudpbx/contracts/extensions/extensions";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { selectMemberKeys, showExtension } from "@cloudpbx/db/show-extension";
import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { after, cutPage, type PageRequest } from "../lists/page.ts";

export async function listExtensions(
	ctx: Context,
	status: ExtensionStatus | undefined,
	{ limit, cursor }: PageRequest,
): Promise<Page<Extension>> {
	const rows = await selectExtensions(
		ctx.db,
		and(
			status === undefined ? ne(extensions.status, "inactive") : eq(extensions.status, status),
			after(extensions.ext, extensions.id, cursor),
		),
	)
		.orderBy(asc(extensions.ext), asc(extensions.id))
		.limit(limit + 1);
	return cutPage(rows, limit, ({ extension: { ext, id } }) => ({ key: ext, id }), showExtension);
}

export async function findExtension(ctx: Context, id: string): Promise<Result<Extension>> {
	const [row] = await selectExtensions(ctx.db, eq(extensions.id, id));
	return row ? accept(showExtension(row)) : refuse("not_found", "There is no such extension.");
}

export async function listGroupsOf(ctx: Context, id: string): Promise<Extension[]> {
	const hasIt = sql`EXISTS (SELECT 1 FROM json_each(${extensions.members}) WHERE value = ${id})`;
	const isGroup = and(eq(extensions.kind, "group"), ne(extensions.status, "inactive"));
	const rows = await selectExtensions(ctx.db, and(isGroup, hasIt)).orderBy(asc(extensions.ext));
	return rows.map(showExtension);
}

function selectExtensions(db: Db, condition: SQL | undefined) {
	const firstNumber = sql`(SELECT n.id FROM phone_numbers n WHERE n.extension_id = ${extensions.id} ORDER BY n.created_at LIMIT 1)`;
	return db
		.select({ extension: extensions, number: phoneNumbers, memberKeys: selectMemberKeys })
		.from(extensions)
		.leftJoin(phoneNumbers, eq(phoneNumbers.id, firstNumber))
		.where(condition);
}
