import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ConversationRef } from "@cloudpbx/contracts/texts/conversation-input";
import type { Conversation } from "@cloudpbx/contracts/texts/conversations";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";
import { readConversationId } from "./read-conversation-id.ts";
import { hasId, selectConversations, toConversation } from "./to-conversation.ts";

/** A person who changes the mode has read the conversation, so older texts get no answer. */
const allSeen = { answeredSequence: sql<number>`${conversations.inboundSequence}`, waitingReason: null };

/** From this statement on, the assistant's claim fails. */
export function takeOverConversation(ctx: Context, ref: ConversationRef, actor: Actor) {
	return changeOne(ctx, ref, { ...allSeen, mode: "human", takenOverBy: actor.name });
}

export function handBackConversation(ctx: Context, ref: ConversationRef) {
	return changeOne(ctx, ref, { ...allSeen, mode: "assistant", takenOverBy: null, unsureCount: 0 });
}

/** Unknown ids are left out of the result. */
export async function closeConversations(
	ctx: Context,
	refs: readonly ConversationRef[],
): Promise<Result<Conversation[]>> {
	const ids = await Promise.all(refs.map(readConversationId));
	const closed = { mode: "closed", takenOverBy: null, unsureCount: 0, unreadCount: 0 } as const;
	return accept(await change(ctx, ids, { ...allSeen, ...closed }));
}

export function markConversationUnread(ctx: Context, ref: ConversationRef) {
	return changeOne(ctx, ref, { unreadCount: sql`max(1, ${conversations.unreadCount})` });
}

type Values = SQLiteUpdateSetSource<typeof conversations>;

export function inOrder(ids: readonly string[], found: readonly Conversation[]): Conversation[] {
	const byId = new Map(found.map((conversation) => [conversation.id, conversation]));
	return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

async function changeOne(ctx: Context, ref: ConversationRef, values: Values): Promise<Result<Conversation>> {
	const [changed] = await change(ctx, [await readConversationId(ref)], values);
	return changed ? accept(changed) : refuse("not_found", "There is no such conversation.");
}

async function change(ctx: Context, ids: readonly string[], values: Values): Promise<Conversation[]> {
	const { db, announce } = ctx;
	const [, rows] = await db.batch([
		db.update(conversations).set(values).where(hasId(ids)),
		selectConversations(ctx, ids),
	]);
	announce(rows.map(({ conversation }) => conversationEvent(conversation)));
	return inOrder(ids, rows.map(toConversation));
}
