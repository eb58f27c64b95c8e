import type { Pcm } from "./wav.ts";

/** Enough for speech, and known to every MP3 player. */
export const toneSampleRate = 16_000;
/** 0.9 s, and 25 whole MP3 frames of 576 samples. */
export const tonePeriodSamples = 14_400;
const toneCyclesPerPeriod = 396;
const notes = 8;
const noteCyclesMin = 30;
const loudness = 6000;

/** A short melody, then a tone that swells. The melody comes from the sid, so that no two recordings are equal. */
export function makeTone(seconds: number, channelCount: 1 | 2, recordingSid = "RE00000000"): Pcm {
	const samples = new Int16Array(Math.round(seconds * toneSampleRate));
	const swell = makeSwell();
	samples.set(makeMelody(recordingSid.slice(-notes)).subarray(0, samples.length));
	for (let start = tonePeriodSamples; start < samples.length; start += tonePeriodSamples) {
		samples.set(swell.subarray(0, samples.length - start), start);
	}
	return { sampleRate: toneSampleRate, channels: channelCount === 2 ? [samples, samples] : [samples] };
}

function makeSwell(): Int16Array {
	return Int16Array.from({ length: tonePeriodSamples }, (_, index) => {
		const turn = (2 * Math.PI * index) / tonePeriodSamples;
		return Math.round(loudness * (0.5 - 0.5 * Math.cos(turn)) * Math.sin(toneCyclesPerPeriod * turn));
	});
}

function makeMelody(digits: string): Int16Array {
	const length = tonePeriodSamples / notes;
	const melody = new Int16Array(tonePeriodSamples);
	for (const [note, digit] of [...digits].entries()) {
		const cycles = noteCyclesMin + 2 * Number.parseInt(digit, 16);
		for (let index = 0; index < length; index += 1) {
			const turn = (2 * Math.PI * index) / length;
			melody[note * length + index] = Math.round(
				loudness * (0.5 - 0.5 * Math.cos(turn)) * Math.sin(cycles * turn),
			);
		}
	}
	return melody;
}
