import type { Result } from "@cloudpbx/contracts/errors";
import type { Actor, Conversation, ConversationKey } from "@cloudpbx/contracts/messaging";
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
