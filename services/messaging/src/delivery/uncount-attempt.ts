import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { hourOf } from "../texts/sending-hour.ts";

/** Part of the transaction that closes the attempt: `isClosing` is true on the message's row only in it. */
export function uncountAttempt({ db }: Context, row: MessageRow, isClosing: SQL) {
	const countedIn = hourOf(row.attemptedAt ?? row.createdAt);
	return db
		.update(conversations)
		.set({ sentInHour: sql`max(0, ${conversations.sentInHour} - 1)` })
		.where(
			and(
				eq(conversations.id, row.conversationId),
				eq(conversations.hourStartedAt, countedIn),
				sql`EXISTS (SELECT 1 FROM ${messages} WHERE ${messages.id} = ${row.id}
					AND ${messages.attempts} = ${row.attempts} AND ${messages.carrierId} IS NULL AND ${isClosing})`,
			),
		);
}
