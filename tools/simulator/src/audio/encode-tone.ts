import { encodeMp3, kilobitsPerSecond } from "./encode-mp3.ts";
import { makeTone, tonePeriodSamples, toneSampleRate } from "./tone.ts";

const samplesPerFrame = 576;
const periodFrames = tonePeriodSamples / samplesPerFrame;
/** The melody and its echo in the encoder are over after two periods; the third one can be repeated for ever. */
const headFrames = 2 * periodFrames;
const samplePeriods = 4;
/** What the encoder adds to push its last samples out. */
const flushFrames = 2;

/**
 * The MP3 of a generated recording. Real encoding takes a fortieth of the recording's length; here its frames, which the
 * encoder makes independent of each other and of one length, are repeated as the tone itself is.
 */
export async function encodeTone(
	seconds: number,
	channelCount: 1 | 2,
	recordingSid: string,
): Promise<Uint8Array<ArrayBuffer>> {
	const sampleSeconds = (samplePeriods * tonePeriodSamples) / toneSampleRate;
	if (seconds <= sampleSeconds) return await encodeMp3(makeTone(seconds, channelCount, recordingSid));
	const sample = await encodeMp3(makeTone(sampleSeconds, channelCount, recordingSid));
	const bitsPerSecond = kilobitsPerSecond * 1000 * channelCount;
	const frameBytes = (samplesPerFrame / 8) * (bitsPerSecond / toneSampleRate);
	const frames = Math.ceil((seconds * toneSampleRate) / samplesPerFrame) + flushFrames;
	const whole = new Uint8Array(frames * frameBytes);
	whole.set(sample.subarray(0, headFrames * frameBytes));
	const period = sample.subarray(headFrames * frameBytes, (headFrames + periodFrames) * frameBytes);
	for (let start = headFrames * frameBytes; start < whole.length; start += period.length) {
		whole.set(period.subarray(0, whole.length - start), start);
	}
	return whole;
}
