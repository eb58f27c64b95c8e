import { isPcmWav } from "../audio/wav.ts";
import type { Said } from "../calls/line.ts";
import { type Body, oneOf, optionalText } from "./body.ts";
import { Problem } from "./problem.ts";

const audioTypes: Readonly<Record<string, string>> = {
	"audio/wav": "audio/wav",
	"audio/x-wav": "audio/wav",
	"audio/wave": "audio/wav",
	"audio/mpeg": "audio/mpeg",
	"audio/mp3": "audio/mpeg",
};

export function readSaid(body: Body, seconds: number): Said {
	const audioBase64 = optionalText(body, "audioBase64");
	return {
		seconds,
		transcript: optionalText(body, "transcript"),
		endWith: body.endWith === undefined ? "silence" : oneOf(body, "endWith", ["#", "hangup", "silence"]),
		audio:
			audioBase64 === null ? null : readAudio(audioBase64, optionalText(body, "contentType") ?? "audio/wav"),
	};
}

function readAudio(base64: string, written: string): Said["audio"] {
	const contentType = audioTypes[written.split(";")[0]?.trim().toLowerCase() ?? ""];
	if (!contentType) throw new Problem(400, '"contentType" must be audio/wav (16-bit PCM) or audio/mpeg');
	let bytes: Uint8Array;
	try {
		bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	} catch {
		throw new Problem(400, '"audioBase64" is not base64');
	}
	if (contentType === "audio/wav" && !isPcmWav(bytes)) {
		throw new Problem(400, '"audioBase64" is no WAV file with 16-bit PCM, mono or stereo');
	}
	return { bytes, contentType };
}
