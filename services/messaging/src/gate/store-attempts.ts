import type { RefusalCode } from "@cloudpbx/contracts/texts/messages";
import { selectRow, selectRows } from "@cloudpbx/db/json-rows";
import { conversations, messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Context } from "../context.ts";
import type { Attempt } from "../delivery/attempt.ts";
import { attemptsMax, isTooOld } from "../delivery/plan-retry.ts";
import { readRefusedText } from "../delivery/read-refused-text.ts";
import { countSend } from "../texts/count-send.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { previewOf } from "../texts/preview-of.ts";
import { hourOf } from "../texts/sending-hour.ts";
import { countAssistant } from "./ceilings.ts";
import { decideSend } from "./decide-send.ts";
import { findErasedContacts, readSendFacts, selectSendFacts } from "./load-send-facts.ts";
import { mayBeDecidedAgain } from "./may-be-decided-again.ts";
import { isOptedOut, isTakenOver, mayStillGo, type TextColumns } from "./may-still-go.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";

/** The same condition for rows of `messages` or `conversations` that a statement gets as JSON. */
const mayBeStored = (toNumber: SQL, conversationId: SQL) =>
	mayStillGo({
		toNumber,
		conversationId,
		isConfirmation: sql`r.value ->> '$.isConfirmation'`,
		campaignId: sql`r.value ->> '$.campaignId'`,
		author: sql`r.value ->> '$.author'`,
	});

/** A text that is stored already. */
const storedText: TextColumns = {
	toNumber: sql`${messages.toNumber}`,
	conversationId: sql`${messages.conversationId}`,
	isConfirmation: sql`${messages.isConfirmation}`,
	campaignId: sql`${messages.campaignId}`,
	author: sql`${messages.author}`,
};

const isFree = (id: SQL, conversationId: SQL) =>
	sql`NOT EXISTS (SELECT 1 FROM messages WHERE id = ${id}
		AND NOT (${mayBeDecidedAgain} AND conversation_id = ${conversationId}))`;

/**
 * Stores decisions and the attempts of allowed texts, in one round trip. Returns the attempts that this
 * caller must send; of two callers with the same id one gets the attempt.
 */
export async function storeDecided(ctx: Context, decided: readonly DecidedText[]): Promise<Attempt[]> {
	const { db, now } = ctx;
	const at = now();
	const allowed = decided.filter(({ decision }) => decision.isAllowed);
	const refused = decided.filter(({ decision }) => !decision.isAllowed);
	const [, stored] = await db.batch([
		upsertConversations(ctx, allowed, at),
		upsertMessages(
			ctx,
			allowed,
			at,
			mayBeStored(sql`r.value ->> '$.toNumber'`, sql`r.value ->> '$.conversationId'`),
		).returning(),
		upsertMessages(ctx, refused, at, sql`true`),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, eventRows(decided, at), isAsStored(at)))
			.onConflictDoNothing(),
	]);
	return stored.map(toAttempt);
}

/** The claim of a conversation, in one transaction with the assistant's text. */
export interface Claim {
	/** The statement that claims the conversation if the text may still go; it returns a row if the claim holds. */
	toStatement: (mayGo: SQL) => BatchItem<"sqlite">;
	/** True in the later statements if the claim holds. */
	isHeld: SQL;
	/** The sequence number of the answered text. */
	sequence: number;
}

/**
 * Stores the assistant's decided text, if the claim holds. `isClaimed` false: nothing was stored. `refused`
 * is the row of a text that the gate refused.
 */
export async function storeReply(
	ctx: Context,
	decided: DecidedText,
	{ toStatement, isHeld, sequence }: Claim,
): Promise<{ isClaimed: boolean; attempt: Attempt | null; refused: MessageRow | null }> {
	const { db, now } = ctx;
	const at = now();
	const row = { ...outboundMessage(ctx, decided, at), sequence };
	const { to, conversationId, author } = decided.request;
	const mayGo = mayStillGo({
		toNumber: sql`${to}`,
		conversationId: sql`${conversationId}`,
		isConfirmation: sql`0`,
		campaignId: sql`NULL`,
		author: sql`${author}`,
	});
	const [claimed, stored] = (await db.batch([
		toStatement(mayGo),
		db
			.insert(messages)
			.select(selectRows(messages, [row], isHeld))
			.onConflictDoNothing()
			.returning(),
		db
			.insert(messageEvents)
			.select(selectRows(messageEvents, eventRows([decided], at), isHeld))
			.onConflictDoNothing(),
		...(decided.decision.isAllowed ? [countAssistant(db, at, isHeld)] : []),
	])) as unknown as [unknown[], MessageRow[]];
	const [message = null] = stored;
	const isAttempt = message?.isAttemptOpen === true;
	return {
		isClaimed: claimed.length > 0,
		attempt: isAttempt ? toAttempt(message) : null,
		refused: isAttempt ? null : message,
	};
}

/**
 * Stores one more attempt at a text that the carrier is known not to have. Of several callers one makes it.
 * Returns the attempt, or the row of a text that may no longer be sent.
 */
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
		// Still due after the first statement: the text may no longer be sent.
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

/** Decides again about a text that was decided before. */
async function judgeRetry(ctx: Context, row: MessageRow, at: Date): Promise<Retry> {
	const tried = await readRefusedText(ctx, row);
	const isHeldByLimit = explainMessageError(row.errorCode ?? 0).isDailyLimit === true;
	const hasTriedOut = tried.attempts >= attemptsMax && !isHeldByLimit;
	if (hasTriedOut || isTooOld(tried, isHeldByLimit, at)) return { isAllowed: false, status: "failed" };
	const place = { id: row.id, conversationId: row.conversationId, from: row.fromNumber, to: row.toNumber };
	const [found] = await selectSendFacts(ctx, [{ ...place, campaignId: row.campaignId }]);
	if (!found) return { isAllowed: false, status: "failed" };
	const text = { ...row, from: row.fromNumber, to: row.toNumber, quietHours: true };
	const erased = await findErasedContacts(ctx, [found], [place]);
	const decision = decideSend(text, readSendFacts(found, at, erased.has(row.toNumber)).facts, at);
	if (decision.isAllowed) return { isAllowed: true };
	return { isAllowed: false, status: "refused", code: decision.code, reason: decision.reason };
}

/**
 * The stored reason why a due text may no longer be sent: an opt-out or a take-over may be newer than the
 * decision.
 */
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

/** Called only with rows that the statements above have stored. */
function toAttempt(row: MessageRow): Attempt {
	return row as Attempt;
}

function upsertConversations({ db }: Context, allowed: readonly DecidedText[], at: Date) {
	const rows = allowed.map(({ request }) => newConversation(request, at));
	const contact = sql`r.value ->> '$.contactNumber'`;
	const listed = (column: string) =>
		sql.raw(`CASE WHEN excluded.listed_at IS NULL THEN conversations.${column} ELSE excluded.${column} END`);
	/** A text without a campaign keeps the stored latest campaign. */
	const ofCampaign = (column: string) => sql.raw(`coalesce(excluded.${column}, conversations.${column})`);
	const whenTaken = (value: string, column: string) =>
		sql.raw(`CASE WHEN excluded.mode = 'human' THEN ${value} ELSE conversations.${column} END`);
	return db
		.insert(conversations)
		.select(
			selectRows(
				conversations,
				rows,
				sql`${mayBeStored(contact, sql`r.value ->> '$.id'`)} AND ${isFree(sql`r.value ->> '$.messageId'`, sql`r.value ->> '$.id'`)}`,
			),
		)
		.onConflictDoUpdate({
			target: conversations.id,
			set: {
				...countSend(at, { isReply: false }),
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

/** A campaign's texts alone do not list a conversation in the inbox: every recipient would appear there. */
function newConversation(request: OutgoingRequest, at: Date) {
	const isListed = request.campaignId === null && request.isUnlisted !== true;
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
		// Used only in conditions.
		messageId: request.id,
		isConfirmation: request.isConfirmation,
		author: request.author,
	};
}

function upsertMessages(ctx: Context, decided: readonly DecidedText[], at: Date, condition: SQL) {
	const rows = decided.map((one) => outboundMessage(ctx, one, at));
	const take = (column: string) => sql.raw(`excluded.${column}`);
	return ctx.db
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
			// Only the same text: a row's numbers do not change.
			setWhere: sql`${mayBeDecidedAgain} AND ${messages.direction} = 'outbound'
				AND ${messages.conversationId} = excluded.conversation_id`,
		});
}

/**
 * An allowed text is stored as an open attempt: if this process dies, the carrier is asked about the result.
 */
function outboundMessage(ctx: Context, { request, decision }: DecidedText, at: Date) {
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
		checkAt: isAllowed ? new Date(at.getTime() + ctx.settleAfterSeconds * 1000) : null,
		createdAt: at,
	};
}

function eventRows(decided: readonly DecidedText[], at: Date) {
	return decided.flatMap(({ request, decision }) => {
		const { id, campaignId, recipientId } = request;
		// For an allowed text of a campaign the row is enough; it gets no events.
		if (decision.isAllowed && campaignId !== null) return [];
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

/** The event is stored only if its message was. */
function isAsStored(at: Date): SQL {
	return sql`EXISTS (SELECT 1 FROM messages WHERE id = r.value ->> '$.messageId'
		AND status = r.value ->> '$.status' AND status_at = ${at.getTime()})`;
}
