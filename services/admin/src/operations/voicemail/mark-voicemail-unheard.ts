import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { showVoicemail } from "@cloudpbx/db/show-voicemail";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { recordDone } from "../audit/record-change.ts";
import { findVoicemail } from "./list-voicemails.ts";

export async function markVoicemailUnheard(ctx: CallerContext, id: string): Promise<Result<Voicemail>> {
	const voicemail = await findVoicemail(ctx, id);
	if (!voicemail.ok) return voicemail;
	const { extension, listenedAt } = voicemail.value;
	if (!listenedAt) return accept(showVoicemail(voicemail.value));
	const marked = await askService("voice", ctx.voice.markVoicemailUnheard([id]));
	if (!marked.ok) return marked;
	if (!marked.value.unheardIds.includes(id)) return refuse("not_found", "There is no such voicemail.");
	await recordDone(ctx, {
		action: "voicemail.unheard",
		target: { kind: "voicemail", id },
		before: { extension, listenedAt: listenedAt.toISOString() },
	});
	const unheard = { listenedAt: null, listenedById: null, listenedByName: null };
	return accept(showVoicemail({ ...voicemail.value, ...unheard }));
}
