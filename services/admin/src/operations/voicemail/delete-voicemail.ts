import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { recordDone } from "../audit/record-change.ts";
import { findVoicemail } from "./list-voicemails.ts";

/** Voice deletes sound and text. The audit log keeps neither caller nor content. */
export async function deleteVoicemail(ctx: CallerContext, id: string): Promise<Result<null>> {
	const voicemail = await findVoicemail(ctx, id);
	if (!voicemail.ok) return voicemail;
	const deleted = await askService("voice", ctx.voice.deleteVoicemails([id]));
	if (!deleted.ok) return deleted;
	if (!deleted.value.deletedIds.includes(id)) return refuse("not_found", "There is no such voicemail.");
	const { extension, durationSeconds, createdAt } = voicemail.value;
	await recordDone(ctx, {
		action: "voicemail.delete",
		target: { kind: "voicemail", id },
		before: { extension, durationSeconds, createdAt: createdAt.toISOString() },
	});
	return accept(null);
}
