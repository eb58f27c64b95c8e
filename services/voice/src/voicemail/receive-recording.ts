import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { callEvent, voicemailEvent } from "../domain/call/live-events.ts";
import { afterVoicemail, isVoicemail } from "../domain/voicemail/after-voicemail.ts";
import { storeEvents, strongerOutcome } from "../history/store-plan.ts";
import { requestIngest, saveVoicemail } from "./save-voicemail.ts";

/** One round trip; an empty recording leaves nothing. */
export async function receiveRecording(
	ctx: Context,
	ext: string | null,
	recording: { callId: string; recordingSid: string; isUsable: boolean; durationSeconds: number },
): Promise<LiveEvent[]> {
	if (!recording.isUsable || !isVoicemail(recording.durationSeconds)) return [];
	const { db } = ctx;
	const now = ctx.now();
	const plan = afterVoicemail(ext, recording.durationSeconds);
	const [saved, marked] = await db.batch([
		saveVoicemail(db, { ...recording, extension: ext, transcript: null }, now),
		db
			.update(calls)
			.set({ outcome: strongerOutcome(plan.outcome) })
			.where(eq(calls.id, recording.callId))
			.returning(),
		...storeEvents(db, recording.callId, plan.events, now),
	]);
	await requestIngest(ctx, saved[0], now);
	return [...saved.map(voicemailEvent), ...marked.map(callEvent)];
}
