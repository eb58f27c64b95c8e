import { readTextsWish } from "@cloudpbx/assistant/texting/read-texts-wish";
import { stopHint } from "@cloudpbx/assistant/texting/stop-hint";
import type { Context } from "../context.ts";
import type { JobResult } from "../jobs/job-result.ts";
import { listOpenTurns } from "./list-open-turns.ts";
import type { ConversationTalk } from "./load-conversation-talk.ts";
import { sendReply } from "./send-reply.ts";

export function isDoubtful({ memory }: ConversationTalk): boolean {
	return readTextsWish({ turns: listOpenTurns(memory.turns) }) === "doubtful";
}

/** Only tells the contact how to stop all texts: the assistant is switched off. People are asked to look. */
export async function sayStopHint(
	ctx: Context,
	talk: ConversationTalk,
	sequence: number,
): Promise<JobResult> {
	const asked = talk.memory.turns.findLast(({ by }) => by === "contact")?.text ?? "";
	const text = stopHint(asked, null);
	const said = await sendReply(ctx, talk, sequence, {
		text,
		isUnsure: false,
		handover: "may_want_no_texts",
	});
	return { kind: "done", what: said === null ? "dropped" : "may_want_no_texts" };
}
