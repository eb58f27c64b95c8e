export interface Pcm {
	sampleRate: number;
	channels: Int16Array[];
}

const headerBytes = 44;

export function isPcmWav(bytes: Uint8Array): boolean {
	return readWav(bytes) !== null;
}

/** Null for anything but 16-bit PCM in a RIFF/WAVE file. */
export function readWav(bytes: Uint8Array): Pcm | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const name = (offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));
	if (bytes.length < headerBytes || name(0) !== "RIFF" || name(8) !== "WAVE") return null;
	let format: { channels: number; sampleRate: number } | null = null;
	for (let offset = 12; offset + 8 <= bytes.length; ) {
		const length = view.getUint32(offset + 4, true);
		const start = offset + 8;
		if (name(offset) === "fmt " && start + 16 <= bytes.length) {
			const channels = view.getUint16(start + 2, true);
			const isPcm = view.getUint16(start, true) === 1 && view.getUint16(start + 14, true) === 16;
			if (!isPcm || channels < 1 || channels > 2) return null;
			format = { channels, sampleRate: view.getUint32(start + 4, true) };
		}
		if (name(offset) === "data" && format) {
			return split(view, start, Math.min(length, bytes.length - start), format);
		}
		offset = start + length + (length % 2);
	}
	return null;
}

export function writeWav({ sampleRate, channels }: Pcm): Uint8Array {
	const [left = new Int16Array()] = channels;
	const dataBytes = left.length * channels.length * 2;
	const bytes = new Uint8Array(headerBytes + dataBytes);
	const view = new DataView(bytes.buffer);
	const write = (offset: number, text: string) => bytes.set(new TextEncoder().encode(text), offset);
	write(0, "RIFF");
	view.setUint32(4, headerBytes - 8 + dataBytes, true);
	write(8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, channels.length, true);
	view.setUint32(24, sampleRate, true);
	view.setUint32(28, sampleRate * channels.length * 2, true);
	view.setUint16(32, channels.length * 2, true);
	view.setUint16(34, 16, true);
	write(36, "data");
	view.setUint32(40, dataBytes, true);
	for (const [channel, samples] of channels.entries()) {
		for (const [index, sample] of samples.entries()) {
			view.setInt16(headerBytes + (index * channels.length + channel) * 2, sample, true);
		}
	}
	return bytes;
}

function split(
	view: DataView,
	start: number,
	length: number,
	{ channels, sampleRate }: { channels: number; sampleRate: number },
): Pcm {
	const frames = Math.floor(length / (channels * 2));
	const sample = (frame: number, channel: number) =>
		view.getInt16(start + (frame * channels + channel) * 2, true);
	return {
		sampleRate,
		channels: Array.from({ length: channels }, (_, channel) =>
			Int16Array.from({ length: frames }, (_, frame) => sample(frame, channel)),
		),
	};
}
