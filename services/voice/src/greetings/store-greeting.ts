import type { StoredGreeting } from "@cloudpbx/contracts/calls/greetings";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import type { Context } from "../context.ts";
import { readAudio } from "../domain/greetings/audio/read-audio.ts";
import { audioContentTypes, greetingKeyOf } from "../domain/greetings/greeting-file.ts";

/** Encoders fill an MP3 up with silence. */
const encoderSeconds = { mp3: 0.25, wav: 0 };

/** Named by the hash of its content: the same file again is the same object. */
export async function storeGreeting(
	{ audio }: Pick<Context, "audio">,
	bytes: Uint8Array,
	{ roundedSeconds = 0 }: { roundedSeconds?: number } = {},
): Promise<Result<StoredGreeting>> {
	if (bytes.byteLength > greetingLimits.bytes) {
		return refuse("limit_exceeded", `The file is larger than ${greetingLimits.bytes / 1_000_000} MB.`);
	}
	const file = readAudio(bytes);
	if (!file.ok) return refuse("bad_input", file.reason);
	const { type, seconds } = file;
	if (seconds > greetingLimits.seconds + encoderSeconds[type] + roundedSeconds) {
		const words = `A greeting lasts ${greetingLimits.seconds} seconds at most; this file lasts ${Math.ceil(seconds)}.`;
		return refuse("bad_input", words);
	}
	const key = greetingKeyOf(await hashOf(bytes), type);
	await audio.put(key, bytes, { httpMetadata: { contentType: audioContentTypes[type] } });
	return accept({ key, type, seconds });
}

async function hashOf(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
