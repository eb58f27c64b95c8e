import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ListMessages, Message } from "@cloudpbx/contracts/texts/messages";
import { contactOfMessage, messages } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, desc, gte, lt, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { readAddress } from "../texts/read-address.ts";
import { toMessages } from "./to-message.ts";

export async function listMessages(
	ctx: Context,
	{ number, from, to, limit, cursor }: z.output<typeof ListMessages>,
): Promise<Result<Page<Message>>> {
	const last = cursor === undefined ? null : decodeCursor(cursor, "number", "number");
	if (cursor !== undefined && last === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const rows = await ctx.db
		.select()
		.from(messages)
		.where(
			and(
				number === undefined ? undefined : sql`${contactOfMessage} = ${readAddress(number)}`,
				from === undefined ? undefined : gte(messages.createdAt, new Date(from)),
				endOf(to, last),
			),
		)
		.orderBy(desc(messages.createdAt), desc(messages.position))
		.limit(limit + 1);
	const page = rows.slice(0, limit);
	const end = page.at(-1);
	return accept({
		items: await toMessages(ctx, page),
		nextCursor: rows.length > limit && end ? encodeCursor([end.createdAt.getTime(), end.position]) : null,
	});
}

/** One upper bound, the nearer: with two, SQLite may read all earlier pages again. */
function endOf(to: string | undefined, last: readonly (string | number)[] | null): SQL | undefined {
	const [at = 0, position = 0] = last ?? [];
	if (last !== null && (to === undefined || Number(at) < Date.parse(to))) {
		return sql`(${messages.createdAt}, ${messages.position}) < (${at}, ${position})`;
	}
	return to === undefined ? undefined : lt(messages.createdAt, new Date(to));
}
