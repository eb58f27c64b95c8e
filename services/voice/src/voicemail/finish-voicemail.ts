import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { afterVoicemail, isVoicemail } from "../domain/voicemail/after-voicemail.ts";
import { storePlan, tryToStorePlan } from "../history/store-plan.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";

/** One round trip. The caller is thanked even when nothing can be stored: the carrier has the message, and the sweep finds it. */
export async function finishVoicemail(
	ctx: Context,
	call: CallWebhook,
	box: { ext: string | null; language: string },
	recording: { recordingSid: string | null; durationSeconds: number },
): Promise<{ plan: CallPlan; news: LiveEvent[] }> {
	const { db } = ctx;
	const now = ctx.now();
	const { ext, language } = box;
	const plan = afterVoicemail(ext, recording.durationSeconds, language);
	const { recordingSid, durationSeconds } = recording;
	if (recordingSid === null || !isVoicemail(durationSeconds)) {
		await tryToStorePlan(ctx, call, plan, now);
		return { plan, news: [] };
	}
	const news = { callId: call.callId, recordingSid, extension: ext, durationSeconds, transcript: null };
	try {
		const [upsertCall, ...events] = storePlan(db, call, plan, now);
		const results = await db.batch([upsertCall, saveVoicemail(db, news, now), ...events]);
		await requestIngest(ctx, results[1][0], now);
		return { plan, news: results[1].map(voicemailEvent) };
	} catch (error) {
		log.error("voicemail_not_stored", { callId: call.callId, reason: describeError(error) });
		return { plan, news: [] };
	}
}
