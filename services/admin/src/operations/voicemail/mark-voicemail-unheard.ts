import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import { showVoicemail } from "@cloudpbx/db/show-voicemail";
import { askService } from "../../ask-service.ts";
import type { Principal } from "../../domain/people/principal.ts";
import { type Act, recordDone } from "../audit/record-change.ts";
import { findVoicemail } from "./list-voicemails.ts";

/** As if nobody had listened; the audit log keeps that somebody had. */
export async function markVoicemailUnheard(
	act: Act,
	voice: Pick<VoiceRpc, "markVoicemailUnheard">,
	id: string,
	principal: Principal,
): Promise<Result<Voicemail>> {
	const voicemail = await findVoicemail(act.db, id, principal);
	if (!voicemail.ok) return voicemail;
	const { extension, listenedAt } = voicemail.value;
	if (!listenedAt) return accept(showVoicemail(voicemail.value));
	const marked = await askService("voice", voice.markVoicemailUnheard([id]));
	if (!marked.ok) return marked;
	if (!marked.value.unheardIds.includes(id)) return refuse("not_found", "There is no such voicemail.");
	await recordDone(act, {
		action: "voicemail.unheard",
		target: { kind: "voicemail", id },
		before: { extension, listenedAt: listenedAt.toISOString() },
	});
	const unheard = { listenedAt: null, listenedById: null, listenedByName: null };
	return accept(showVoicemail({ ...voicemail.value, ...unheard }));
}
