import type { Result } from "@cloudpbx/contracts/errors";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { ReplyToConversation, SendText } from "@cloudpbx/contracts/texts/conversation-input";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import { type Principal, toActor } from "../../domain/people/principal.ts";
import { type Act, recordDone } from "../audit/record-change.ts";
import { recordBraked } from "./record-braked.ts";

/** Messaging's gate decides, sends and stores; a refusal of the gate keeps its words. */
export function sendText(act: Act, person: Principal, messaging: MessagingRpc, input: SendText) {
	return recordSent(act, "message.send", messaging.sendText(input, toActor(person)));
}

export function replyToConversation(
	act: Act,
	person: Principal,
	messaging: MessagingRpc,
	input: ReplyToConversation,
) {
	return recordSent(act, "conversation.reply", messaging.reply(input, toActor(person)));
}

async function recordSent(
	act: Act,
	action: string,
	answer: PromiseLike<Result<Message>>,
): Promise<Result<Message>> {
	const sent = await askService("messaging", answer);
	if (!sent.ok) {
		await recordBraked(act, sent.error);
		return sent;
	}
	const { id, from, to } = sent.value;
	await recordDone(act, { action, target: { kind: "message", id }, after: { from, to: maskNumber(to) } });
	return sent;
}
