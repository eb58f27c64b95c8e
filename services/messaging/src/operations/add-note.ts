import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor, AddNote, Note } from "@cloudpbx/contracts/messaging";
import { conversationNotes, conversations } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { conversationIdOf } from "../domain/derive-id.ts";
import { readAddress } from "../domain/read-address.ts";
import type { Messaging } from "../open-messaging.ts";

export async function addNote(
	{ db, now, announce }: Messaging,
	{ from, to, text }: AddNote,
	actor: Actor,
): Promise<Result<Note>> {
	const conversationId = await conversationIdOf(readAddress(from), readAddress(to));
	const [conversation] = await db
		.select({ mode: conversations.mode })
		.from(conversations)
		.where(eq(conversations.id, conversationId));
	if (!conversation) return refuse("not_found", "There is no conversation between these numbers.");
	const note = {
		id: `note_${crypto.randomUUID().replaceAll("-", "")}`,
		conversationId,
		body: text,
		actorId: actor.id,
		actorName: actor.name,
		createdAt: now(),
	};
	await db.insert(conversationNotes).values(note);
	announce([{ kind: "conversation", conversationId, mode: conversation.mode }]);
	return accept(showNote(note));
}

export function showNote(row: typeof conversationNotes.$inferSelect): Note {
	return { id: row.id, text: row.body, authorName: row.actorName, createdAt: row.createdAt.toISOString() };
}
