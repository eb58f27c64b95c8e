import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ConversationKey, ConversationThread, PageOfThread } from "@cloudpbx/contracts/messaging";
import { conversationNotes, conversations, messages, optOuts } from "@cloudpbx/db/schema/messaging";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, desc, eq, lt } from "drizzle-orm";
import type * as z from "zod";
import { conversationIdOf } from "../domain/derive-id.ts";
import { readAddress } from "../domain/read-address.ts";
import type { Messaging } from "../open-messaging.ts";
import { showNote } from "./add-note.ts";
import { showConversation } from "./list-conversations.ts";
import { showMessages } from "./show-message.ts";

/** More notes than people write about one contact. */
const notesMax = 200;

/** One round trip, and one more when files came with the texts of the page. */
export async function getConversation(
	messaging: Messaging,
	key: ConversationKey,
	{ limit, cursor }: z.output<typeof PageOfThread>,
): Promise<Result<ConversationThread>> {
	const before = cursor === undefined ? null : decodeCursor(cursor, "number");
	if (cursor !== undefined && before === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const { db } = messaging;
	const id = await conversationIdOf(readAddress(key.from), readAddress(key.to));
	const [[found], rows, notes] = await db.batch([
		db
			.select({ conversation: conversations, optedOut: optOuts.number })
			.from(conversations)
			.leftJoin(optOuts, eq(optOuts.number, conversations.contactNumber))
			.where(eq(conversations.id, id)),
		db
			.select()
			.from(messages)
			.where(
				and(eq(messages.conversationId, id), before ? lt(messages.position, Number(before[0])) : undefined),
			)
			.orderBy(desc(messages.position))
			.limit(limit + 1),
		db
			.select()
			.from(conversationNotes)
			.where(eq(conversationNotes.conversationId, id))
			.orderBy(asc(conversationNotes.createdAt))
			.limit(notesMax),
	]);
	if (!found) return refuse("not_found", "There is no conversation between these numbers.");
	const page = rows.slice(0, limit);
	const oldest = page.at(-1);
	return accept({
		...showConversation(found.conversation, found.optedOut !== null),
		messages: await showMessages(messaging, page.reverse()),
		notes: notes.map(showNote),
		nextCursor: rows.length > limit && oldest ? encodeCursor([oldest.position]) : null,
	});
}
