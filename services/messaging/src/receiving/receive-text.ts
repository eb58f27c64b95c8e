import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import type { AssistantJob, MessageJob } from "@cloudpbx/contracts/texts/sending";
import { erasureSalt } from "@cloudpbx/db/erased-opt-outs";
import { selectRow } from "@cloudpbx/db/json-rows";
import type { Db } from "@cloudpbx/db/open-db";
import { conversations, messageEvents, messageMedia, messages, optOuts } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { eq, type SQL, sql } from "drizzle-orm";
import { answerConsent, answerIdOf } from "../consent/answer-consent.ts";
import { changeConsent } from "../consent/change-consent.ts";
import { liftErasedOptOut } from "../consent/erased-opt-out.ts";
import { loadOwnTexts } from "../consent/load-own-texts.ts";
import { type Consent, readConsent } from "../consent/read-consent.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { previewOf } from "../texts/preview-of.ts";
import { confirmationIdOf, conversationIdOf } from "../texts/text-ids.ts";
import { isBlockedNow } from "./is-blocked-now.ts";

/** Maximum time between a campaign's text and a reaction to it. */
const reactionMilliseconds = 7 * 24 * 60 * 60 * 1000;

/**
 * Stores a received text. One round trip: conversation, message, consent and our answer about consent are
 * written together, and only once if the carrier repeats its report. A text that may quote us costs a second
 * one, which reads what we wrote. Slower work goes to the queues; the
 * sweeper repeats what they do not accept. `at` is when the text was received; a text that is stored late
 * does not count as an answer to newer messages.
 */
export async function receiveText(ctx: Context, text: InboundTextWebhook, at: Date): Promise<void> {
	const { db } = ctx;
	const conversationId = await conversationIdOf(text.from, text.to);
	const confirmationId = await confirmationIdOf(text.messageId);
	const consent = readConsent(text, await loadOwnTexts(ctx, conversationId, text));
	const isNew = sql`NOT EXISTS (SELECT 1 FROM messages WHERE id = ${text.messageId}
		UNION ALL SELECT 1 FROM erased_items WHERE id = ${text.messageId})`;
	const danger = recogniseDanger(text.body, []);
	// What the company's own words could explain, only the assistant's job can tell: it knows them.
	const isSurelyInDanger = danger?.isSure ?? false;
	const isBlocked = isBlockedNow(text.from);
	const asks = wantsAnswer(text, consent, isSurelyInDanger);
	const waitsBecause = mustBeSeen(text, consent, danger !== null);
	const preview = previewOf(text.body, text.media.length);
	const place = { conversationId, confirmationId };
	const answers = answerConsent(ctx, text, consent, place, at);
	const answerId = answerIdOf(text, consent, place);

	const results = await db.batch([
		db
			.insert(conversations)
			.select(newConversation(conversationId, text, { asks, isBlocked, waitsBecause, preview, isNew }, at))
			.onConflictDoUpdate({
				target: conversations.id,
				set: {
					// A contact in danger is answered at once, also where people answer or will: they may not be there.
					// A blocked one opens nothing again, unless people must see the text.
					mode: sql`CASE WHEN excluded.mode = 'waiting' THEN CASE ${conversations.mode} WHEN 'human' THEN 'human' ELSE 'waiting' END
						WHEN (${conversations.mode} = 'closed' AND excluded.unread_count = 1) OR (${isSurelyInDanger ? 1 : 0} AND excluded.inbound_sequence = 1)
						THEN 'assistant' ELSE ${conversations.mode} END`,
					inboundSequence: sql`${conversations.inboundSequence} + excluded.inbound_sequence`,
					askedMessageId: sql`coalesce(excluded.asked_message_id, ${conversations.askedMessageId})`,
					replyRequestedAt: sql`coalesce(excluded.reply_requested_at, ${conversations.replyRequestedAt})`,
					// A contact that opts out wants no answer to earlier texts.
					...(consent.effect === "opt_out" && { answeredSequence: sql`${conversations.inboundSequence}` }),
					waitingReason: sql`CASE WHEN excluded.mode = 'waiting' AND ${conversations.mode} <> 'human' THEN excluded.waiting_reason
						WHEN ${consent.isDoubtful ? 1 : 0} AND ${conversations.mode} = 'waiting' THEN 'may_want_no_texts' ELSE ${conversations.waitingReason} END`,
					unreadCount: sql`${conversations.unreadCount} + excluded.unread_count`,
					lastMessageId: sql`excluded.last_message_id`,
					lastPreview: sql`excluded.last_preview`,
					lastDirection: sql`excluded.last_direction`,
					lastAuthor: sql`excluded.last_author`,
					listedAt: sql`excluded.listed_at`,
				},
				setWhere: isNew,
			})
			.returning({ ...stateColumns, confirmationId: sql<string | null>`NULL` }),
		...changeConsent(db, text, consent, isNew, at),
		db
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
				isBlocked,
				createdAt: at,
			})
			.onConflictDoNothing(),
		db
			.insert(messageEvents)
			.select(receivedEvent(conversationId, text, consent, at))
			.onConflictDoNothing(),
		...storeMedia(ctx, text, at),
		...answers,
		...(answers.length > 0 ? [selectState(db, conversationId, answerId)] : []),
	]);
	const [stored] = results[0];
	// The answer is stored after the conversation; of a repeated text nothing is stored.
	const state =
		answers.length > 0
			? (results.at(-1) as unknown as [StateRow | undefined])[0]
			: (stored ?? (await selectState(db, conversationId, answerId))[0]);
	if (!state) return;
	const { erasureSalt: salt } = state;
	const isStart = consent.effect === "opt_in" && !consent.isOnlyIfOptedOut;
	if (isStart && salt !== null && text.senderKind === "phone") await liftErasedOptOut(db, salt, text.from);
	await requestWork(ctx, text, conversationId, state, danger ? 0 : ctx.burstSeconds);
	ctx.announce([...describeNews(text, conversationId, consent), ...describeReaction(state, at)]);
}

/** An opt-out applies to all of our numbers. */
function describeNews(text: InboundTextWebhook, conversationId: string, consent: Consent): LiveNews[] {
	const { messageId, from, to } = text;
	const about = { messageId, conversationId, from, to };
	const message = { direction: "inbound", status: "received", author: "contact" } as const;
	const news: LiveNews[] = [{ kind: "message", ...about, ...message }];
	if (consent.effect !== "none") news.push({ kind: "consent", numbers: [from] });
	return news;
}

/** The text counts as a reaction to the last campaign that texted the contact. */
function describeReaction({ campaignId, campaignTextAt, campaignStatus }: StateRow, at: Date): LiveNews[] {
	const isRecent = at.getTime() - (campaignTextAt?.getTime() ?? 0) <= reactionMilliseconds;
	if (campaignId === null || campaignStatus === null || !isRecent) return [];
	return [{ kind: "campaign", campaignId, status: campaignStatus }];
}

/** What the conversation has come to, for what follows from the text. */
const stateColumns = {
	mode: conversations.mode,
	sequence: conversations.inboundSequence,
	answered: conversations.answeredSequence,
	askedMessageId: conversations.askedMessageId,
	campaignId: conversations.campaignId,
	campaignTextAt: conversations.campaignTextAt,
	campaignStatus: sql<
		string | null
	>`(SELECT c.status FROM campaigns c WHERE c.id = conversations.campaign_id)`,
	erasureSalt,
};

function selectState(db: Db, conversationId: string, answerId: SQL<string>) {
	return db
		.select({ ...stateColumns, confirmationId: messages.id })
		.from(conversations)
		.leftJoin(messages, eq(messages.id, answerId))
		.where(eq(conversations.id, conversationId));
}

interface StateRow {
	campaignId: string | null;
	campaignTextAt: Date | null;
	campaignStatus: string | null;
	erasureSalt: string | null;
	mode: string;
	sequence: number;
	answered: number;
	askedMessageId: string | null;
	confirmationId: string | null;
}

/**
 * 1 when the assistant or a person should answer in words. 0 for keywords, for machines, for our own numbers
 * and for contacts that are opted out. Who is in danger is people's to see in any case; an opt-out
 * stays one, and gets no text.
 */
function wantsAnswer(text: InboundTextWebhook, consent: Consent, isInDanger: boolean): SQL {
	if (text.senderKind !== "phone") return sql`0`;
	if (consent.isSilent && !consent.isOnlyIfOptedOut && !isInDanger) return sql`0`;
	const isOptedOut = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${text.from})`;
	return sql`CASE WHEN (${isInDanger ? 0 : 1} AND ${isOptedOut})
		OR EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.from})
		OR NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.to}) THEN 0 ELSE 1 END`;
}

/**
 * Why people must see the text of a blocked contact all the same; null: it is kept as read. Whatever may be danger counts: no
 * assistant looks at it again.
 */
function mustBeSeen(text: InboundTextWebhook, consent: Consent, isInDanger: boolean): WaitingReason | null {
	if (text.senderKind !== "phone") return null;
	if (isInDanger) return "emergency";
	return consent.isDoubtful ? "may_want_no_texts" : null;
}

interface NewConversation {
	asks: SQL;
	isBlocked: SQL;
	/** Of a blocked contact. */
	waitsBecause: WaitingReason | null;
	preview: string;
	/** Neither stored nor erased before. */
	isNew: SQL;
}

/**
 * The last "WHERE" also keeps SQLite from reading ON CONFLICT as a join (sqlite.org/lang_upsert.html). "LIMIT 1" keeps it from asking once more
 * wherever the answer is used.
 */
function newConversation(
	id: string,
	text: InboundTextWebhook,
	{ asks, isBlocked, waitsBecause, preview, isNew }: NewConversation,
	at: Date,
): SQL {
	const waits = waitsBecause === null ? sql`0` : sql`is_blocked`;
	return selectRow(
		conversations,
		{
			id,
			contactNumber: text.from,
			ourNumber: text.to,
			mode: sql`CASE WHEN ${waits} THEN 'waiting' ELSE 'assistant' END`,
			waitingReason: sql`CASE WHEN ${waits} THEN ${waitsBecause} END`,
			inboundSequence: sql`asks`,
			askedMessageId: sql`CASE WHEN asks = 1 THEN ${text.messageId} END`,
			replyRequestedAt: sql`CASE WHEN asks = 1 THEN ${at.getTime()} END`,
			unreadCount: sql`CASE WHEN is_blocked AND NOT ${waits} THEN 0 ELSE 1 END`,
			lastMessageId: text.messageId,
			lastPreview: preview,
			lastDirection: "inbound",
			lastAuthor: "contact",
			listedAt: at,
			createdAt: at,
		},
		sql`FROM (SELECT CASE WHEN is_blocked THEN 0 ELSE ${asks} END AS asks, is_blocked
			FROM (SELECT ${isBlocked} AS is_blocked LIMIT 1) WHERE true LIMIT 1) WHERE ${isNew}`,
	);
}

/**
 * The event contains the campaign that the contact may be reacting to, and whether the reaction is an
 * opt-out.
 */
function receivedEvent(conversationId: string, text: InboundTextWebhook, consent: Consent, at: Date): SQL {
	const until = at.getTime();
	return selectRow(
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
	);
}

function storeMedia({ db }: Context, text: InboundTextWebhook, at: Date) {
	if (text.media.length === 0) return [];
	return [db.insert(messageMedia).values(mediaRows(text, at)).onConflictDoNothing()];
}

function mediaRows(text: InboundTextWebhook, at: Date) {
	return text.media.map(({ url, contentType }, index) => ({
		id: `media_${text.messageId.slice(4)}_${index}`,
		messageId: text.messageId,
		url,
		contentType: contentType.slice(0, 100),
		status: "pending" as const,
		requestedAt: at,
	}));
}

async function requestWork(
	ctx: Context,
	text: InboundTextWebhook,
	conversationId: string,
	state: StateRow,
	waitSeconds: number,
): Promise<void> {
	const isWaiting = state.mode === "assistant" && state.answered < state.sequence;
	if (isWaiting && state.askedMessageId === text.messageId) {
		const job: AssistantJob = { conversationId, sequence: state.sequence };
		await enqueue(ctx.replyQueue, [job], waitSeconds);
	}
	const jobs: MessageJob[] = mediaRows(text, ctx.now()).map(({ id }) => ({
		task: "media",
		mediaId: id,
	}));
	if (state.confirmationId !== null) jobs.push({ task: "send", messageId: state.confirmationId });
	await enqueue(ctx.jobQueue, jobs);
}
