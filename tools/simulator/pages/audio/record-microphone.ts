import { encodeWav, lowerSampleRate } from "../domain/encode-wav.ts";
import workletUrl from "./capture-worklet.ts?worker&url";

/** The rate of a telephone line. */
const lineSampleRate = 8000;

export interface Recording {
	/** From 0 to 1. */
	level(): number;
	seconds(): number;
	stop(): Promise<{ wav: Uint8Array; seconds: number }>;
	discard(): void;
}

/** Rejects with a DOMException without a microphone or permission. */
export async function recordMicrophone(): Promise<Recording> {
	if (!navigator.mediaDevices) throw new DOMException("No microphone on this page", "NotFoundError");
	const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
	const context = new AudioContext();
	try {
		await context.audioWorklet.addModule(workletUrl);
	} catch (error) {
		release(stream, context);
		throw error;
	}
	const blocks: Float32Array[] = [];
	let level = 0;
	let length = 0;
	const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0, channelCount: 1 });
	capture.port.onmessage = (event: MessageEvent<Float32Array>) => {
		blocks.push(event.data);
		length += event.data.length;
		level = Math.max(loudness(event.data), level * 0.9);
	};
	context.createMediaStreamSource(stream).connect(capture);
	await context.resume();
	const seconds = () => length / context.sampleRate;
	return {
		level: () => Math.min(1, level * 4),
		seconds,
		discard: () => release(stream, context),
		async stop() {
			release(stream, context);
			const samples = lowerSampleRate(join(blocks, length), context.sampleRate, lineSampleRate);
			return { wav: encodeWav(samples, lineSampleRate), seconds: seconds() };
		},
	};
}

function release(stream: MediaStream, context: AudioContext): void {
	for (const track of stream.getTracks()) track.stop();
	void context.close();
}

function loudness(block: Float32Array): number {
	let sum = 0;
	for (const sample of block) sum += sample * sample;
	return Math.sqrt(sum / block.length);
}

function join(blocks: Float32Array[], length: number): Float32Array {
	const joined = new Float32Array(length);
	let at = 0;
	for (const block of blocks) {
		joined.set(block, at);
		at += block.length;
	}
	return joined;
}
