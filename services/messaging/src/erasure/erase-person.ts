import type { ErasurePortion } from "@cloudpbx/contracts/contacts/erasure";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { selectRows } from "@cloudpbx/db/json-rows";
import { closedPairs, consentEvents } from "@cloudpbx/db/schema/consent";
import { erasedItems } from "@cloudpbx/db/schema/erasure";
import {
	contactOfMessage,
	conversationNotes,
	conversations,
	messageMedia,
	messages,
} from "@cloudpbx/db/schema/messaging";
import { mediaPathOf, messagePathOf } from "@cloudpbx/twilio/record-paths";
import { and, asc, eq, sql } from "drizzle-orm";
import { forgetMemory } from "../assistant/assistant-memory.ts";
import { hashOptOut } from "../consent/erased-opt-out.ts";
import type { Context } from "../context.ts";
import { deleteErasedCopies } from "./delete-erased-copies.ts";
import { deleteFiles, deleteTexts } from "./delete-texts.ts";

const textsMax = 200;
/** Maximum copies at the carrier that the last portion deletes; the sweep deletes the others. */
const copiesMax = 50;

/**
 * Erases texts, files, conversations, notes, memory, ledger and live frames of a number. An opt-out stays as a
 * hash. A text with an unknown result is erased once its result is known.
 */
export async function erasePerson(ctx: Context, number: string): Promise<ErasurePortion> {
	const { db } = ctx;
	const isTheirs = sql`${contactOfMessage} = ${number}`;
	const isUnderWay = sql`(${messages.status} = 'pending' AND ${messages.isAttemptOpen} = 1)`;
	const texts = await db
		.select({
			id: messages.id,
			carrierId: messages.carrierId,
			conversationId: messages.conversationId,
		})
		.from(messages)
		.where(and(isTheirs, sql`NOT ${isUnderWay}`))
		.orderBy(asc(messages.createdAt))
		.limit(textsMax);
	if (texts.length > 0) await eraseTexts(ctx, texts);
	if (texts.length === textsMax) return { isDone: false, waitsFor: null };
	const [waiting] = await db.select({ id: messages.id }).from(messages).where(isTheirs).limit(1);
	if (waiting) return { isDone: false, waitsFor: "text" };
	await eraseConversations(ctx, number);
	await deleteErasedCopies(ctx, copiesMax);
	return { isDone: true, waitsFor: null };
}

async function eraseTexts(
	ctx: Context,
	texts: readonly { id: string; carrierId: string | null }[],
): Promise<void> {
	const { db } = ctx;
	const at = ctx.now();
	const ids = texts.map(({ id }) => id);
	const files = await db.select().from(messageMedia).where(isOneOf(messageMedia.messageId, ids));
	await deleteFiles(ctx, files);
	const items = [
		...texts.map(({ id, carrierId }) => ({ id, at, carrierPath: carrierId && messagePathOf(carrierId) })),
		...files.map(({ id, url }) => ({ id, at, carrierPath: mediaPathOf(url) })),
	];
	await db.batch([
		// First, so that no later callback creates a row again.
		db.insert(erasedItems).select(selectRows(erasedItems, items)).onConflictDoNothing(),
		...deleteTexts(ctx, ids),
	]);
}

async function eraseConversations(ctx: Context, number: string): Promise<void> {
	const { db } = ctx;
	const rows = await db
		.select({ id: conversations.id })
		.from(conversations)
		.where(eq(conversations.contactNumber, number));
	const ids = rows.map(({ id }) => id);
	await Promise.all(ids.map((id) => forgetMemory(ctx, id)));
	await ctx.forgetFrames(number);
	await db.batch([
		db.delete(conversationNotes).where(isOneOf(conversationNotes.conversationId, ids)),
		db.delete(consentEvents).where(eq(consentEvents.number, number)),
		db.delete(closedPairs).where(eq(closedPairs.contactNumber, number)),
		...(await hashOptOut(ctx, number)),
		db.delete(conversations).where(isOneOf(conversations.id, ids)),
	]);
}
