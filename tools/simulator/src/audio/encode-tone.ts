import { encodeMp3, kilobitsPerSecond } from "./encode-mp3.ts";
import { makeTone, tonePeriodSamples, toneSampleRate } from "./tone.ts";

const samplesPerFrame = 576;
const periodFrames = tonePeriodSamples / samplesPerFrame;
/** The melody and its echo in the encoder end after two periods. From the third one on the frames repeat. */
const headFrames = 2 * periodFrames;
const samplePeriods = 4;
const flushFrames = 2;

/** Encodes a sample and repeats its frames: real encoding takes a fortieth of the recording's time. */
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
