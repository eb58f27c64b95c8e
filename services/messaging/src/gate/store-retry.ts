import type { RefusalCode } from "@cloudpbx/contracts/texts/messages";
import { selectRow } from "@cloudpbx/db/json-rows";
import { conversations, messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Attempt } from "../delivery/attempt.ts";
import { attemptsMax, isTooOld } from "../delivery/plan-retry.ts";
import { readRefusedText } from "../delivery/read-refused-text.ts";
import { countSend } from "../texts/count-send.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { decideSend } from "./decide-send.ts";
import { listErasedContacts, readSendFacts, selectSendFacts } from "./load-send-facts.ts";
import { isOptedOut, isTakenOver, mayStillGo, type TextColumns } from "./may-still-go.ts";
import { toAttempt } from "./to-attempt.ts";

const storedText: TextColumns = {
	toNumber: sql`${messages.toNumber}`,
	conversationId: sql`${messages.conversationId}`,
	isConfirmation: sql`${messages.isConfirmation}`,
	campaignId: sql`${messages.campaignId}`,
	author: sql`${messages.author}`,
};

/** One of several callers gets the attempt. Without an attempt, `row` is the text that was dropped. */
export async function storeRetry(
	ctx: Context,
	row: MessageRow,
): Promise<{ attempt: Attempt } | { attempt: null; row: MessageRow | null }> {
	const { db, now, settleAfterSeconds } = ctx;
	const at = now();
	const verdict = await judgeRetry(ctx, row, at);
	const isDue = sql`${messages.id} = ${row.id} AND ${messages.status} = 'pending' AND ${messages.isAttemptOpen} = 0
		AND ${messages.attempts} = ${row.attempts}`;
	const [attempted, dropped] = await db.batch([
		db
			.update(messages)
			.set({
				isAttemptOpen: true,
				errorCode: null,
				attempts: sql`${messages.attempts} + 1`,
				attemptedAt: at,
				checkAt: new Date(at.getTime() + settleAfterSeconds * 1000),
			})
			.where(sql`${isDue} AND ${verdict.isAllowed ? 1 : 0} = 1 AND ${mayStillGo(storedText)}`)
			.returning(),
		// The row is unchanged after the first statement: the text may no longer be sent.
		db
			.update(messages)
			.set({ ...storedDrop(verdict), statusAt: at, checkAt: null })
			.where(isDue)
			.returning(),
		db
			.update(conversations)
			.set(countSend(at, { isReply: false }))
			.where(
				sql`${conversations.id} = ${row.conversationId} AND EXISTS (SELECT 1 FROM messages
					WHERE id = ${row.id} AND attempted_at = ${at.getTime()} AND attempts = ${row.attempts + 1})`,
			),
		db
			.insert(messageEvents)
			.select(
				selectRow(
					messageEvents,
					{
						messageId: sql`id`,
						step: sql`CASE status WHEN 'pending' THEN 'attempted-' ELSE 'dropped-' END || ${at.getTime()}`,
						kind: sql`CASE status WHEN 'pending' THEN 'attempted' WHEN 'refused' THEN 'refused' ELSE 'gave_up' END`,
						status: sql`status`,
						detail: sql`refusal`,
						campaignId: sql`campaign_id`,
						recipientId: sql`recipient_id`,
						at,
					},
					sql`FROM messages WHERE id = ${row.id} AND (attempted_at = ${at.getTime()} OR status_at = ${at.getTime()})`,
				),
			)
			.onConflictDoNothing(),
	]);
	const [mine] = attempted;
	return mine ? { attempt: toAttempt(mine) } : { attempt: null, row: dropped[0] ?? null };
}

type Retry =
	| { isAllowed: true }
	| { isAllowed: false; status: "failed" }
	| { isAllowed: false; status: "refused"; code: RefusalCode; reason: string };

async function judgeRetry(ctx: Context, row: MessageRow, at: Date): Promise<Retry> {
	const tried = await readRefusedText(ctx, row);
	const isHeldByLimit = explainMessageError(row.errorCode ?? 0).isDailyLimit === true;
	const hasTriedOut = tried.attempts >= attemptsMax && !isHeldByLimit;
	if (hasTriedOut || isTooOld(tried, isHeldByLimit, at)) return { isAllowed: false, status: "failed" };
	const place = { id: row.id, conversationId: row.conversationId, from: row.fromNumber, to: row.toNumber };
	const [found] = await selectSendFacts(ctx, [{ ...place, campaignId: row.campaignId }]);
	if (!found) return { isAllowed: false, status: "failed" };
	const text = { ...row, from: row.fromNumber, to: row.toNumber, quietHours: true };
	const erased = await listErasedContacts(ctx, [found], [place]);
	const decision = decideSend(text, readSendFacts(found, at, erased.has(row.toNumber)).facts, at);
	if (decision.isAllowed) return { isAllowed: true };
	return { isAllowed: false, status: "refused", code: decision.code, reason: decision.reason };
}

/** An opt-out or a take-over may be newer than the decision. */
function storedDrop(verdict: Retry) {
	const isOut = isOptedOut(storedText);
	const isTaken = isTakenOver(storedText);
	const refused = !verdict.isAllowed && verdict.status === "refused" ? verdict : null;
	return {
		status: sql`CASE WHEN ${isOut} THEN 'refused' WHEN ${isTaken} THEN 'canceled' ELSE ${refused?.status ?? "failed"} END`,
		refusal: sql`CASE WHEN ${isOut} THEN 'opted_out' WHEN NOT ${isTaken} THEN ${refused?.code ?? null} END`,
		reason: sql`CASE WHEN ${isOut} THEN ${messages.toNumber} || ' has opted out since it was written.'
			WHEN ${isTaken} THEN 'A person took over before it was sent.'
			ELSE coalesce(${refused?.reason ?? null}, ${messages.reason}) END`,
	};
}
