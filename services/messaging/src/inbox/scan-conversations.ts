import type { ConversationMode } from "@cloudpbx/contracts/texts/conversations";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** The one filter that an index serves together with the place in the list. */
export interface IndexedFilter {
	isUnread?: true;
	modes?: readonly ConversationMode[];
	number?: string;
}

/** The latest `rowsMax` conversations (of each mode), read in the order of an index. */
export function scanConversations(
	{ db }: Context,
	{ isUnread, modes, number }: IndexedFilter,
	before: SQL | undefined,
	rowsMax: number,
) {
	const scanBy = (condition: SQL | undefined) =>
		db
			.select()
			.from(conversations)
			.where(and(isNotNull(conversations.listedAt), condition, before))
			.orderBy(desc(conversations.listedAt), desc(conversations.id))
			.limit(rowsMax);
	// The condition must equal the condition of its index word for word.
	if (isUnread) return [scanBy(sql`unread_count > 0`)];
	if (modes) return modes.map((mode) => scanBy(eq(conversations.mode, mode)));
	return [scanBy(number === undefined ? undefined : eq(conversations.ourNumber, number))];
}
