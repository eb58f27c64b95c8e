import { Mp3Encoder } from "@breezystack/lamejs";
import { joinBytes } from "../storage/bytes.ts";
import type { Pcm } from "./wav.ts";

/** Per channel. */
export const kilobitsPerSecond = 32;
/** A multiple of the encoder's frame. */
const samplesPerChunk = 576 * 20;

const sampleRates = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

/** Constant bit rate. Yields between two chunks, because long sounds take seconds. */
export async function encodeMp3({ sampleRate, channels }: Pcm): Promise<Uint8Array<ArrayBuffer>> {
	const [left = new Int16Array(), right] = channels;
	const rate = nearestRate(sampleRate);
	const encoder = new Mp3Encoder(right ? 2 : 1, rate, kilobitsPerSecond * (right ? 2 : 1));
	const [first, second] = [resample(left, sampleRate, rate), right && resample(right, sampleRate, rate)];
	const pieces: Uint8Array[] = [];
	for (let start = 0; start < first.length; start += samplesPerChunk) {
		const end = start + samplesPerChunk;
		pieces.push(encoder.encodeBuffer(first.subarray(start, end), second?.subarray(start, end)));
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	pieces.push(encoder.flush());
	return joinBytes(pieces);
}

function nearestRate(sampleRate: number): number {
	return sampleRates.reduce((best, rate) =>
		Math.abs(rate - sampleRate) < Math.abs(best - sampleRate) ? rate : best,
	);
}

function resample(samples: Int16Array, from: number, to: number): Int16Array {
	if (from === to) return samples;
	const length = Math.round((samples.length * to) / from);
	return Int16Array.from({ length }, (_, index) => samples[Math.floor((index * from) / to)] ?? 0);
}
