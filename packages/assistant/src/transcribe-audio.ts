import type { AiBinding } from "./models/ai-binding.ts";
import { callModel } from "./models/call-model.ts";
import type { ModelFailure } from "./models/classify-model-error.ts";
import { systemTimers, type Timers } from "./models/timers.ts";

export const whisperModel = "@cf/openai/whisper-large-v3-turbo";
/** A queue consumer can wait this long before it retries. */
const deadlineMilliseconds = 60_000;
/** `String.fromCharCode` limits its arguments. */
const base64ChunkBytes = 0x8000;

export interface AudioToTranscribe {
	ai: AiBinding;
	audio: Uint8Array;
	model?: string;
	/** ISO 639-1; absent: Whisper detects it. */
	language?: string;
	deadlineMilliseconds?: number;
	timers?: Timers;
}

/** `text` is empty when nobody spoke. */
export type Transcription =
	| { ok: true; text: string; model: string; milliseconds: number }
	| {
			ok: false;
			failure: ModelFailure | "no_audio" | "malformed";
			detail: string;
			model: string;
			milliseconds: number;
	  };

/** Transcribes a recording with Whisper on Workers AI. Never throws. */
export async function transcribeAudio(request: AudioToTranscribe): Promise<Transcription> {
	const { ai, audio, model = whisperModel, timers = systemTimers } = request;
	const startedAt = timers.now();
	const about = () => ({ model, milliseconds: timers.now() - startedAt });
	if (audio.byteLength === 0) return { ok: false, failure: "no_audio", detail: "no bytes", ...about() };
	const inputs = {
		audio: encodeBase64(audio),
		task: "transcribe",
		vad_filter: true,
		condition_on_previous_text: false,
		...(request.language === undefined ? {} : { language: request.language }),
	};
	const limitMilliseconds = request.deadlineMilliseconds ?? deadlineMilliseconds;
	const call = await callModel(ai, { model, inputs, limitMilliseconds }, timers);
	if (!call.ok) return { ok: false, failure: call.failure, detail: call.detail, ...about() };
	const text = readTranscript(call.raw);
	if (text === null) return { ok: false, failure: "malformed", detail: "no text in the answer", ...about() };
	return { ok: true, text, ...about() };
}

function readTranscript(raw: unknown): string | null {
	if (typeof raw !== "object" || raw === null) return null;
	if ("text" in raw && typeof raw.text === "string") return raw.text.trim();
	return "result" in raw ? readTranscript(raw.result) : null;
}

function encodeBase64(bytes: Uint8Array): string {
	let binary = "";
	for (let at = 0; at < bytes.length; at += base64ChunkBytes)
		binary += String.fromCharCode(...bytes.subarray(at, at + base64ChunkBytes));
	return btoa(binary);
}
