import { messages } from "@cloudpbx/db/schema/messaging";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { explainMessageRefusal } from "@cloudpbx/twilio/message-errors";
import type { SendOutcome } from "@cloudpbx/twilio/rest/messages";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { optOutByCarrier } from "../consent/opt-out-by-carrier.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { flagUnanswered } from "./flag-unanswered.ts";
import { isFinal } from "./message-status.ts";
import { planRetry } from "./plan-retry.ts";
import { readRefusedText } from "./read-refused-text.ts";
import { storeEvent } from "./store-event.ts";
import { uncountAttempt } from "./uncount-attempt.ts";

/** The statements, of which the first returns the row, and the work after them. */
interface Recording {
	statements: [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]];
	follow?: () => Promise<void>;
}

/** One round trip; two for a text with many refusals. Returns the stored rows in the same order. */
export async function recordOutcomes(
	ctx: Context,
	outcomes: readonly { row: MessageRow; outcome: SendOutcome }[],
): Promise<MessageRow[]> {
	const recordings = await Promise.all(
		outcomes.map(async ({ row, outcome }) => ({ row, ...(await toRecording(ctx, row, outcome)) })),
	);
	const [first, ...others] = recordings.flatMap(({ statements }) => statements);
	if (!first) return [];
	const results: unknown[] = await ctx.db.batch([first, ...others]);
	const rows: MessageRow[] = [];
	let index = 0;
	for (const { row, statements, follow } of recordings) {
		const [updated] = results[index] as MessageRow[];
		index += statements.length;
		rows.push(updated ?? row);
		await follow?.();
	}
	return rows;
}

export async function recordFound(
	ctx: Context,
	row: MessageRow,
	found: { carrierId: string; status: MessageRow["status"] },
): Promise<MessageRow> {
	const [updated] = await ctx.db.batch(storeAccepted(ctx, row, found, "found_at_carrier"));
	return updated[0] ?? row;
}

async function toRecording(ctx: Context, row: MessageRow, outcome: SendOutcome): Promise<Recording> {
	switch (outcome.kind) {
		case "accepted":
			return { statements: storeAccepted(ctx, row, outcome, "accepted") };
		case "refused":
			return storeRefused(ctx, row, outcome);
		case "unknown":
			return storeUnknown(ctx, row);
	}
}

/** A status callback may have arrived first; its status stays. */
function storeAccepted(
	ctx: Context,
	row: MessageRow,
	{ carrierId, status }: { carrierId: string; status: MessageRow["status"] },
	kind: "accepted" | "found_at_carrier",
) {
	const { db, now, sweepAfterSeconds } = ctx;
	const at = now();
	const checkAt = isFinal(status) ? null : new Date(at.getTime() + sweepAfterSeconds * 1000);
	const isUntold = sql`${messages.status} = 'pending'`;
	const update = db
		.update(messages)
		.set({
			carrierId,
			status: sql`CASE WHEN ${isUntold} THEN ${status} ELSE ${messages.status} END`,
			statusAt: sql`CASE WHEN ${isUntold} THEN ${at.getTime()} ELSE ${messages.statusAt} END`,
			// A campaign's text keeps the check of its attempt, which saves an index entry.
			...((row.campaignId === null || checkAt === null) && {
				checkAt: sql`CASE WHEN ${isUntold} THEN ${checkAt?.getTime() ?? null} ELSE ${messages.checkAt} END`,
			}),
			errorCode: sql`CASE WHEN ${isUntold} THEN NULL ELSE ${messages.errorCode} END`,
			segments: countSegments(row.body).segments,
			isAttemptOpen: false,
		})
		.where(and(eq(messages.id, row.id), or(isNull(messages.carrierId), eq(messages.carrierId, carrierId))))
		.returning();
	// An accepted text of a campaign gets no event: the row is enough.
	const isTold = row.campaignId !== null && kind === "accepted";
	const events = isTold ? [] : [storeEvent(ctx, row, { kind, status, step: kind, at })];
	return [update, ...events] as [typeof update, ...typeof events];
}

async function storeRefused(
	ctx: Context,
	row: MessageRow,
	refusal: Extract<SendOutcome, { kind: "refused" }>,
): Promise<Recording> {
	const { db, now, jobQueue } = ctx;
	const at = now();
	const error = explainMessageRefusal(refusal);
	const { errorCode, problem, isOptedOut: isOptOut = false } = error;
	const retryAt =
		problem === "later" ? planRetry(await readRefusedText(ctx, row), error, ctx.retryBaseSeconds, at) : null;
	const isLater = retryAt !== null;
	// The campaign itself repeats its texts, because it may have been stopped.
	const isOurs = isLater && row.campaignId === null;
	const statements: Recording["statements"] = [
		db
			.update(messages)
			.set({
				status: isLater ? "pending" : "failed",
				statusAt: at,
				errorCode,
				isAttemptOpen: false,
				checkAt: isOurs ? retryAt : null,
			})
			.where(and(eq(messages.id, row.id), eq(messages.isAttemptOpen, true), isNull(messages.carrierId)))
			.returning(),
		storeEvent(ctx, row, {
			kind: isLater ? "not_accepted" : "gave_up",
			status: isLater ? "pending" : "failed",
			step: `refused-by-carrier-${row.attempts}`,
			errorCode,
			at,
		}),
		uncountAttempt(ctx, row, sql`${messages.isAttemptOpen} = 0 AND ${messages.statusAt} = ${at.getTime()}`),
		...(isOptOut ? optOutByCarrier(ctx, { isThis: sql`m.id = ${row.id}`, errorCode, at }) : []),
	];
	const follow = async () => {
		if (isOurs) {
			const delaySeconds = (retryAt.getTime() - at.getTime()) / 1000;
			await enqueue(jobQueue, [{ task: "send", messageId: row.id }], delaySeconds);
		}
		if (!isLater) await flagUnanswered(ctx, row, problem);
		if (isOptOut && row.campaignId === null) {
			ctx.announce([{ kind: "consent", numbers: [row.toNumber] }]);
		}
	};
	return { statements, follow };
}

function storeUnknown(ctx: Context, row: MessageRow): Recording {
	const { db, now, jobQueue, retryBaseSeconds } = ctx;
	const at = now();
	const statements: Recording["statements"] = [
		db
			.update(messages)
			.set({ isAttemptOpen: true })
			.where(and(eq(messages.id, row.id), eq(messages.isAttemptOpen, true)))
			.returning(),
		storeEvent(ctx, row, {
			kind: "outcome_unknown",
			status: "pending",
			step: `unknown-${row.attempts}`,
			at,
		}),
	];
	const follow = () => enqueue(jobQueue, [{ task: "settle", messageId: row.id }], retryBaseSeconds);
	return { statements, follow };
}
