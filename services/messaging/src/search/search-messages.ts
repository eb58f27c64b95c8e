import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Message, SearchMessages } from "@cloudpbx/contracts/texts/messages";
import { messages } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { toMessages } from "../inbox/to-message.ts";
import { matchPlainly, matchSearch } from "./match-search.ts";
import { readSearch } from "./read-search.ts";

/** Newest first. `messages_fts` has the texts that are not yet moved to `messages_search`. */
export async function searchMessages(
	ctx: Context,
	{ query, limit, cursor }: z.output<typeof SearchMessages>,
): Promise<Result<Page<Message>>> {
	const before = cursor === undefined ? null : decodeCursor(cursor, "number");
	if (cursor !== undefined && before === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const search = readSearch(query);
	if (search === null) return accept({ items: [], nextCursor: null });
	const end = before?.[0] ?? Number.MAX_SAFE_INTEGER;
	const rowsMax = limit + 1;
	const rows = await ctx.db
		.select({ message: messages })
		.from(
			sql`(SELECT position AS found_position FROM (
				SELECT * FROM (
					SELECT rowid AS position FROM messages_search
					WHERE messages_search MATCH ${matchSearch(search)} AND rowid < ${end} ORDER BY rowid DESC LIMIT ${rowsMax}
				)
				UNION ALL
				SELECT * FROM (
					SELECT rowid AS position FROM messages_fts
					WHERE messages_fts MATCH ${matchPlainly(search)}
						AND rowid < min(${end}, coalesce((SELECT min(id) FROM messages_search_docsize), ${end}))
					ORDER BY rowid DESC LIMIT ${rowsMax}
				)
			) ORDER BY position DESC LIMIT ${rowsMax})`,
		)
		.innerJoin(messages, eq(messages.position, sql`found_position`))
		.orderBy(desc(messages.position));
	const page = rows.slice(0, limit).map(({ message }) => message);
	const last = page.at(-1);
	return accept({
		items: await toMessages(ctx, page),
		nextCursor: rows.length > limit && last ? encodeCursor([last.position]) : null,
	});
}
