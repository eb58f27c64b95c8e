import type { Call } from "../calls/call.ts";
import { callParams } from "../calls/call-params.ts";
import { delay, takeFault } from "../faults.ts";
import { readOptions } from "../options.ts";
import { newSid } from "../sid.ts";
import { note, noteWarning } from "../timeline/timeline.ts";
import { postCallback } from "../webhooks/outbox.ts";
import { type Recording, recordingUrl } from "./recording.ts";
import type { RecordingContext } from "./recording-context.ts";
import type { Transcription } from "./transcription.ts";

export function startTranscription(
	ctx: RecordingContext,
	call: Call,
	recording: Recording,
	callbackUrl: string | null,
): void {
	if (!isTranscribable(recording.durationSeconds)) {
		const text = `a recording of ${recording.durationSeconds} s is not transcribed (more than 2 s, less than 120 s)`;
		noteWarning(ctx, call.sid, 13617, text);
		return;
	}
	const transcription: Transcription = {
		sid: newSid("TR"),
		recordingSid: recording.sid,
		callSid: call.sid,
		status: "in-progress",
		text: "",
		durationSeconds: recording.durationSeconds,
		createdAt: Date.now(),
		updatedAt: Date.now(),
		callbackUrl,
	};
	ctx.transcriptions.save(transcription);
	ctx.background(transcribe(ctx, transcription));
}

export function resumeTranscriptions(ctx: RecordingContext): void {
	for (const transcription of ctx.transcriptions.list([["doc ->> 'status' = 'in-progress'"]])) {
		ctx.background(transcribe(ctx, transcription));
	}
}

async function transcribe(ctx: RecordingContext, begun: Transcription): Promise<void> {
	await ctx.clock.sleep(readOptions(ctx.sql).transcriptionSeconds * 1000);
	const fault = takeFault(ctx, "transcription");
	await delay(fault);
	const recording = ctx.recordings.find(begun.recordingSid);
	const call = ctx.calls.find(begun.callSid);
	if (!recording || !call || !ctx.transcriptions.find(begun.sid)) return;
	const isFailed = fault?.status !== undefined || fault?.dropBeforeAccept || !recording.transcript;
	const transcription: Transcription = {
		...begun,
		status: isFailed ? "failed" : "completed",
		text: isFailed ? "" : (recording.transcript ?? ""),
		updatedAt: Date.now(),
	};
	ctx.transcriptions.save(transcription);
	note(ctx, call.sid, {
		kind: "recording",
		text: `transcription ${transcription.status}`,
		detail: { sid: transcription.sid },
	});
	if (fault?.dropAfterAccept) return;
	report(ctx, call, transcription);
	if (fault?.duplicate) report(ctx, call, transcription);
}

function report(ctx: RecordingContext, call: Call, transcription: Transcription): void {
	if (!transcription.callbackUrl) return;
	const { recordingSid, sid } = transcription;
	const params: Record<string, string> = {
		...callParams(ctx, call),
		TranscriptionSid: sid,
		TranscriptionText: transcription.text,
		TranscriptionStatus: transcription.status,
		TranscriptionUrl: `${recordingUrl(ctx, recordingSid)}/Transcriptions/${sid}`,
		TranscriptionType: "fast",
		RecordingSid: recordingSid,
		RecordingUrl: recordingUrl(ctx, recordingSid),
	};
	const url = transcription.callbackUrl;
	postCallback(ctx, { aboutSid: call.sid, kind: "transcription", method: "POST", url, params });
}

/** Twilio's limits: longer than 2 and shorter than 120 seconds. */
function isTranscribable(seconds: number): boolean {
	return seconds > 2 && seconds < 120;
}
