import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import { selectRow } from "@cloudpbx/db/json-rows";
import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import type { MessageStatusWebhook } from "@cloudpbx/twilio/message-webhooks";
import { and, eq, getTableColumns, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { optOutByCarrier } from "../consent/opt-out-by-carrier.ts";
import type { Context } from "../context.ts";
import { messageEvent } from "../live/live-events.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { isFinal, statusesBelow } from "./message-status.ts";

export interface StatusReport {
	carrierId: string;
	status: MessageStatus;
	errorCode: number | null;
}

/**
 * One round trip. Reports may arrive in any order and repeat. A report proves that the carrier accepted the text,
 * even when we never got the acceptance; the id in the callback address then identifies the text.
 */
export async function receiveStatus(
	ctx: Context,
	messageId: string | null,
	webhook: MessageStatusWebhook,
): Promise<void> {
	const { carrierId, status, errorCode } = webhook;
	if (status === null) return;
	await applyStatus(ctx, messageId, { carrierId, status, errorCode });
}

export async function applyStatus(
	ctx: Context,
	messageId: string | null,
	{ carrierId, status, errorCode }: StatusReport,
): Promise<boolean> {
	const { db, now, sweepAfterSeconds } = ctx;
	const at = now();
	const isOptOut = errorCode !== null && explainMessageError(errorCode).isOptedOut === true;
	const isThis =
		messageId === null
			? eq(messages.carrierId, carrierId)
			: and(eq(messages.id, messageId), or(isNull(messages.carrierId), eq(messages.carrierId, carrierId)));
	const wasLost = and(eq(messages.status, "failed"), isNull(messages.carrierId));
	const isNamed = (prefix: SQL = sql``) =>
		messageId === null
			? sql`${prefix}carrier_id = ${carrierId}`
			: sql`${prefix}id = ${messageId} AND ${prefix}carrier_id = ${carrierId}`;
	const [changed] = await db.batch([
		db
			.update(messages)
			.set({
				status,
				statusAt: at,
				errorCode: errorCode ?? sql`${messages.errorCode}`,
				isAttemptOpen: false,
				...(isFinal(status) && { checkAt: null }),
			})
			.where(and(isThis, or(inArray(messages.status, statusesBelow(status)), wasLost)))
			.returning({
				...getTableColumns(messages),
				campaignStatus: sql<
					string | null
				>`(SELECT c.status FROM campaigns c WHERE c.id = messages.campaign_id)`,
			}),
		// Separate, because setting an indexed column always costs an index entry. For a text whose acceptance was
		// lost.
		db
			.update(messages)
			.set({
				carrierId,
				...(!isFinal(status) && { checkAt: new Date(at.getTime() + sweepAfterSeconds * 1000) }),
			})
			.where(and(isThis, isNull(messages.carrierId), eq(messages.status, status))),
		// Campaigns read final statuses from the events.
		db
			.insert(messageEvents)
			.select(
				selectRow(
					messageEvents,
					{
						messageId: sql`id`,
						step: `status-${status}`,
						kind: "status",
						status,
						errorCode,
						campaignId: sql`campaign_id`,
						recipientId: sql`recipient_id`,
						at,
					},
					sql`FROM messages WHERE ${isNamed()} AND direction = 'outbound'
						AND (campaign_id IS NULL OR ${isFinal(status) ? 1 : 0} = 1)`,
				),
			)
			.onConflictDoNothing(),
		...(isOptOut
			? optOutByCarrier(ctx, {
					isThis: sql`${isNamed(sql`m.`)} AND m.direction = 'outbound'`,
					errorCode,
					at,
				})
			: []),
	]);
	const [row] = changed;
	if (!row) return false;
	const news: LiveNews[] = [describeChange(row)];
	if (isOptOut) news.push({ kind: "consent", numbers: [row.toNumber] });
	ctx.announce(news);
	return true;
}

/** For a campaign's text only the campaign is announced. */
function describeChange(row: MessageRow & { campaignStatus: string | null }): LiveNews {
	const { campaignId, campaignStatus } = row;
	if (campaignId === null) return messageEvent(row);
	return { kind: "campaign", campaignId, status: campaignStatus ?? "sending" };
}
