import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ConversationRef, PageOfThread } from "@cloudpbx/contracts/texts/conversation-input";
import type { ConversationThread } from "@cloudpbx/contracts/texts/conversations";
import { conversationNotes, conversations, messages } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { toNote } from "./add-note.ts";
import { cutThread, type ThreadPlace } from "./cut-thread.ts";
import { readConversationId } from "./read-conversation-id.ts";
import { lookedUp, toConversation } from "./to-conversation.ts";
import { toMessages } from "./to-message.ts";

/** One round trip, and one more when texts of the page have files. */
export async function getConversation(
	ctx: Context,
	ref: ConversationRef,
	{ limit, cursor, after }: z.output<typeof PageOfThread>,
): Promise<Result<ConversationThread>> {
	if (cursor !== undefined && after !== undefined)
		return refuse("bad_input", "after: It leads nowhere together with a cursor.");
	const afterId = after?.startsWith("msg_") ? after : null;
	const place = afterId === null ? readPlace(cursor, after) : behindMessage;
	if (place === null && after !== undefined)
		return refuse("bad_input", "after: This is no message and no cursor of this conversation.");
	if (place === null) return refuse("bad_input", "cursor: This is no cursor of this list.");

	const { db } = ctx;
	const id = await readConversationId(ref);
	const ofAfter = (column: "position" | "created_at") =>
		sql<
			number | null
		>`(SELECT ${sql.raw(column)} FROM messages WHERE id = ${afterId} AND conversation_id = ${id})`;
	const position = afterId === null ? sql`${place.position}` : ofAfter("position");
	const noteAt = afterId === null ? sql`${place.noteAt}` : ofAfter("created_at");
	const { order, than } = place.direction === "older" ? older : newer;
	const [[found], rows, notes] = await db.batch([
		db
			.select({ conversation: conversations, ...lookedUp, afterPosition: ofAfter("position") })
			.from(conversations)
			.where(eq(conversations.id, id)),
		db
			.select()
			.from(messages)
			.where(and(eq(messages.conversationId, id), sql`${messages.position} ${than} ${position}`))
			.orderBy(order(messages.position))
			.limit(limit + 1),
		db
			.select()
			.from(conversationNotes)
			.where(
				and(
					eq(conversationNotes.conversationId, id),
					sql`(${conversationNotes.createdAt}, ${conversationNotes.id}) ${than} (${noteAt}, ${place.noteId})`,
				),
			)
			.orderBy(order(conversationNotes.createdAt), order(conversationNotes.id))
			.limit(limit + 1),
	]);
	if (!found) return refuse("not_found", "There is no such conversation.");
	if (afterId !== null && found.afterPosition === null)
		return refuse("bad_input", "after: This is no message of the conversation.");
	const page = cutThread(place, limit, { messages: rows, notes });
	const inOrder = <Row>(read: Row[]) => (place.direction === "older" ? read.toReversed() : read);
	return accept({
		...toConversation(found),
		messages: await toMessages(ctx, inOrder(page.messages)),
		notes: inOrder(page.notes).map(toNote),
		nextCursor: page.next && writeCursor(page.next),
	});
}

const older = { order: desc, than: sql`<` };
const newer = { order: asc, than: sql`>` };

const newest: ThreadPlace = {
	direction: "older",
	position: Number.MAX_SAFE_INTEGER,
	noteAt: Number.MAX_SAFE_INTEGER,
	noteId: "",
};
/** The place behind a message; the database fills in its position. */
const behindMessage: ThreadPlace = { direction: "newer", position: 0, noteAt: 0, noteId: "" };

function readPlace(cursor: string | undefined, after: string | undefined): ThreadPlace | null {
	const word = cursor ?? after;
	if (word === undefined) return newest;
	const [direction, position, noteAt, noteId] =
		decodeCursor(word, "string", "number", "number", "string") ?? [];
	if (direction !== "older" && direction !== "newer") return null;
	return {
		direction: after === undefined ? direction : "newer",
		position: Number(position),
		noteAt: Number(noteAt),
		noteId: String(noteId),
	};
}

function writeCursor({ direction, position, noteAt, noteId }: ThreadPlace): string {
	return encodeCursor([direction, position, noteAt, noteId]);
}
