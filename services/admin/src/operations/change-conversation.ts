import type { Result } from "@cloudpbx/contracts/errors";
import type { Actor, AddNote, Conversation, ConversationKey, Note } from "@cloudpbx/contracts/messaging";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { type Principal, toActor } from "../domain/principal.ts";
import { askService } from "./ask-service.ts";
import { type Act, recordDone } from "./record-change.ts";

/** What a person decides about who speaks in a conversation. Messaging does it; it is recorded here. */
const changes = {
	"conversation.takeover": (messaging, key, actor) => messaging.takeOverConversation(key, actor),
	"conversation.handback": (messaging, key, actor) => messaging.handBackConversation(key, actor),
	"conversation.close": (messaging, key, actor) => messaging.closeConversation(key, actor),
} satisfies Record<
	string,
	(messaging: MessagingRpc, key: ConversationKey, actor: Actor) => Promise<Result<Conversation>>
>;

export type ConversationChange = keyof typeof changes;

export async function changeConversation(
	act: Act,
	person: Principal,
	messaging: MessagingRpc,
	action: ConversationChange,
	key: ConversationKey,
): Promise<Result<Conversation>> {
	const changed = await askService("messaging", changes[action](messaging, key, toActor(person)));
	if (changed.ok) {
		const { id, from, to, mode } = changed.value;
		const after = { mode, from: maskNumber(from), to };
		await recordDone(act, { action, target: { kind: "conversation", id }, after });
	}
	return changed;
}

/** Who wrote a note about whom is recorded, not what it says. */
export async function addNote(
	act: Act,
	person: Principal,
	messaging: MessagingRpc,
	input: AddNote,
): Promise<Result<Note>> {
	const added = await askService("messaging", messaging.addNote(input, toActor(person)));
	if (!added.ok) return added;
	const after = { from: maskNumber(input.from), to: input.to };
	await recordDone(act, { action: "conversation.note", target: { kind: "note", id: added.value.id }, after });
	return added;
}
