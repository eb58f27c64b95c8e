import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { showVoicemail } from "@cloudpbx/db/show-voicemail";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { toActor } from "../../domain/people/principal.ts";
import { recordDone } from "../audit/record-change.ts";
import { findVoicemail } from "./list-voicemails.ts";

export async function listenToVoicemail(ctx: CallerContext, id: string): Promise<Result<Voicemail>> {
	const voicemail = await findVoicemail(ctx, id);
	if (!voicemail.ok) return voicemail;
	if (voicemail.value.listenedAt) return accept(showVoicemail(voicemail.value));
	const marked = await askService("voice", ctx.voice.markVoicemailListened([id], toActor(ctx.principal)));
	if (!marked.ok) return marked;
	const listened = marked.value.find((entry) => entry.id === id);
	if (!listened) return refuse("not_found", "There is no such voicemail.");
	await recordDone(ctx, {
		action: "voicemail.listen",
		target: { kind: "voicemail", id },
		after: { extension: voicemail.value.extension },
	});
	const { listenedAt, listenedBy } = listened;
	const heard = {
		listenedAt: new Date(listenedAt),
		listenedById: listenedBy?.id ?? null,
		listenedByName: listenedBy?.name ?? null,
	};
	return accept(showVoicemail({ ...voicemail.value, ...heard }));
}
