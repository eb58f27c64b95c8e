import { sha256Hex } from "../sha256-hex.ts";
import { isRecord } from "./is-record.ts";
import { WorkersAiError } from "./workers-ai-error.ts";

export async function transcribe(
	inputs: unknown,
	findTranscript: (sha256: string) => Promise<string | null>,
): Promise<Record<string, unknown>> {
	const text = (await findTranscript(await sha256Hex(readAudio(inputs)))) ?? "";
	return shapeTranscript(text);
}

export function shapeTranscript(text: string): Record<string, unknown> {
	const words = text.split(/\s+/).filter((word) => word !== "");
	return {
		transcription_info: { language: "en", language_probability: 1 },
		text,
		word_count: words.length,
		segments: text === "" ? [] : [{ start: 0, end: words.length / 2, text }],
		vtt: text === "" ? "WEBVTT\n" : `WEBVTT\n\n00:00.000 --> 01:00.000\n${text}\n`,
	};
}

function readAudio(inputs: unknown): Uint8Array<ArrayBuffer> {
	if (!isRecord(inputs)) throw new WorkersAiError(5006);
	const { audio } = inputs;
	if (Array.isArray(audio)) return Uint8Array.from(audio as number[]);
	if (typeof audio !== "string")
		throw new WorkersAiError(5004, `Invalid data type for base64 input: ${typeof audio}`);
	try {
		return Uint8Array.from(atob(audio), (letter) => letter.charCodeAt(0));
	} catch {
		throw new WorkersAiError(5004, "Invalid data type for base64 input: string");
	}
}
