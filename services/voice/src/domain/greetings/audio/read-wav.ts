import type { AudioFile } from "./audio-file.ts";

const codings = { pcm: 1, aLaw: 6, muLaw: 7, extensible: 0xfffe };
const playable = [codings.pcm, codings.aLaw, codings.muLaw];
/** Written where a length was not known yet. */
const unknownLength = 0xffffffff;

const damaged: AudioFile = { ok: false, reason: "This WAV file is damaged." };

export function isWav(bytes: Uint8Array): boolean {
	return nameAt(bytes, 0) === "RIFF" && nameAt(bytes, 8) === "WAVE";
}

/** Counts the samples that are there, whatever the header promises. */
export function readWav(bytes: Uint8Array): AudioFile {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let format: Format | null = null;
	for (let at = 12; at + 8 <= bytes.length; ) {
		const name = nameAt(bytes, at);
		const length = view.getUint32(at + 4, true);
		const start = at + 8;
		if (name === "fmt ") {
			format = readFormat(view, start, Math.min(length, bytes.length - start));
			if (format === null) return damaged;
		}
		if (name === "data") return format === null ? damaged : measure(format, length, bytes.length - start);
		// A chunk of odd length is padded with a byte.
		at = start + length + (length % 2);
	}
	return damaged;
}

interface Format {
	coding: number;
	frameBytes: number;
	framesPerSecond: number;
}

function readFormat(view: DataView, start: number, length: number): Format | null {
	if (length < 16) return null;
	const named = view.getUint16(start, true);
	const coding = named === codings.extensible && length >= 26 ? view.getUint16(start + 24, true) : named;
	const channels = view.getUint16(start + 2, true);
	const framesPerSecond = view.getUint32(start + 4, true);
	const frameBytes = view.getUint16(start + 12, true);
	const bits = view.getUint16(start + 14, true);
	const isWhole = channels > 0 && framesPerSecond > 0 && frameBytes > 0;
	const isPlain = !playable.includes(coding) || frameBytes === channels * Math.ceil(bits / 8);
	return isWhole && isPlain ? { coding, frameBytes, framesPerSecond } : null;
}

function measure({ coding, frameBytes, framesPerSecond }: Format, length: number, left: number): AudioFile {
	if (!playable.includes(coding)) {
		return {
			ok: false,
			reason: "Telephones cannot play how this WAV file is coded: save it as PCM, or as MP3.",
		};
	}
	const bytes = length === unknownLength ? left : Math.min(length, left);
	return { ok: true, type: "wav", seconds: Math.floor(bytes / frameBytes) / framesPerSecond };
}

function nameAt(bytes: Uint8Array, at: number): string {
	return String.fromCharCode(...bytes.subarray(at, at + 4));
}
