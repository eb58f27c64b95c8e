import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import { askService } from "../../ask-service.ts";
import type { Principal } from "../../domain/people/principal.ts";
import { type Act, recordDone } from "../audit/record-change.ts";
import { findVoicemail } from "./list-voicemails.ts";

/** Voice removes sound and text; the audit log keeps that there was one, not who called or what was said. */
export async function deleteVoicemail(
	act: Act,
	voice: Pick<VoiceRpc, "deleteVoicemails">,
	id: string,
	principal: Principal,
): Promise<Result<null>> {
	const voicemail = await findVoicemail(act.db, id, principal);
	if (!voicemail.ok) return voicemail;
	const deleted = await askService("voice", voice.deleteVoicemails([id]));
	if (!deleted.ok) return deleted;
	if (!deleted.value.deletedIds.includes(id)) return refuse("not_found", "There is no such voicemail.");
	const { extension, durationSeconds, createdAt } = voicemail.value;
	await recordDone(act, {
		action: "voicemail.delete",
		target: { kind: "voicemail", id },
		before: { extension, durationSeconds, createdAt: createdAt.toISOString() },
	});
	return accept(null);
}
