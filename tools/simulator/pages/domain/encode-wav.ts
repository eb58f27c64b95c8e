const headerBytes = 44;

/** 16-bit PCM from mono samples (-1 to 1). */
export function encodeWav(samples: Float32Array, sampleRate: number): Uint8Array {
	const bytes = new Uint8Array(headerBytes + samples.length * 2);
	const view = new DataView(bytes.buffer);
	const dataBytes = samples.length * 2;
	writeAscii(view, 0, "RIFF");
	view.setUint32(4, headerBytes - 8 + dataBytes, true);
	writeAscii(view, 8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, sampleRate, true);
	view.setUint32(28, sampleRate * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	writeAscii(view, 36, "data");
	view.setUint32(40, dataBytes, true);
	samples.forEach((sample, index) => {
		const clipped = Math.max(-1, Math.min(1, sample));
		view.setInt16(headerBytes + index * 2, Math.round(clipped * (clipped < 0 ? 0x8000 : 0x7fff)), true);
	});
	return bytes;
}

export function lowerSampleRate(samples: Float32Array, from: number, to: number): Float32Array {
	if (from <= to) return samples;
	const step = from / to;
	const lowered = new Float32Array(Math.floor(samples.length / step));
	for (let index = 0; index < lowered.length; index++) {
		const start = Math.floor(index * step);
		const end = Math.min(samples.length, Math.floor((index + 1) * step));
		let sum = 0;
		for (let at = start; at < end; at++) sum += samples[at] ?? 0;
		lowered[index] = sum / (end - start);
	}
	return lowered;
}

export function toBase64(bytes: Uint8Array): string {
	// Engines limit the number of arguments.
	const chunk = 0x8000;
	let binary = "";
	for (let at = 0; at < bytes.length; at += chunk)
		binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
	return btoa(binary);
}

function writeAscii(view: DataView, at: number, text: string): void {
	for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
}
