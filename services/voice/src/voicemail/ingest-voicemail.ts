import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { fetchRecording } from "@cloudpbx/twilio/fetch-recording";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "../context.ts";
import { voicemailEvent } from "../domain/call/live-events.ts";
import { findVoicemail } from "./find-voicemail.ts";
import { voicemailFacts } from "./save-voicemail.ts";
import { sendJobs } from "./send-jobs.ts";

/** `retry` wants another try later. */
export type JobResult =
	| { kind: "done"; news: LiveEvent[] }
	| { kind: "already_done" | "unknown" }
	| { kind: "retry"; reason: string };

/** Twilio transcribes English recordings between these bounds and says nothing about others (docs/voice/twiml/record). */
const carrierTranscribes = { longerThanSeconds: 2, shorterThanSeconds: 120 };

/** Carrier → R2 → row. Safe to repeat: it ends in the same object and the same row. */
export async function ingestVoicemail(ctx: Context, voicemailId: string): Promise<JobResult> {
	const { db, audio, account } = ctx;
	const now = ctx.now();
	const voicemail = await findVoicemail(ctx, voicemailId);
	if (!voicemail) return { kind: "unknown" };
	if (voicemail.status === "stored" || voicemail.deletedAt) return { kind: "already_done" };

	const recording = await fetchRecording(account, voicemail.carrierRecordingId);
	if (!recording.ok) return { kind: "retry", reason: recording.reason };
	const audioKey = `voicemail/${voicemail.extension ?? "company"}/${voicemail.id}.mp3`;
	const object = await audio.put(audioKey, recording.audio, { httpMetadata: { contentType: "audio/mpeg" } });

	const stored = await db
		.update(voicemails)
		.set({ status: "stored", failure: null, audioKey, audioBytes: object.size, storedAt: now })
		.where(and(eq(voicemails.id, voicemailId), isNull(voicemails.deletedAt)))
		.returning(voicemailFacts);
	// Deleted while it was being fetched: the audio must not outlive the voicemail.
	if (stored.length === 0) await audio.delete(audioKey);
	else if (isBeyondCarrier(voicemail)) {
		await sendJobs(ctx, [{ task: "transcribe", voicemailId }]);
	}
	return { kind: "done", news: stored.map(voicemailEvent) };
}

function isBeyondCarrier(voicemail: { durationSeconds: number | null; language: string }): boolean {
	const { durationSeconds: seconds, language } = voicemail;
	if (language !== "en") return true;
	if (seconds === null) return false;
	return seconds <= carrierTranscribes.longerThanSeconds || seconds >= carrierTranscribes.shorterThanSeconds;
}

/** The sweep leaves the voicemail to the queue until this try is over. */
export async function postponeIngest({ db }: Context, voicemailId: string, nextTryAt: Date): Promise<void> {
	await db
		.update(voicemails)
		.set({ ingestRequestedAt: nextTryAt })
		.where(and(eq(voicemails.id, voicemailId), eq(voicemails.status, "recorded")));
}

/** The row says `failed` until the sweep has it fetched again. */
export async function giveUpIngest(
	{ db }: Context,
	voicemailId: string,
	reason: string,
): Promise<LiveEvent[]> {
	const failed = await db
		.update(voicemails)
		.set({ status: "failed", failure: reason })
		.where(and(eq(voicemails.id, voicemailId), ne(voicemails.status, "stored")))
		.returning(voicemailFacts);
	return failed.map(voicemailEvent);
}
