import { selectRow } from "@cloudpbx/db/json-rows";
import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { conversations, messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { confirmationIdOf } from "../texts/text-ids.ts";
import { answerConsent } from "./answer-consent.ts";
import { wordsCharactersMax } from "./change-consent.ts";

/** Counts from the text's arrival; a later START stands. Two round trips. Returns whether this text opted out. */
export async function optOutByModel(
	ctx: Context,
	conversation: Pick<
		typeof conversations.$inferSelect,
		"id" | "contactNumber" | "ourNumber" | "askedMessageId"
	>,
	sequence: number,
	model: string | null,
): Promise<boolean> {
	const { db } = ctx;
	const { id: conversationId, contactNumber, ourNumber, askedMessageId } = conversation;
	if (askedMessageId === null) return false;
	const [asked] = await db
		.select({ at: messages.createdAt })
		.from(messages)
		.where(eq(messages.id, askedMessageId));
	if (!asked) return false;
	const isOut = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${contactNumber})`;
	const said = {
		number: contactNumber,
		source: "assistant" as const,
		words: sql`substr(m.body, 1, ${wordsCharactersMax})`,
		reason: `Read as an opt-out by the model ${model ?? "of the assistant"}.`,
		messageId: sql`m.id`,
		at: sql`m.created_at`,
	};
	const isMeant = sql`FROM ${messages} m WHERE m.id = ${askedMessageId} AND NOT ${isOut} AND NOT EXISTS (
		SELECT 1 FROM ${consentEvents} e WHERE e.number = ${contactNumber} AND e.kind = 'opt_in' AND e.at >= m.created_at)`;
	const isDone = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${contactNumber} AND message_id = ${askedMessageId})`;
	const confirmationId = await confirmationIdOf(askedMessageId);
	const text = {
		messageId: askedMessageId,
		from: contactNumber,
		to: ourNumber,
		senderKind: "phone" as const,
	};
	const results = await db.batch([
		db
			.insert(consentEvents)
			.select(
				selectRow(consentEvents, { ...said, key: `${askedMessageId}:opt_out`, kind: "opt_out" }, isMeant),
			)
			.onConflictDoNothing(),
		db
			.insert(optOuts)
			.select(selectRow(optOuts, said, isMeant))
			.onConflictDoNothing(),
		// The campaign counts the opt-out by this event: the event of the arrival only says that a reply came.
		db
			.insert(messageEvents)
			.select(
				selectRow(
					messageEvents,
					{
						messageId: sql`message_id`,
						step: "opted-out",
						kind: sql`kind`,
						status: sql`status`,
						detail: "opt_out",
						campaignId: sql`campaign_id`,
						recipientId: sql`recipient_id`,
						at: sql`at`,
					},
					sql`FROM ${messageEvents} WHERE message_id = ${askedMessageId} AND step = 'received' AND ${isDone}`,
				),
			)
			.onConflictDoNothing(),
		...answerConsent(ctx, {
			text,
			consent: { reply: "confirmation" },
			conversationId,
			confirmationId,
			at: asked.at,
		}),
		db
			.update(conversations)
			.set({ answeredSequence: sql`max(${conversations.answeredSequence}, ${sequence})` })
			.where(sql`${conversations.id} = ${conversationId} AND ${isOut}`),
		db
			.select({
				isDone: sql<number>`${isDone}`,
				confirmationId: sql<string | null>`(SELECT id FROM ${messages} WHERE id = ${confirmationId})`,
			})
			.from(sql`(SELECT 1)`),
	]);
	const [state] = results.at(-1) as unknown as [
		{ isDone: number; confirmationId: string | null } | undefined,
	];
	if (!state?.isDone) return false;
	ctx.announce([{ kind: "consent", numbers: [contactNumber] }]);
	if (state.confirmationId !== null) {
		await enqueue(ctx.jobQueue, [{ task: "send", messageId: state.confirmationId }]);
	}
	return true;
}
