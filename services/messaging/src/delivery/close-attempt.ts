import { messages } from "@cloudpbx/db/schema/messaging";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { storeEvent } from "./store-event.ts";
import { uncountAttempt } from "./uncount-attempt.ts";

/** Closes an attempt whose text the carrier does not have. Null when another caller closed it first. */
export async function closeAttempt(
	ctx: Context,
	row: MessageRow,
	kind: "not_found_at_carrier" | "withdrawn",
): Promise<MessageRow | null> {
	const { db, now } = ctx;
	const at = now();
	const isOpen = sql`${messages.status} = 'pending' AND ${messages.isAttemptOpen} = 1`;
	const [, closed] = await db.batch([
		uncountAttempt(ctx, row, isOpen),
		db
			.update(messages)
			.set({ isAttemptOpen: false, checkAt: row.campaignId === null ? at : null })
			.where(
				and(
					eq(messages.id, row.id),
					eq(messages.status, "pending"),
					eq(messages.isAttemptOpen, true),
					eq(messages.attempts, row.attempts),
				),
			)
			.returning(),
		storeEvent(ctx, row, { kind, status: "pending", step: `${kind}-${row.attempts}`, at }),
	]);
	return closed[0] ?? null;
}
