import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Message, SearchMessages } from "@cloudpbx/contracts/messaging";
import { messages } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { showMessages } from "./show-message.ts";
import { writeSearch } from "./write-search.ts";

/** Newest first: the index is read backward and only as far as one page needs. */
export async function searchMessages(
	ctx: Context,
	{ query, limit, cursor }: z.output<typeof SearchMessages>,
): Promise<Result<Page<Message>>> {
	const before = cursor === undefined ? null : decodeCursor(cursor, "number");
	if (cursor !== undefined && before === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const search = writeSearch(query);
	if (search === null) return accept({ items: [], nextCursor: null });
	const found = ctx.db
		.select({ position: sql<number>`rowid`.as("found_position") })
		.from(sql`messages_fts`)
		.where(
			before ? sql`messages_fts MATCH ${search} AND rowid < ${before[0]}` : sql`messages_fts MATCH ${search}`,
		)
		.orderBy(sql`rowid DESC`)
		.limit(limit + 1)
		.as("found");
	const rows = await ctx.db
		.select({ message: messages })
		.from(found)
		.innerJoin(messages, eq(messages.position, found.position))
		.orderBy(desc(found.position));
	const page = rows.slice(0, limit).map(({ message }) => message);
	const last = page.at(-1);
	return accept({
		items: await showMessages(ctx, page),
		nextCursor: rows.length > limit && last ? encodeCursor([last.position]) : null,
	});
}
