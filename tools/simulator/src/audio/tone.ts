import type { Pcm } from "./wav.ts";

/** Enough for speech, and a rate that every MP3 player takes. */
export const TONE_SAMPLE_RATE = 16_000;
/** The tone repeats itself after this many samples: 0.9 s, and 25 whole MP3 frames of 576 samples. */
export const TONE_PERIOD_SAMPLES = 14_400;
const TONE_CYCLES_PER_PERIOD = 396;
const NOTES = 8;
const NOTE_CYCLES_MIN = 30;
const LOUDNESS = 6000;

/**
 * What a recording sounds like into which nobody spoke with a real voice: a short melody, then a tone that swells again
 * and again. The melody is made of the sid's last digits, so that no two recordings are the same file.
 */
export function makeTone(seconds: number, channelCount: 1 | 2, recordingSid = "RE00000000"): Pcm {
	const samples = new Int16Array(Math.round(seconds * TONE_SAMPLE_RATE));
	const swell = makeSwell();
	samples.set(makeMelody(recordingSid.slice(-NOTES)).subarray(0, samples.length));
	for (let start = TONE_PERIOD_SAMPLES; start < samples.length; start += TONE_PERIOD_SAMPLES) {
		samples.set(swell.subarray(0, samples.length - start), start);
	}
	return { sampleRate: TONE_SAMPLE_RATE, channels: channelCount === 2 ? [samples, samples] : [samples] };
}

function makeSwell(): Int16Array {
	return Int16Array.from({ length: TONE_PERIOD_SAMPLES }, (_, index) => {
		const turn = (2 * Math.PI * index) / TONE_PERIOD_SAMPLES;
		return Math.round(LOUDNESS * (0.5 - 0.5 * Math.cos(turn)) * Math.sin(TONE_CYCLES_PER_PERIOD * turn));
	});
}

/** One note for each hexadecimal digit. */
function makeMelody(digits: string): Int16Array {
	const length = TONE_PERIOD_SAMPLES / NOTES;
	const melody = new Int16Array(TONE_PERIOD_SAMPLES);
	for (const [note, digit] of [...digits].entries()) {
		const cycles = NOTE_CYCLES_MIN + 2 * Number.parseInt(digit, 16);
		for (let index = 0; index < length; index += 1) {
			const turn = (2 * Math.PI * index) / length;
			melody[note * length + index] = Math.round(
				LOUDNESS * (0.5 - 0.5 * Math.cos(turn)) * Math.sin(cycles * turn),
			);
		}
	}
	return melody;
}
