import type { Call } from "../calls/call.ts";
import type { RecordPlan } from "../calls/hangup-plan.ts";
import { note } from "../timeline/timeline.ts";
import { type Recording, recordingUrl, reportRecording } from "./recording.ts";
import type { RecordingContext } from "./recording-context.ts";
import { startTranscription } from "./start-transcription.ts";

export function finishRecording(
	ctx: RecordingContext,
	call: Call,
	plan: RecordPlan,
	atClockMilliseconds: number,
): Recording {
	const endedClockMilliseconds = Math.min(atClockMilliseconds, plan.endsClockMs);
	const elapsed = Math.round((endedClockMilliseconds - plan.startedClockMs) / 1000);
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
	ctx.recordings.save(recording);
	note(ctx, call.sid, {
		kind: "recording",
		text: `recording of ${recording.durationSeconds} s`,
		detail: { sid: recording.sid },
	});
	reportRecording(ctx, recording, plan.callback);
	if (plan.transcribe) startTranscription(ctx, call, recording, plan.transcribe.url);
	return recording;
}

/** `digits` is the key that ended the recording, or `hangup`. */
export function recordParams(
	ctx: RecordingContext,
	recording: Recording,
	digits: string,
): Record<string, string> {
	return {
		RecordingUrl: recordingUrl(ctx, recording.sid),
		RecordingSid: recording.sid,
		RecordingDuration: String(recording.durationSeconds),
		Digits: digits,
	};
}
