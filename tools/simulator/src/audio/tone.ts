import type { Pcm } from "./wav.ts";

/** Enough for speech, and a rate that every MP3 player takes. */
const SAMPLE_RATE = 16_000;
const PITCH_HZ = 440;
const LOUDNESS = 6000;

/** What a recording sounds like into which nobody spoke with a real voice: a tone that pulses once a second. */
export function makeTone(seconds: number, channelCount: 1 | 2): Pcm {
	const samples = Int16Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, index) => {
		const swell = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / SAMPLE_RATE);
		return Math.round(LOUDNESS * swell * Math.sin((2 * Math.PI * PITCH_HZ * index) / SAMPLE_RATE));
	});
	return { sampleRate: SAMPLE_RATE, channels: channelCount === 2 ? [samples, samples] : [samples] };
}
