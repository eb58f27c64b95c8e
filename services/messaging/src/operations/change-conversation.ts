import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor, Conversation, ConversationKey } from "@cloudpbx/contracts/messaging";
import { conversations, optOuts } from "@cloudpbx/db/schema/messaging";
import { eq, sql } from "drizzle-orm";
import { conversationIdOf } from "../domain/derive-id.ts";
import { readAddress } from "../domain/read-address.ts";
import type { Messaging } from "../open-messaging.ts";
import { showConversation } from "./list-conversations.ts";

/** Whoever changes who speaks has seen what was written: nothing older is answered by the assistant afterwards. */
const allSeen = { answeredSequence: sql<number>`${conversations.inboundSequence}`, waitingReason: null };

/** From this statement on the assistant's claim fails: what it is composing is dropped. */
export function takeOverConversation(messaging: Messaging, key: ConversationKey, actor: Actor) {
	return change(messaging, key, { ...allSeen, mode: "human", takenOverBy: actor.name });
}

/** The assistant answers what comes from now on. */
export function handBackConversation(messaging: Messaging, key: ConversationKey) {
	return change(messaging, key, { ...allSeen, mode: "assistant", takenOverBy: null, unsureCount: 0 });
}

/** Until the contact writes again. */
export function closeConversation(messaging: Messaging, key: ConversationKey) {
	return change(messaging, key, {
		...allSeen,
		mode: "closed",
		takenOverBy: null,
		unsureCount: 0,
		unreadCount: 0,
	});
}

export function markConversationRead(messaging: Messaging, key: ConversationKey) {
	return change(messaging, key, { unreadCount: 0 });
}

async function change(
	{ db, announce }: Messaging,
	key: ConversationKey,
	values: Parameters<ReturnType<typeof db.update<typeof conversations>>["set"]>[0],
): Promise<Result<Conversation>> {
	const contact = readAddress(key.from);
	const id = await conversationIdOf(contact, readAddress(key.to));
	const [[row], outs] = await db.batch([
		db.update(conversations).set(values).where(eq(conversations.id, id)).returning(),
		db.select().from(optOuts).where(eq(optOuts.number, contact)),
	]);
	if (!row) return refuse("not_found", "There is no conversation between these numbers.");
	announce([{ kind: "conversation", conversationId: id, mode: row.mode }]);
	return accept(showConversation(row, outs.length > 0));
}
