import type { Call } from "../calls/call.ts";
import type { Action } from "../calls/hangup-plan.ts";
import type { Exchange } from "../context.ts";
import { note } from "../timeline/timeline.ts";
import { type Recording, type RecordingCallback, recordingUrl, reportRecording } from "./recording.ts";
import { startTranscription } from "./start-transcription.ts";

/** A <Record> after its beep. */
export interface RecordPlan {
	verb: "record";
	action: Action | null;
	recordingSid: string;
	startedAt: number;
	startedClockMs: number;
	/** Network time at which it ends unless something is said: silence or the longest length. */
	endsClockMs: number;
	isUploadedMp3: boolean;
	/** What was said in no time; null while only the clock counts. */
	seconds: number | null;
	transcript: string | null;
	callback: RecordingCallback | null;
	transcribe: { url: string | null } | null;
}

/** Keeps what was recorded, and reports it. */
export function finishRecording(
	exchange: Exchange,
	call: Call,
	plan: RecordPlan,
	atClockMs: number,
): Recording {
	const endedClockMs = Math.min(atClockMs, plan.endsClockMs);
	const elapsed = Math.round((endedClockMs - plan.startedClockMs) / 1000);
	const recording: Recording = {
		sid: plan.recordingSid,
		callSid: call.sid,
		status: "completed",
		source: "RecordVerb",
		channels: 1,
		createdAt: plan.startedAt,
		updatedAt: Date.now(),
		durationSeconds: plan.seconds ?? elapsed,
		isUploadedMp3: plan.isUploadedMp3,
		transcript: plan.transcript,
	};
	exchange.recordings.save(recording);
	note(exchange, call.sid, "recording", `recording of ${recording.durationSeconds} s`, {
		sid: recording.sid,
	});
	reportRecording(exchange, recording, plan.callback);
	if (plan.transcribe) startTranscription(exchange, call, recording, plan.transcribe.url);
	return recording;
}

/** The parameters of Record's action; `digits` is the key that ended it, or the word hangup. */
export function recordParams(
	exchange: Exchange,
	recording: Recording,
	digits: string,
): Record<string, string> {
	return {
		RecordingUrl: recordingUrl(exchange, recording.sid),
		RecordingSid: recording.sid,
		RecordingDuration: String(recording.durationSeconds),
		Digits: digits,
	};
}
