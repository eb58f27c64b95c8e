import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import { outlineOf } from "../../domain/wave.ts";
import { wavSampleRate, writeWav } from "./write-wav.ts";

export interface RecordedSound {
	blob: Blob;
	seconds: number;
	peaks: number[];
}

export interface SoundRecording {
	/** Ends the recording and switches the microphone off. Throws when the browser cannot decode it. */
	finish(): Promise<RecordedSound>;
	cancel(): void;
}

/** Asks for the microphone and starts. Throws the browser's refusal. */
export async function recordSound(): Promise<SoundRecording> {
	const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
	const recorder = new MediaRecorder(stream);
	const parts: Blob[] = [];
	recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
	const ended = new Promise<void>((resolve) => recorder.addEventListener("stop", () => resolve()));
	recorder.start();

	function end(): void {
		if (recorder.state !== "inactive") recorder.stop();
		for (const track of stream.getTracks()) track.stop();
	}
	return {
		cancel: end,
		async finish() {
			end();
			await ended;
			return toWav(new Blob(parts, { type: recorder.mimeType }));
		},
	};
}

/** Browsers record WebM, Ogg or MP4; telephony needs WAV. */
async function toWav(recorded: Blob): Promise<RecordedSound> {
	const context = new OfflineAudioContext(1, 1, wavSampleRate);
	const sound = await context.decodeAudioData(await recorded.arrayBuffer());
	const channels = Array.from({ length: sound.numberOfChannels }, (_, index) => sound.getChannelData(index));
	return {
		blob: new Blob([writeWav(channels, greetingLimits.seconds)], { type: "audio/wav" }),
		seconds: Math.min(sound.duration, greetingLimits.seconds),
		peaks: outlineOf(sound.getChannelData(0)),
	};
}
