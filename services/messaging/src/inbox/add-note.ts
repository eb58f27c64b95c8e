import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { AddedNote, AddNote } from "@cloudpbx/contracts/texts/conversation-input";
import type { Note } from "@cloudpbx/contracts/texts/conversations";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { conversationNotes, conversations } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { conversationEvent } from "../live/live-events.ts";
import { readConversationId } from "./read-conversation-id.ts";

export async function addNote(
	{ db, now, announce }: Context,
	{ text, ...ref }: AddNote,
	actor: Actor,
): Promise<Result<AddedNote>> {
	const conversationId = await readConversationId(ref);
	const [conversation] = await db
		.select({ mode: conversations.mode, from: conversations.contactNumber, to: conversations.ourNumber })
		.from(conversations)
		.where(eq(conversations.id, conversationId));
	if (!conversation) return refuse("not_found", "There is no such conversation.");
	const note = {
		id: `note_${crypto.randomUUID().replaceAll("-", "")}`,
		conversationId,
		body: text,
		actorId: actor.id,
		actorName: actor.name,
		createdAt: now(),
	};
	await db.insert(conversationNotes).values(note);
	const { mode, from, to } = conversation;
	announce([conversationEvent({ id: conversationId, contactNumber: from, ourNumber: to, mode })]);
	return accept({ note: toNote(note), conversation: { id: conversationId, from, to } });
}

export function toNote(row: typeof conversationNotes.$inferSelect): Note {
	return { id: row.id, text: row.body, authorName: row.actorName, createdAt: row.createdAt.toISOString() };
}
