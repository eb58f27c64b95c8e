import { accept, type ErrorCode, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ReplyToConversation, SendText } from "@cloudpbx/contracts/texts/conversation-input";
import type { Actor, Message, RefusalCode } from "@cloudpbx/contracts/texts/messages";
import type { SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";
import { sentMessageIdOf } from "@cloudpbx/kit/derive-id";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Context } from "../context.ts";
import { sendTexts } from "../gate/send-texts.ts";
import { conversationEvent } from "../live/live-events.ts";
import { readAddress } from "../texts/read-address.ts";
import { conversationIdOf, newMessageId } from "../texts/text-ids.ts";
import { readConversationId } from "./read-conversation-id.ts";
import { toMessage } from "./to-message.ts";

/** The person takes the conversation over before the carrier is asked. */
export async function replyByPerson(
	ctx: Context,
	input: ReplyToConversation,
	actor: Actor,
): Promise<Result<Message>> {
	const conversationId = await readConversationId(input);
	const [known] = await ctx.db
		.select({ from: conversations.ourNumber, to: conversations.contactNumber })
		.from(conversations)
		.where(eq(conversations.id, conversationId));
	if (!known) return refuse("not_found", "There is no such conversation.");
	return send(ctx, actor, { ...input, conversationId, ...known, takesOverAs: actor.name });
}

export async function sendByPerson(ctx: Context, input: SendText, actor: Actor): Promise<Result<Message>> {
	const to = readAddress(input.to);
	const from = input.from === undefined ? await findMainLine(ctx) : readAddress(input.from);
	if (from === null) return refuse("precondition_failed", "The company has no number to text from.");
	const conversationId = await conversationIdOf(to, from);
	return send(ctx, actor, { ...input, conversationId, from, to, takesOverAs: null });
}

/** The number that plays the menu: the toll-free one, then the oldest. */
async function findMainLine({ db }: Context): Promise<string | null> {
	const [line] = await db
		.select({ number: phoneNumbers.number })
		.from(phoneNumbers)
		.where(and(isNull(phoneNumbers.extensionId), isNull(phoneNumbers.releasingAt)))
		.orderBy(desc(phoneNumbers.kind), asc(phoneNumbers.createdAt))
		.limit(1);
	return line?.number ?? null;
}

interface TypedText extends Pick<SendText, "id" | "message"> {
	conversationId: string;
	from: string;
	to: string;
	takesOverAs: string | null;
}

async function send(ctx: Context, actor: Actor, typed: TypedText): Promise<Result<Message>> {
	const { conversationId, from, to, takesOverAs } = typed;
	const id = typed.id === undefined ? newMessageId() : await sentMessageIdOf(actor, typed.id);
	const text = { conversationId, from, to, id, body: cleanTextBody(typed.message) };
	const [result] = await sendTexts(ctx, [
		{
			...text,
			author: "person",
			category: "transactional",
			quietHours: true,
			isConfirmation: false,
			actorId: actor.id,
			actorName: actor.name,
			campaignId: null,
			recipientId: null,
			takesOverAs,
		},
	]);
	if (result?.outcome === "refused") return refuse(errorCodeOf(result), result.reason);
	const [row] = await ctx.db.select().from(messages).where(eq(messages.id, text.id));
	if (!row) return refuse("conflict", "The text was not stored; send it again.");
	// A repeated request; other words under the same id are another text.
	if (row.body !== text.body) return refuse("conflict", "This id belongs to another text.");
	if (takesOverAs !== null) {
		const conversation = { id: conversationId, contactNumber: to, ourNumber: from };
		ctx.announce([conversationEvent({ ...conversation, mode: "human" })]);
	}
	return accept(toMessage(row));
}

const errorCodes: Record<RefusalCode, ErrorCode> = {
	opted_out: "precondition_failed",
	pair_closed: "precondition_failed",
	quiet_hours: "precondition_failed",
	empty: "bad_input",
	too_long: "bad_input",
	recipient_invalid: "bad_input",
	recipient_ours: "bad_input",
	sender_not_ours: "bad_input",
	sender_released: "precondition_failed",
	too_many: "limit_exceeded",
	ceiling: "limit_exceeded",
	country_forbidden: "forbidden",
	campaign_stopped: "precondition_failed",
	slot_missed: "precondition_failed",
	id_taken: "conflict",
};

function errorCodeOf({ code }: Extract<SendTextResult, { outcome: "refused" }>): ErrorCode {
	return code === null ? "precondition_failed" : errorCodes[code];
}
