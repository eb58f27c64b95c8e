import type { Call } from "../calls/call.ts";
import { callParams } from "../calls/call-params.ts";
import type { Exchange } from "../context.ts";
import { takeFault } from "../faults.ts";
import { readOptions } from "../options.ts";
import { newSid } from "../sid.ts";
import { note, noteWarning } from "../timeline/timeline.ts";
import { postCallback } from "../webhooks/outbox.ts";
import { type Recording, recordingUrl } from "./recording.ts";

export interface Transcription {
	sid: string;
	recordingSid: string;
	callSid: string;
	status: "in-progress" | "completed" | "failed";
	text: string;
	durationSeconds: number;
	createdAt: number;
	updatedAt: number;
	callbackUrl: string | null;
}

/** Twilio transcribes recordings longer than 2 and shorter than 120 seconds. */
function isTranscribable(seconds: number): boolean {
	return seconds > 2 && seconds < 120;
}

/** Begins a transcription that comes later; outside Twilio's length there is a warning and nothing else. */
export function startTranscription(
	exchange: Exchange,
	call: Call,
	recording: Recording,
	callbackUrl: string | null,
): void {
	if (!isTranscribable(recording.durationSeconds)) {
		const text = `a recording of ${recording.durationSeconds} s is not transcribed (more than 2 s, less than 120 s)`;
		noteWarning(exchange, call.sid, 13617, text);
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
	exchange.transcriptions.save(transcription);
	exchange.background(transcribe(exchange, transcription));
}

/** Goes on with what an earlier life of this network had begun. */
export function resumeTranscriptions(exchange: Exchange): void {
	for (const transcription of exchange.transcriptions.list([["doc ->> 'status' = 'in-progress'"]])) {
		exchange.background(transcribe(exchange, transcription));
	}
}

async function transcribe(exchange: Exchange, begun: Transcription): Promise<void> {
	await exchange.clock.sleep(readOptions(exchange.sql).transcriptionSeconds * 1000);
	const fault = takeFault(exchange, "transcription");
	if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
	const recording = exchange.recordings.find(begun.recordingSid);
	const call = exchange.calls.find(begun.callSid);
	// A reset or a deletion in the meantime.
	if (!recording || !call || !exchange.transcriptions.find(begun.sid)) return;
	const isFailed = fault?.status !== undefined || fault?.dropBeforeAccept || !recording.transcript;
	const transcription: Transcription = {
		...begun,
		status: isFailed ? "failed" : "completed",
		text: isFailed ? "" : (recording.transcript ?? ""),
		updatedAt: Date.now(),
	};
	exchange.transcriptions.save(transcription);
	note(exchange, call.sid, "recording", `transcription ${transcription.status}`, { sid: transcription.sid });
	if (fault?.dropAfterAccept) return;
	report(exchange, call, transcription);
	if (fault?.duplicate) report(exchange, call, transcription);
}

function report(exchange: Exchange, call: Call, transcription: Transcription): void {
	if (!transcription.callbackUrl) return;
	const { recordingSid, sid } = transcription;
	const params: Record<string, string> = {
		...callParams(exchange, call),
		TranscriptionSid: sid,
		TranscriptionText: transcription.text,
		TranscriptionStatus: transcription.status,
		TranscriptionUrl: `${recordingUrl(exchange, recordingSid)}/Transcriptions/${sid}`,
		TranscriptionType: "fast",
		RecordingSid: recordingSid,
		RecordingUrl: recordingUrl(exchange, recordingSid),
	};
	const url = transcription.callbackUrl;
	postCallback(exchange, { aboutSid: call.sid, kind: "transcription", method: "POST", url, params });
}
