const bitratesMpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitratesMpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const sampleRates = [44_100, 48_000, 32_000];

/** `rest` is the number of bytes outside of frames. */
export function readMp3Frames(bytes: Uint8Array): {
	frames: number;
	seconds: number;
	sampleRate: number;
	channels: number;
	rest: number;
} {
	let [offset, frames, seconds, sampleRate, channels] = [0, 0, 0, 0, 0];
	while (offset + 4 <= bytes.length) {
		const [sync = 0, kind = 0, rates = 0, mode = 0] = bytes.subarray(offset, offset + 4);
		// 11 bits of sync, then version (3 = MPEG-1, 2 = MPEG-2, 0 = MPEG-2.5) and layer (1 = III).
		if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || ((kind >> 1) & 3) !== 1) break;
		const version = (kind >> 3) & 3;
		const isMpeg1 = version === 3;
		const bitrate = (isMpeg1 ? bitratesMpeg1 : bitratesMpeg2)[rates >> 4] ?? 0;
		sampleRate = (sampleRates[(rates >> 2) & 3] ?? 0) / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
		const samples = isMpeg1 ? 1152 : 576;
		const length = Math.floor((samples / 8) * ((bitrate * 1000) / sampleRate)) + ((rates >> 1) & 1);
		if (!bitrate || offset + length > bytes.length) break;
		channels = mode >> 6 === 3 ? 1 : 2;
		frames += 1;
		seconds += samples / sampleRate;
		offset += length;
	}
	return { frames, seconds, sampleRate, channels, rest: bytes.length - offset };
}
