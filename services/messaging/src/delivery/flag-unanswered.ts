import type { SendProblem } from "@cloudpbx/contracts/texts/sending";
import type { Context } from "../context.ts";
import { flagConversation } from "../texts/flag-conversation.ts";
import type { MessageRow } from "../texts/message-row.ts";

/** For an answer of the assistant that fails for a reason that lies with the company. */
export async function flagUnanswered(
	ctx: Context,
	{ author, conversationId, sequence }: MessageRow,
	problem: SendProblem,
): Promise<void> {
	if (author !== "assistant" || sequence === null || problem === "recipient") return;
	await flagConversation(ctx, { conversationId, sequence }, "assistant_failed", { isAnswered: false });
}
