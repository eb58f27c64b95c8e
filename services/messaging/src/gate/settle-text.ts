import { messages } from "@cloudpbx/db/schema/messaging";
import { type CarrierMessage, findMessages } from "@cloudpbx/twilio/rest/messages";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { closeAttempt } from "../delivery/close-attempt.ts";
import { handOver } from "../delivery/hand-over.ts";
import { recordFound } from "../delivery/record-outcome.ts";
import { messageEvent } from "../live/live-events.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { findSameText } from "./find-same-text.ts";
import { storeRetry } from "./store-retry.ts";

/** `later`: the result cannot be known within `waitSeconds`. */
export type Settlement =
	| { kind: "settled"; row: MessageRow }
	| { kind: "unknown_message" }
	| { kind: "later"; row: MessageRow; waitSeconds: number };

/** Maximum difference between the carrier's clock and ours. */
const skewMilliseconds = 2 * 60 * 1000;

/**
 * Finds out the result of a text whose answer was lost; sends it if the carrier does not have it. The carrier's
 * list may lag, so a missing text counts as accepted until `SETTLE_AFTER_SECONDS` after its attempt. Safe to call
 * in parallel.
 */
export async function settleText(ctx: Context, messageId: string): Promise<Settlement> {
	const [row] = await ctx.db.select().from(messages).where(eq(messages.id, messageId));
	if (!row) return { kind: "unknown_message" };
	if (row.status !== "pending") return { kind: "settled", row };
	if (!row.isAttemptOpen) return sendAgain(ctx, row);
	const found = await findAtCarrier(ctx, row);
	if (found === "unreachable") return { kind: "later", row, waitSeconds: ctx.retryBaseSeconds };
	if (found !== null) {
		const news = { carrierId: found.carrierId, status: found.status ?? "queued" };
		const settled = await recordFound(ctx, row, news);
		if (row.campaignId === null) ctx.announce([messageEvent(settled)]);
		return { kind: "settled", row: settled };
	}
	const waitMilliseconds = (row.checkAt?.getTime() ?? 0) - ctx.now().getTime();
	if (waitMilliseconds > 0) {
		return { kind: "later", row, waitSeconds: Math.ceil(waitMilliseconds / 1000) };
	}
	const closed = await closeAttempt(ctx, row, "not_found_at_carrier");
	return closed === null ? { kind: "settled", row } : sendAgain(ctx, closed);
}

async function findAtCarrier(
	{ db, carrier }: Context,
	row: MessageRow,
): Promise<CarrierMessage | null | "unreachable"> {
	const since = new Date((row.attemptedAt ?? row.createdAt).getTime() - skewMilliseconds);
	const listed = await findMessages(carrier, { from: row.fromNumber, to: row.toNumber, since });
	if (!listed.ok) return "unreachable";
	if (listed.value.length === 0) return null;
	const ids = JSON.stringify(listed.value.map(({ carrierId }) => carrierId));
	const known = await db
		.select({ carrierId: messages.carrierId })
		.from(messages)
		.where(
			sql`${messages.carrierId} IS NOT NULL AND ${messages.carrierId} IN (SELECT value FROM json_each(${ids}))`,
		);
	const taken = new Set(known.map(({ carrierId }) => carrierId));
	const unknown = listed.value.filter(({ carrierId }) => !taken.has(carrierId));
	return findSameText(row.body, unknown.reverse());
}

/** A campaign requests its text again, because it may have been stopped. */
async function sendAgain(ctx: Context, row: MessageRow): Promise<Settlement> {
	if (row.campaignId !== null) return { kind: "settled", row };
	const waitMilliseconds = (row.checkAt?.getTime() ?? 0) - ctx.now().getTime();
	if (waitMilliseconds > 0) return { kind: "later", row, waitSeconds: Math.ceil(waitMilliseconds / 1000) };
	const retry = await storeRetry(ctx, row);
	if (retry.attempt) {
		const { attempt } = retry;
		return { kind: "settled", row: (await handOver(ctx, [attempt])).get(attempt.id) ?? attempt };
	}
	if (retry.row) ctx.announce([messageEvent(retry.row)]);
	return { kind: "settled", row: retry.row ?? row };
}
