import type { Slot } from "@cloudpbx/contracts/sending";
import { selectRows } from "@cloudpbx/db/json-rows";
import { conversations, messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { type SQL, sql } from "drizzle-orm";
import type { MessageRow } from "../delivery/record-outcome.ts";
import { previewOf } from "../inbox/preview-of.ts";
import type { Messaging } from "../open-messaging.ts";
import type { SendDecision, TextToDecide } from "./decide-send.ts";
import { hourOf } from "./sending-hour.ts";

/** A text as somebody wants it sent. */
export interface OutgoingRequest extends TextToDecide {
	id: string;
	conversationId: string;
	actorId: string | null;
	actorName: string | null;
	recipientId: string | null;
	/** The person who takes the conversation over by it. */
	takesOverAs: string | null;
	/** Of a paced text. */
	slot?: PacedSlot;
}

/** A text's place in its number's time, in milliseconds since 1970. After `until` it is not sent. */
export interface PacedSlot extends Slot {
	until: number;
}

export type PacedRequest = OutgoingRequest & { slot: PacedSlot };

export interface DecidedText {
	request: OutgoingRequest;
	decision: SendDecision;
}

/** Nobody is opted out and no campaign stopped by the time it is written, whatever the gate read a moment before. */
const mayStillGo = (number: SQL) => sql`(r.value ->> '$.isConfirmation' = 1
	OR NOT EXISTS (SELECT 1 FROM opt_outs WHERE number = ${number}))
	AND (r.value ->> '$.campaignId' IS NULL
	OR EXISTS (SELECT 1 FROM campaigns WHERE id = r.value ->> '$.campaignId' AND status = 'sending'))`;

/**
 * A text that the gate refused or the carrier never took may be asked for again; every other id is spoken for. What waits
 * for another try is tried by us, unless it is a campaign's: that asks again, and the hour may have become a quiet one.
 */
const isFree = (id: SQL, conversationId: SQL) =>
	sql`NOT EXISTS (SELECT 1 FROM messages WHERE id = ${id}
		AND NOT (${mayBeDecidedAgain} AND conversation_id = ${conversationId}))`;
export const mayBeDecidedAgain = sql`(messages.status = 'refused'
	OR (messages.status = 'failed' AND messages.carrier_id IS NULL)
	OR (messages.status = 'pending' AND messages.is_attempt_open = 0 AND messages.campaign_id IS NOT NULL))`;

/**
 * Stores what the gate decided, with the attempt that follows, in one round trip. Answers the rows that are now ours to hand
 * to the carrier; of two callers with the same id one gets it.
 */
export async function storeSends(
	messaging: Messaging,
	decided: readonly DecidedText[],
): Promise<MessageRow[]> {
	const { db, now } = messaging;
	const at = now();
	const allowed = decided.filter(({ decision }) => decision.isAllowed);
	const refused = decided.filter(({ decision }) => !decision.isAllowed);
	const [, stored] = await db.batch([
		upsertConversations(messaging, allowed, at),
		upsertMessages(messaging, allowed, at, mayStillGo(sql`r.value ->> '$.toNumber'`)).returning(),
		upsertMessages(messaging, refused, at, sql`true`),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, eventRows(decided, at), isAsStored(at)))
			.onConflictDoNothing(),
	]);
	return stored;
}

function upsertConversations({ db }: Messaging, allowed: readonly DecidedText[], at: Date) {
	const rows = allowed.map(({ request }) => newConversation(request, at));
	const contact = sql`r.value ->> '$.contactNumber'`;
	const listed = (column: string) =>
		sql.raw(`CASE WHEN excluded.listed_at IS NULL THEN conversations.${column} ELSE excluded.${column} END`);
	/** Another text leaves the latest campaign as it is. */
	const ofCampaign = (column: string) => sql.raw(`coalesce(excluded.${column}, conversations.${column})`);
	const whenTaken = (value: string, column: string) =>
		sql.raw(`CASE WHEN excluded.mode = 'human' THEN ${value} ELSE conversations.${column} END`);
	return db
		.insert(conversations)
		.select(
			selectRows(
				conversations,
				rows,
				sql`${mayStillGo(contact)} AND ${isFree(sql`r.value ->> '$.messageId'`, sql`r.value ->> '$.id'`)}`,
			),
		)
		.onConflictDoUpdate({
			target: conversations.id,
			set: {
				hourStartedAt: sql`excluded.hour_started_at`,
				sentInHour: sql`CASE WHEN conversations.hour_started_at = excluded.hour_started_at
					THEN conversations.sent_in_hour + 1 ELSE 1 END`,
				repliesInHour: sql`CASE WHEN conversations.hour_started_at = excluded.hour_started_at
					THEN conversations.replies_in_hour ELSE 0 END`,
				mode: whenTaken("'human'", "mode"),
				takenOverBy: whenTaken("excluded.taken_over_by", "taken_over_by"),
				waitingReason: whenTaken("NULL", "waiting_reason"),
				answeredSequence: whenTaken("conversations.inbound_sequence", "answered_sequence"),
				unreadCount: whenTaken("0", "unread_count"),
				lastMessageId: listed("last_message_id"),
				lastPreview: listed("last_preview"),
				lastDirection: listed("last_direction"),
				lastAuthor: listed("last_author"),
				listedAt: listed("listed_at"),
				campaignId: ofCampaign("campaign_id"),
				campaignRecipientId: ofCampaign("campaign_recipient_id"),
				campaignTextAt: ofCampaign("campaign_text_at"),
			},
		});
}

/** A campaign's texts alone do not put a conversation into the inbox: that would be everybody. */
function newConversation(request: OutgoingRequest, at: Date) {
	const isListed = request.campaignId === null;
	return {
		id: request.conversationId,
		contactNumber: request.to,
		ourNumber: request.from,
		mode: request.takesOverAs === null ? ("assistant" as const) : ("human" as const),
		takenOverBy: request.takesOverAs,
		hourStartedAt: hourOf(at),
		sentInHour: 1,
		lastMessageId: isListed ? request.id : null,
		lastPreview: isListed ? previewOf(request.body) : null,
		lastDirection: isListed ? ("outbound" as const) : null,
		lastAuthor: isListed ? request.author : null,
		listedAt: isListed ? at : null,
		createdAt: at,
		campaignId: request.campaignId,
		campaignRecipientId: request.recipientId,
		campaignTextAt: request.campaignId === null ? null : at,
		// For conditions only.
		messageId: request.id,
		isConfirmation: request.isConfirmation,
	};
}

function upsertMessages(messaging: Messaging, decided: readonly DecidedText[], at: Date, condition: SQL) {
	const rows = decided.map((one) => outboundMessage(messaging, one, at));
	const take = (column: string) => sql.raw(`excluded.${column}`);
	return messaging.db
		.insert(messages)
		.select(selectRows(messages, rows, condition))
		.onConflictDoUpdate({
			target: messages.id,
			set: {
				body: take("body"),
				segments: take("segments"),
				category: take("category"),
				status: take("status"),
				statusAt: take("status_at"),
				errorCode: sql`NULL`,
				refusal: take("refusal"),
				reason: take("reason"),
				attempts: sql`${messages.attempts} + excluded.attempts`,
				attemptedAt: take("attempted_at"),
				isAttemptOpen: take("is_attempt_open"),
				checkAt: take("check_at"),
			},
			// The same text only: its numbers are not changed.
			setWhere: sql`${mayBeDecidedAgain} AND ${messages.direction} = 'outbound'
				AND ${messages.conversationId} = excluded.conversation_id`,
		});
}

/** An allowed text is stored as being handed over: should this process die, what became of it is asked at the carrier. */
export function outboundMessage(messaging: Messaging, { request, decision }: DecidedText, at: Date) {
	const { isAllowed } = decision;
	return {
		id: request.id,
		conversationId: request.conversationId,
		direction: "outbound" as const,
		author: request.author,
		category: request.category,
		fromNumber: request.from,
		toNumber: request.to,
		body: request.body,
		segments: decision.segments,
		status: isAllowed ? ("pending" as const) : ("refused" as const),
		statusAt: at,
		actorId: request.actorId,
		actorName: request.actorName,
		campaignId: request.campaignId,
		recipientId: request.recipientId,
		refusal: decision.isAllowed ? null : decision.code,
		reason: decision.reason,
		isConfirmation: request.isConfirmation,
		attempts: isAllowed ? 1 : 0,
		attemptedAt: isAllowed ? at : null,
		isAttemptOpen: isAllowed,
		checkAt: isAllowed ? new Date(at.getTime() + messaging.settleAfterSeconds * 1000) : null,
		createdAt: at,
	};
}

function eventRows(decided: readonly DecidedText[], at: Date) {
	return decided.flatMap(({ request, decision }) => {
		const { id, campaignId, recipientId } = request;
		const kinds = decision.isAllowed ? (["allowed", "attempted"] as const) : (["refused"] as const);
		return kinds.map((kind) => ({
			messageId: id,
			step: `${kind}-${at.getTime()}`,
			kind,
			status: decision.isAllowed ? ("pending" as const) : ("refused" as const),
			detail: decision.isAllowed ? null : decision.code,
			campaignId,
			recipientId,
			at,
		}));
	});
}

/** What was not stored did not happen. */
function isAsStored(at: Date): SQL {
	return sql`EXISTS (SELECT 1 FROM messages WHERE id = r.value ->> '$.messageId'
		AND status = r.value ->> '$.status' AND status_at = ${at.getTime()})`;
}
