import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Conversation, ListConversations } from "@cloudpbx/contracts/messaging";
import { conversations, optOuts } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Messaging } from "../open-messaging.ts";

export type ConversationRow = typeof conversations.$inferSelect;

/** Latest first. Reads the rows of one page, however many conversations there are. */
export async function listConversations(
	{ db }: Messaging,
	{ filter, limit, cursor }: z.output<typeof ListConversations>,
): Promise<Result<Page<Conversation>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "string");
	if (cursor !== undefined && after === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const rows = await db
		.select({ conversation: conversations, optedOut: optOuts.number })
		.from(conversations)
		.leftJoin(optOuts, eq(optOuts.number, conversations.contactNumber))
		.where(
			and(
				isNotNull(conversations.listedAt),
				filter && eq(conversations.mode, filter),
				after
					? sql`(${conversations.listedAt}, ${conversations.id}) < (${after[0]}, ${after[1]})`
					: undefined,
			),
		)
		.orderBy(desc(conversations.listedAt), desc(conversations.id))
		.limit(limit + 1);
	const page = rows.slice(0, limit);
	const last = page.at(-1)?.conversation;
	const hasMore = rows.length > limit && last !== undefined;
	return accept({
		items: page.map(({ conversation, optedOut }) => showConversation(conversation, optedOut !== null)),
		nextCursor: hasMore ? encodeCursor([last.listedAt?.getTime() ?? 0, last.id]) : null,
	});
}

export function showConversation(row: ConversationRow, isOptedOut: boolean): Conversation {
	const { lastMessageId, lastPreview, lastDirection, lastAuthor } = row;
	return {
		id: row.id,
		from: row.contactNumber,
		to: row.ourNumber,
		mode: row.mode,
		waitingReason: row.waitingReason,
		takenOverBy: row.takenOverBy,
		isOptedOut,
		unreadCount: row.unreadCount,
		lastMessage:
			lastMessageId && lastDirection && lastAuthor
				? { id: lastMessageId, preview: lastPreview ?? "", direction: lastDirection, author: lastAuthor }
				: null,
		lastMessageAt: row.listedAt?.toISOString() ?? null,
		createdAt: row.createdAt.toISOString(),
	};
}
