import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { AddNote, ConversationRef } from "@cloudpbx/contracts/texts/conversation-input";
import type { Conversation, Note } from "@cloudpbx/contracts/texts/conversations";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { toActor } from "../../domain/people/principal.ts";
import { recordAllDone, recordDone } from "../audit/record-change.ts";

const changes = {
	"conversation.takeover": (messaging, ref, actor) => messaging.takeOverConversation(ref, actor),
	"conversation.handback": (messaging, ref, actor) => messaging.handBackConversation(ref, actor),
} satisfies Record<
	string,
	(messaging: MessagingRpc, ref: ConversationRef, actor: Actor) => Promise<Result<Conversation>>
>;

export type ConversationChange = keyof typeof changes;

export async function changeConversation(
	ctx: CallerContext,
	action: ConversationChange,
	ref: ConversationRef,
): Promise<Result<Conversation>> {
	const changed = await askService("messaging", changes[action](ctx.messaging, ref, toActor(ctx.principal)));
	if (changed.ok) await recordDone(ctx, describeChange(action, changed.value));
	return changed;
}

export async function closeConversations(
	ctx: CallerContext,
	refs: ConversationRef[],
): Promise<Result<Conversation[]>> {
	const closed = await askService(
		"messaging",
		ctx.messaging.closeConversations(refs, toActor(ctx.principal)),
	);
	if (closed.ok) {
		await recordAllDone(
			ctx,
			closed.value.map((conversation) => describeChange("conversation.close", conversation)),
		);
	}
	return closed;
}

export function takeOnly(answered: Result<Conversation[]>): Result<Conversation> {
	if (!answered.ok) return answered;
	const [one] = answered.value;
	return one ? accept(one) : refuse("not_found", "There is no such conversation.");
}

function describeChange(action: string, { id, from, to, mode }: Conversation) {
	const after = { mode, from: maskNumber(from), to };
	return { action, target: { kind: "conversation", id }, after };
}

/** Records author and conversation, not the text. */
export async function addNote(ctx: CallerContext, input: AddNote): Promise<Result<Note>> {
	const added = await askService("messaging", ctx.messaging.addNote(input, toActor(ctx.principal)));
	if (!added.ok) return added;
	const { note, conversation } = added.value;
	const after = { conversationId: conversation.id, from: maskNumber(conversation.from), to: conversation.to };
	await recordDone(ctx, { action: "conversation.note", target: { kind: "note", id: note.id }, after });
	return accept(note);
}
