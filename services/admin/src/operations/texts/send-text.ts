import type { Result } from "@cloudpbx/contracts/errors";
import type { ReplyToConversation, SendText } from "@cloudpbx/contracts/texts/conversation-input";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import type { ActorContext, CallerContext } from "../../context.ts";
import { toActor } from "../../domain/people/principal.ts";
import { recordDone } from "../audit/record-change.ts";
import { recordBraked } from "./record-braked.ts";

/** Messaging's gate decides, sends and stores; its refusal is passed on. */
export function sendText(ctx: CallerContext, input: SendText) {
	return recordSent(ctx, "message.send", ctx.messaging.sendText(input, toActor(ctx.principal)));
}

export function replyToConversation(ctx: CallerContext, input: ReplyToConversation) {
	return recordSent(ctx, "conversation.reply", ctx.messaging.reply(input, toActor(ctx.principal)));
}

async function recordSent(
	ctx: ActorContext,
	action: string,
	answer: PromiseLike<Result<Message>>,
): Promise<Result<Message>> {
	const sent = await askService("messaging", answer);
	if (!sent.ok) {
		await recordBraked(ctx, sent.error);
		return sent;
	}
	const { id, from, to } = sent.value;
	await recordDone(ctx, { action, target: { kind: "message", id }, after: { from, to: maskNumber(to) } });
	return sent;
}
