/** Thousands of bits a second, by index, of layer III (ISO 11172-3, 2.4.2.3; ISO 13818-3, 2.4.2.3). */
const bitrates = {
	1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
/** Version 1. Version 2 has half of them, version 2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000];

/** Minimum share of frames among the bytes that are no tag: elsewhere some bytes look like a frame by chance. */
const framesShareMin = 0.5;

interface Frame {
	bytes: number;
	samples: number;
	sampleRate: number;
	version: number;
}

/** Seconds of an MP3, by walking its frames: headers of variable bitrates lie. Null when it is none. */
export function readMp3Seconds(file: Uint8Array): number | null {
	const bytes = file.subarray(skipLeadingTags(file), endOfSound(file));
	let seconds = 0;
	let framed = 0;
	let count = 0;
	let at = 0;
	while (at + 4 <= bytes.length) {
		const frame = frameAt(bytes, at);
		const isTrusted = frame !== null && (count > 0 || isFollowed(bytes, at, frame));
		if (!frame || !isTrusted || at + frame.bytes > bytes.length) {
			const next = findFrame(bytes, at + 1);
			if (next === null) break;
			at = next;
			continue;
		}
		if (count > 0 || !isSummary(bytes, at)) seconds += frame.samples / frame.sampleRate;
		count += 1;
		framed += frame.bytes;
		at += frame.bytes;
	}
	return count > 0 && framed >= framesShareMin * bytes.length ? seconds : null;
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
	const second = bytes[at + 1] ?? 0;
	const third = bytes[at + 2] ?? 0;
	const isLayer3 = (second & 0b110) === 0b010;
	if (bytes[at] !== 0xff || (second & 0xe0) !== 0xe0 || !isLayer3) return null;
	const version = [2.5, null, 2, 1][(second >> 3) & 0b11] ?? null;
	const rate = sampleRates[(third >> 2) & 0b11];
	if (version === null || rate === undefined) return null;
	const bitrate = bitrates[version === 1 ? 1 : 2][third >> 4] ?? 0;
	if (bitrate === 0) return null;
	const sampleRate = rate / { 1: 1, 2: 2, 2.5: 4 }[version as 1 | 2 | 2.5];
	const samples = version === 1 ? 1152 : 576;
	const padding = (third >> 1) & 1;
	const frameBytes = Math.floor((samples / 8) * ((bitrate * 1000) / sampleRate)) + padding;
	return { bytes: frameBytes, samples, sampleRate, version };
}

function isFollowed(bytes: Uint8Array, at: number, frame: Frame): boolean {
	const end = at + frame.bytes;
	const next = frameAt(bytes, end);
	if (next === null) return end === bytes.length;
	return next.version === frame.version && next.sampleRate === frame.sampleRate;
}

function findFrame(bytes: Uint8Array, from: number): number | null {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const frame = frameAt(bytes, at);
		if (frame && isFollowed(bytes, at, frame)) return at;
	}
	return null;
}

/** The first frame of many files holds a table for players, and no sound. */
function isSummary(bytes: Uint8Array, at: number): boolean {
	return /Xing|Info|VBRI/.test(textAt(bytes, at + 4, 40));
}

/** ID3v2, whose length is four times seven bits. */
function skipLeadingTags(bytes: Uint8Array): number {
	let at = 0;
	while (textAt(bytes, at, 3) === "ID3") {
		const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 5, at + 10);
		const footer = flags & 0x10 ? 10 : 0;
		at += 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f) + footer;
	}
	return Math.min(at, bytes.length);
}

/** ID3v1 is the last 128 bytes of many files. */
function endOfSound(bytes: Uint8Array): number {
	return textAt(bytes, bytes.length - 128, 3) === "TAG" ? bytes.length - 128 : bytes.length;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
	return at < 0 ? "" : String.fromCharCode(...bytes.subarray(at, at + length));
}
