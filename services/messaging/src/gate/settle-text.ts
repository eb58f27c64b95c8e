import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";
import { type CarrierMessage, findMessages } from "@cloudpbx/twilio/rest/messages";
import { and, eq, not, sql } from "drizzle-orm";
import { confirmationMilliseconds } from "../consent/answer-consent.ts";
import { closeAttempt } from "../delivery/close-attempt.ts";
import { handOver } from "../delivery/hand-over.ts";
import { attemptsMax, type MessageRow, recordFound } from "../delivery/record-outcome.ts";
import { messageEvent } from "../live/live-events.ts";
import type { Messaging } from "../open-messaging.ts";
import { hourMilliseconds } from "./sending-hour.ts";

/** `later`: nothing can be said before `waitSeconds` are over. */
export type Settlement =
	| { kind: "settled"; row: MessageRow }
	| { kind: "unknown_message" }
	| { kind: "later"; row: MessageRow; waitSeconds: number };

/** The carrier's clock and ours. */
const skewMilliseconds = 2 * 60 * 1000;

/**
 * Finds out what became of a text whose fate is not known, and sends it if it was never taken and is ours to send. The carrier
 * is asked before anything is sent again; whoever runs this, and however often, one text goes out.
 */
export async function settleText(messaging: Messaging, messageId: string): Promise<Settlement> {
	const [row] = await messaging.db.select().from(messages).where(eq(messages.id, messageId));
	if (!row) return { kind: "unknown_message" };
	if (row.status !== "pending") return { kind: "settled", row };
	if (!row.isAttemptOpen) return sendAgain(messaging, row);
	const found = await findAtCarrier(messaging, row);
	if (found === "unreachable") return { kind: "later", row, waitSeconds: messaging.retryBaseSeconds };
	if (found !== null) {
		const news = { carrierId: found.carrierId, status: found.status ?? "queued" };
		const settled = await recordFound(messaging, row, news);
		if (row.campaignId === null) messaging.announce([messageEvent(settled)]);
		return { kind: "settled", row: settled };
	}
	const waitMilliseconds = (row.checkAt?.getTime() ?? 0) - messaging.now().getTime();
	if (waitMilliseconds > 0) {
		return { kind: "later", row, waitSeconds: Math.ceil(waitMilliseconds / 1000) };
	}
	const closed = await closeAttempt(messaging, row, "not_found_at_carrier");
	return closed === null ? { kind: "settled", row } : sendAgain(messaging, closed);
}

/** The text at the carrier that is this one: same numbers, same words, since the attempt, and no other text of ours. */
async function findAtCarrier(
	{ db, carrier }: Messaging,
	row: MessageRow,
): Promise<CarrierMessage | null | "unreachable"> {
	const since = new Date((row.attemptedAt ?? row.createdAt).getTime() - skewMilliseconds);
	const listed = await findMessages(carrier, { from: row.fromNumber, to: row.toNumber, since });
	if (!listed.ok) return "unreachable";
	const words = cleanTextBody(row.body).trim();
	const alike = listed.value.filter(({ body }) => cleanTextBody(body).trim() === words);
	if (alike.length === 0) return null;
	const ids = JSON.stringify(alike.map(({ carrierId }) => carrierId));
	const known = await db
		.select({ carrierId: messages.carrierId })
		.from(messages)
		.where(
			sql`${messages.carrierId} IS NOT NULL AND ${messages.carrierId} IN (SELECT value FROM json_each(${ids}))`,
		);
	const taken = new Set(known.map(({ carrierId }) => carrierId));
	return alike.reverse().find(({ carrierId }) => !taken.has(carrierId)) ?? null;
}

/** A campaign's text waits for the campaign to ask again: it may have been paused or cancelled meanwhile. */
async function sendAgain(messaging: Messaging, row: MessageRow): Promise<Settlement> {
	if (row.campaignId !== null) return { kind: "settled", row };
	const waitMilliseconds = (row.checkAt?.getTime() ?? 0) - messaging.now().getTime();
	if (waitMilliseconds > 0) return { kind: "later", row, waitSeconds: Math.ceil(waitMilliseconds / 1000) };
	return { kind: "settled", row: await attemptSend(messaging, row) };
}

/** One more attempt at a text of which it is known that the carrier does not have it. One caller gets to make it. */
async function attemptSend(messaging: Messaging, row: MessageRow): Promise<MessageRow> {
	const { db, now, settleAfterSeconds } = messaging;
	const at = now();
	const isOut = sql`(${messages.isConfirmation} = 0
		AND EXISTS (SELECT 1 FROM opt_outs WHERE number = ${messages.toNumber}))`;
	// What the assistant wanted to say is nobody's word once a person speaks.
	const isTakenOver = sql`(${messages.author} = 'assistant' AND EXISTS (SELECT 1 FROM conversations
		WHERE id = ${messages.conversationId} AND mode IN ('human', 'closed')))`;
	const isHopeless = row.attempts >= attemptsMax || isStale(row, at);
	const isDue = and(
		eq(messages.id, row.id),
		eq(messages.status, "pending"),
		eq(messages.isAttemptOpen, false),
		eq(messages.attempts, row.attempts),
	);
	const [claimed, dropped] = await db.batch([
		db
			.update(messages)
			.set({
				isAttemptOpen: true,
				errorCode: null,
				attempts: sql`${messages.attempts} + 1`,
				attemptedAt: at,
				checkAt: new Date(at.getTime() + settleAfterSeconds * 1000),
			})
			.where(and(isDue, not(isOut), not(isTakenOver), isHopeless ? sql`false` : undefined))
			.returning(),
		// Still due after that: it may not go out any more.
		db
			.update(messages)
			.set({
				status: sql`CASE WHEN ${isOut} THEN 'refused' WHEN ${isTakenOver} THEN 'canceled' ELSE 'failed' END`,
				statusAt: at,
				refusal: sql`CASE WHEN ${isOut} THEN 'opted_out' END`,
				reason: sql`CASE WHEN ${isOut} THEN ${messages.toNumber} || ' has opted out since it was written.'
					WHEN ${isTakenOver} THEN 'A person took over before it was sent.' ELSE ${messages.reason} END`,
				checkAt: null,
			})
			.where(isDue)
			.returning(),
		// In the order of the table's columns.
		db
			.insert(messageEvents)
			.select(
				sql`SELECT NULL, id, CASE status WHEN 'pending' THEN 'attempted-' ELSE 'dropped-' END || ${at.getTime()},
					CASE status WHEN 'pending' THEN 'attempted' WHEN 'refused' THEN 'refused' ELSE 'gave_up' END,
					status, NULL, refusal, campaign_id, recipient_id, ${at.getTime()} FROM messages
					WHERE id = ${row.id} AND (attempted_at = ${at.getTime()} OR status_at = ${at.getTime()})`,
			)
			.onConflictDoNothing(),
	]);
	const [mine] = claimed;
	messaging.announce(dropped.map(messageEvent));
	if (!mine) return dropped[0] ?? row;
	return (await handOver(messaging, [mine])).get(mine.id) ?? mine;
}

/** An answer that would come a day late is worse than none. */
const staleMilliseconds = 24 * hourMilliseconds;

function isStale(row: MessageRow, at: Date): boolean {
	const limit = row.isConfirmation ? confirmationMilliseconds : staleMilliseconds;
	return at.getTime() - row.createdAt.getTime() > limit;
}
