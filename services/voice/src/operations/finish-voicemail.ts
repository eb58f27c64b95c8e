import type { VoicemailJob } from "@cloudpbx/contracts/voicemails";
import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { afterVoicemail, isVoicemail } from "../domain/after-voicemail.ts";
import type { CallPlan } from "../domain/call-plan.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";
import { storePlan } from "./store-call.ts";

/** The call moves on after a recording. One round trip. */
export async function finishVoicemail(
	db: Db,
	queue: Queue<VoicemailJob>,
	call: CallWebhook,
	ext: string,
	recording: { recordingSid: string | null; durationSeconds: number },
	now: Date,
): Promise<CallPlan> {
	const plan = afterVoicemail(ext, recording.durationSeconds);
	const { recordingSid, durationSeconds } = recording;
	if (recordingSid === null || !isVoicemail(durationSeconds)) {
		await db.batch(storePlan(db, call, plan, now));
		return plan;
	}
	const news = { callId: call.callId, recordingSid, extension: ext, durationSeconds, transcript: null };
	const [upsertCall, ...events] = storePlan(db, call, plan, now);
	const results = await db.batch([upsertCall, saveVoicemail(db, news, now), ...events]);
	await requestIngest(queue, results[1][0], now);
	return plan;
}
