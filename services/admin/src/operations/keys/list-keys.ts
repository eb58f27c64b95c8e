import type { Key } from "@cloudpbx/contracts/api/keys";
import type { Page } from "@cloudpbx/contracts/api/page";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { and, desc, isNull } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { before, cutPage, type PageRequest } from "../lists/page.ts";
import { toKey } from "./to-key.ts";

export async function listKeys(ctx: Context, { limit, cursor }: PageRequest): Promise<Page<Key>> {
	const rows = await ctx.db
		.select()
		.from(apiKeys)
		.where(and(isNull(apiKeys.revokedAt), before(apiKeys.createdAt, apiKeys.id, cursor)))
		.orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
		.limit(limit + 1);
	return cutPage(rows, limit, (row) => ({ key: row.createdAt.getTime(), id: row.id }), toKey);
}
