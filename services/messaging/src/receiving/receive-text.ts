import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { AssistantJob, MessageJob } from "@cloudpbx/contracts/texts/sending";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { sql } from "drizzle-orm";
import { answerConsent, answerIdOf } from "../consent/answer-consent.ts";
import { changeConsent } from "../consent/change-consent.ts";
import { liftErasedOptOut } from "../consent/erased-opt-out.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { type ConversationState, selectState, stateColumns } from "./conversation-state.ts";
import { type ReceivedText, readReceivedText } from "./received-text.ts";
import {
	mediaIdOf,
	reactionMilliseconds,
	storeMedia,
	storeMessage,
	storeReceivedEvent,
} from "./store-received.ts";
import { upsertConversation } from "./upsert-conversation.ts";

/**
 * Stores a received text. One round trip; two for a text that may quote us. A repeated report changes nothing. The
 * sweep repeats jobs that the queues do not accept. `at`: the time of receipt; a text that is stored late is no
 * answer to newer messages.
 */
export async function receiveText(ctx: Context, text: InboundTextWebhook, at: Date): Promise<void> {
	const received = await readReceivedText(ctx, text, at);
	const state = await store(ctx, received);
	if (!state) return;
	const { consent } = received;
	const { erasureSalt: salt } = state;
	const isStart = consent.effect === "opt_in" && !consent.isOnlyIfOptedOut;
	if (isStart && salt !== null && text.senderKind === "phone") await liftErasedOptOut(ctx, salt, text.from);
	await requestWork(ctx, received, state);
	ctx.announce([...describeNews(received), ...describeReaction(state, at)]);
}

async function store(ctx: Context, received: ReceivedText): Promise<ConversationState | undefined> {
	const { conversationId } = received;
	const answers = answerConsent(ctx, received);
	const answerId = answerIdOf(received);
	const results = await ctx.db.batch([
		upsertConversation(ctx, received).returning({
			...stateColumns,
			confirmationId: sql<string | null>`NULL`,
		}),
		...changeConsent(ctx, received),
		storeMessage(ctx, received),
		storeReceivedEvent(ctx, received),
		...storeMedia(ctx, received),
		...answers,
		...(answers.length > 0 ? [selectState(ctx, conversationId, answerId)] : []),
	]);
	// The answer is stored after the conversation, so the state is read again.
	if (answers.length > 0) return (results.at(-1) as unknown as [ConversationState | undefined])[0];
	const [stored] = results[0];
	return stored ?? (await selectState(ctx, conversationId, answerId))[0];
}

async function requestWork(
	ctx: Context,
	{ text, conversationId, danger }: ReceivedText,
	state: ConversationState,
): Promise<void> {
	const isWaiting = state.mode === "assistant" && state.answered < state.sequence;
	if (isWaiting && state.askedMessageId === text.messageId) {
		const job: AssistantJob = { conversationId, sequence: state.sequence };
		await enqueue(ctx.replyQueue, [job], danger ? 0 : ctx.burstSeconds);
	}
	const jobs: MessageJob[] = text.media.map((_file, index) => ({
		task: "media",
		mediaId: mediaIdOf(text, index),
	}));
	if (state.confirmationId !== null) jobs.push({ task: "send", messageId: state.confirmationId });
	await enqueue(ctx.jobQueue, jobs);
}

function describeNews({ text, conversationId, consent }: ReceivedText): LiveNews[] {
	const { messageId, from, to } = text;
	const about = { messageId, conversationId, from, to };
	const message = { direction: "inbound", status: "received", author: "contact" } as const;
	const news: LiveNews[] = [{ kind: "message", ...about, ...message }];
	if (consent.effect !== "none") news.push({ kind: "consent", numbers: [from] });
	return news;
}

/** The text counts as a reaction to the last campaign that texted the contact. */
function describeReaction(
	{ campaignId, campaignTextAt, campaignStatus }: ConversationState,
	at: Date,
): LiveNews[] {
	const isRecent = at.getTime() - (campaignTextAt?.getTime() ?? 0) <= reactionMilliseconds;
	if (campaignId === null || campaignStatus === null || !isRecent) return [];
	return [{ kind: "campaign", campaignId, status: campaignStatus }];
}
