import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ListConversations } from "@cloudpbx/contracts/texts/conversation-input";
import {
	type Conversation,
	type ConversationMode,
	conversationModes,
} from "@cloudpbx/contracts/texts/conversations";
import { findPage } from "@cloudpbx/db/find-page";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { readAddress } from "../texts/read-address.ts";
import { type IndexedFilter, scanConversations } from "./scan-conversations.ts";
import { lookedUp, toConversation } from "./to-conversation.ts";

/** Latest first. With several filters, the rows of the most selective one are scanned. */
export async function listConversations(
	ctx: Context,
	{ filter, unread, number: typed, limit, cursor }: z.output<typeof ListConversations>,
): Promise<Result<Page<Conversation>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "string");
	if (cursor !== undefined && after === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const before = after
		? sql`(${conversations.listedAt}, ${conversations.id}) < (${after[0]}, ${after[1]})`
		: undefined;
	const modes = readModes(filter);
	const number = typed === undefined ? undefined : readAddress(typed);
	const indexed: IndexedFilter = unread
		? { isUnread: true }
		: modes
			? { modes }
			: number === undefined
				? {}
				: { number };
	const { rows, last } = await findPage(ctx.db, {
		table: conversations,
		scan: (rowsMax) => scanConversations(ctx, indexed, before, rowsMax),
		order: sql`listed_at DESC, id DESC`,
		matches: and(
			modes && !indexed.modes ? inArray(conversations.mode, modes) : undefined,
			number !== undefined && indexed.number === undefined ? eq(conversations.ourNumber, number) : undefined,
		),
		limit,
		lookedUp,
	});
	return accept({
		items: rows.map(({ row, ...found }) => toConversation({ conversation: row, ...found })),
		nextCursor: last && encodeCursor([last.row.listedAt?.getTime() ?? 0, last.row.id]),
	});
}

function readModes(filter: readonly ConversationMode[] | undefined): ConversationMode[] | undefined {
	const modes = conversationModes.filter((mode) => filter?.includes(mode));
	return modes.length === 0 || modes.length === conversationModes.length ? undefined : modes;
}
