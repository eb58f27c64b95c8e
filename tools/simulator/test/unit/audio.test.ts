import { describe, expect, it } from "vitest";
import { encodeMp3 } from "../../src/audio/encode-mp3.ts";
import { encodeTone } from "../../src/audio/encode-tone.ts";
import { makeTone } from "../../src/audio/tone.ts";
import { readWav, writeWav } from "../../src/audio/wav.ts";
import { readMp3Frames } from "../support/mp3-frames.ts";

const sid = "RE0123456789abcdef0123456789abcdef";

describe("a generated recording", () => {
	it.each([1, 3, 4, 7, 119, 3600])(
		"of %i s is an MP3 of whole frames and of that length",
		async (seconds) => {
			const frames = readMp3Frames(await encodeTone(seconds, 1, sid));
			expect(frames).toMatchObject({ sampleRate: 16_000, channels: 1, rest: 0 });
			expect(frames.seconds).toBeGreaterThanOrEqual(seconds);
			expect(frames.seconds).toBeLessThan(seconds + 0.2);
		},
	);

	it.each([1, 30])("of %i s has two channels when it was recorded so", async (seconds) => {
		const frames = readMp3Frames(await encodeTone(seconds, 2, sid));
		expect(frames).toMatchObject({ channels: 2, rest: 0 });
		expect(Math.floor(frames.seconds)).toBe(seconds);
	});

	it("is like no other", async () => {
		const files = await Promise.all([sid, `${sid.slice(0, -1)}0`].map((sid) => encodeTone(5, 1, sid)));
		expect(files[0]).not.toEqual(files[1]);
	});
});

describe("a WAV file", () => {
	it.each([1, 2] as const)("with %i channel(s) is read as it was written", (channels) => {
		const tone = makeTone(0.01, channels);
		expect(readWav(writeWav(tone))).toEqual(tone);
	});

	it.each([
		["empty", new Uint8Array()],
		["no RIFF", new TextEncoder().encode("x".repeat(64))],
		["8-bit", withByte(writeWav(makeTone(0.01, 1)), 34, 8)],
		["not PCM", withByte(writeWav(makeTone(0.01, 1)), 20, 7)],
		["six channels", withByte(writeWav(makeTone(0.01, 1)), 22, 6)],
	])("that is %s is refused", (_, bytes) => {
		expect(readWav(bytes)).toBeNull();
	});

	it("at an odd sample rate becomes an MP3 at a usual one", async () => {
		const sound = { ...makeTone(1, 1), sampleRate: 10_000 };
		expect(readMp3Frames(await encodeMp3(sound))).toMatchObject({ sampleRate: 11_025, rest: 0 });
	});
});

function withByte(bytes: Uint8Array, offset: number, value: number): Uint8Array {
	const changed = bytes.slice();
	changed[offset] = value;
	return changed;
}
