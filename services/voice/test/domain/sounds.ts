interface WavOptions {
	seconds?: number;
	sampleRate?: number;
	channels?: number;
	bits?: number;
	coding?: number;
	/** The length that the header claims; left out: the truth. */
	promised?: number;
	between?: Uint8Array;
}

export function wavOf(options: WavOptions = {}): Uint8Array {
	const { seconds = 1, sampleRate = 8000, channels = 1, bits = 16, coding = 1 } = options;
	const frameBytes = channels * Math.ceil(bits / 8);
	const samples = new Uint8Array(Math.round(seconds * sampleRate) * frameBytes);
	const between = options.between ?? new Uint8Array();
	const format = new DataView(new ArrayBuffer(coding === 0xfffe ? 40 : 16));
	format.setUint16(0, coding, true);
	format.setUint16(2, channels, true);
	format.setUint32(4, sampleRate, true);
	format.setUint32(8, sampleRate * frameBytes, true);
	format.setUint16(12, frameBytes, true);
	format.setUint16(14, bits, true);
	if (coding === 0xfffe) format.setUint16(24, 1, true);
	const chunks = joined(
		chunkOf("fmt ", new Uint8Array(format.buffer)),
		between,
		chunkOf("data", samples, options.promised),
	);
	return joined(textOf("RIFF"), lengthOf(chunks.length + 4), textOf("WAVE"), chunks);
}

export function chunkOf(name: string, content: Uint8Array, promised = content.length): Uint8Array {
	return joined(textOf(name), lengthOf(promised), content, new Uint8Array(content.length % 2));
}

/** `bitrates` are indexes: 9 is 128 kbit/s. Frames of 44,100 samples a second, mono. */
export function mp3Of(bitrates: readonly number[]): Uint8Array {
	const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
	return joined(
		...bitrates.map((index) => {
			const frame = new Uint8Array(Math.floor((144 * (kilobits[index] ?? 0) * 1000) / 44_100));
			frame.set([0xff, 0xfb, index << 4, 0xc0]);
			return frame;
		}),
	);
}

export function slowMp3Of(count: number): Uint8Array {
	const frame = new Uint8Array(144);
	frame.set([0xff, 0xe3, 0x28, 0xc0]);
	return joined(...Array.from({ length: count }, () => frame));
}

export function framesOf(seconds: number): number[] {
	return Array.from({ length: Math.round((seconds * 44_100) / 1152) }, () => 9);
}

export function id3Of(bytes: number): Uint8Array {
	const length = [bytes >> 21, bytes >> 14, bytes >> 7, bytes].map((part) => part & 0x7f);
	// The picture of a cover may look like frames.
	return joined(textOf("ID3"), Uint8Array.of(4, 0, 0, ...length), new Uint8Array(bytes).fill(0xff));
}

export function summaryOf(name: string): Uint8Array {
	const frame = mp3Of([9]);
	frame.set(textOf(name), 21);
	return frame;
}

export function textOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function lengthOf(bytes: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(4));
	view.setUint32(0, bytes, true);
	return new Uint8Array(view.buffer);
}
