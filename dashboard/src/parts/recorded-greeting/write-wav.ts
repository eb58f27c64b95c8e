/** Twice the telephone's rate, to lose nothing. One minute is 1.92 MB. */
export const wavSampleRate = 16_000;

const headerBytes = 44;
const sampleBytes = 2;
const loudest = 0x7fff;

/** Mono, 16 bits, `wavSampleRate` samples per second. Cut off after `secondsMax`. */
export function writeWav(channels: readonly Float32Array[], secondsMax: number): Uint8Array<ArrayBuffer> {
	const count = Math.min(channels[0]?.length ?? 0, secondsMax * wavSampleRate);
	const view = new DataView(new ArrayBuffer(headerBytes + count * sampleBytes));
	writeText(view, 0, "RIFF");
	view.setUint32(4, view.byteLength - 8, true);
	writeText(view, 8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	// PCM, one channel.
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, wavSampleRate, true);
	view.setUint32(28, wavSampleRate * sampleBytes, true);
	view.setUint16(32, sampleBytes, true);
	view.setUint16(34, sampleBytes * 8, true);
	writeText(view, 36, "data");
	view.setUint32(40, count * sampleBytes, true);
	for (let index = 0; index < count; index++) {
		const sum = channels.reduce((total, channel) => total + (channel[index] ?? 0), 0);
		const sample = Math.max(-1, Math.min(1, sum / channels.length));
		view.setInt16(headerBytes + index * sampleBytes, Math.round(sample * loudest), true);
	}
	return new Uint8Array(view.buffer);
}

function writeText(view: DataView, at: number, text: string): void {
	for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0));
}
