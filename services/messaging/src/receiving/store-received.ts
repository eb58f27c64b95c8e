import { selectRow } from "@cloudpbx/db/json-rows";
import { messageEvents, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isBlockedNow } from "./is-blocked-now.ts";
import type { ReceivedText } from "./received-text.ts";

/** Maximum time between a campaign's text and a reaction to it. */
export const reactionMilliseconds = 7 * 24 * 60 * 60 * 1000;

export function storeMessage({ db }: Context, { text, at, conversationId }: ReceivedText) {
	return db
		.insert(messages)
		.values({
			id: text.messageId,
			carrierId: text.carrierId,
			conversationId,
			direction: "inbound",
			author: "contact",
			category: "transactional",
			fromNumber: text.from,
			toNumber: text.to,
			body: text.body,
			mediaCount: text.media.length,
			segments: text.segments,
			status: "received",
			statusAt: at,
			sequence: sql`(SELECT inbound_sequence FROM conversations
					WHERE id = ${conversationId} AND asked_message_id = ${text.messageId})`,
			isBlocked: isBlockedNow(text.from),
			createdAt: at,
		})
		.onConflictDoNothing();
}

/** Names the campaign that the contact may react to, and whether the reaction is an opt-out. */
export function storeReceivedEvent({ db }: Context, { text, at, conversationId, consent }: ReceivedText) {
	const until = at.getTime();
	return db
		.insert(messageEvents)
		.select(
			selectRow(
				messageEvents,
				{
					messageId: text.messageId,
					step: "received",
					kind: "received",
					status: "received",
					detail: consent.effect === "opt_out" ? "opt_out" : null,
					campaignId: sql`c.campaign_id`,
					recipientId: sql`c.campaign_recipient_id`,
					at,
				},
				sql`FROM (SELECT 1) LEFT JOIN conversations c ON c.id = ${conversationId}
			AND c.campaign_text_at BETWEEN ${until - reactionMilliseconds} AND ${until} WHERE true`,
			),
		)
		.onConflictDoNothing();
}

export function storeMedia({ db }: Context, { text, at }: ReceivedText) {
	if (text.media.length === 0) return [];
	return [db.insert(messageMedia).values(toMediaRows(text, at)).onConflictDoNothing()];
}

export function mediaIdOf({ messageId }: InboundTextWebhook, index: number): string {
	return `media_${messageId.slice(4)}_${index}`;
}

function toMediaRows(text: InboundTextWebhook, requestedAt: Date) {
	return text.media.map(({ url, contentType }, index) => ({
		id: mediaIdOf(text, index),
		messageId: text.messageId,
		url,
		contentType: contentType.slice(0, 100),
		status: "pending" as const,
		requestedAt,
	}));
}
