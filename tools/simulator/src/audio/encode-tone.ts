import { encodeMp3, KILOBITS_PER_SECOND } from "./encode-mp3.ts";
import { makeTone, TONE_PERIOD_SAMPLES, TONE_SAMPLE_RATE } from "./tone.ts";

const SAMPLES_PER_FRAME = 576;
const PERIOD_FRAMES = TONE_PERIOD_SAMPLES / SAMPLES_PER_FRAME;
/** The melody and its echo in the encoder are over after two periods; the third one can be repeated for ever. */
const HEAD_FRAMES = 2 * PERIOD_FRAMES;
const SAMPLE_PERIODS = 4;
/** What the encoder adds to push its last samples out. */
const FLUSH_FRAMES = 2;

/**
 * The MP3 of a generated recording. Real encoding takes a fortieth of the recording's length; here its frames, which the
 * encoder makes independent of each other and of one length, are repeated as the tone itself is.
 */
export async function encodeTone(
	seconds: number,
	channelCount: 1 | 2,
	recordingSid: string,
): Promise<Uint8Array<ArrayBuffer>> {
	const sampleSeconds = (SAMPLE_PERIODS * TONE_PERIOD_SAMPLES) / TONE_SAMPLE_RATE;
	if (seconds <= sampleSeconds) return await encodeMp3(makeTone(seconds, channelCount, recordingSid));
	const sample = await encodeMp3(makeTone(sampleSeconds, channelCount, recordingSid));
	const bitsPerSecond = KILOBITS_PER_SECOND * 1000 * channelCount;
	const frameBytes = (SAMPLES_PER_FRAME / 8) * (bitsPerSecond / TONE_SAMPLE_RATE);
	const frames = Math.ceil((seconds * TONE_SAMPLE_RATE) / SAMPLES_PER_FRAME) + FLUSH_FRAMES;
	const whole = new Uint8Array(frames * frameBytes);
	whole.set(sample.subarray(0, HEAD_FRAMES * frameBytes));
	const period = sample.subarray(HEAD_FRAMES * frameBytes, (HEAD_FRAMES + PERIOD_FRAMES) * frameBytes);
	for (let start = HEAD_FRAMES * frameBytes; start < whole.length; start += period.length) {
		whole.set(period.subarray(0, whole.length - start), start);
	}
	return whole;
}
