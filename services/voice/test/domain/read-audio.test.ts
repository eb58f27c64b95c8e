import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAudio } from "../../src/domain/greetings/audio/read-audio.ts";
import { chunkOf, framesOf, id3Of, joined, mp3Of, slowMp3Of, summaryOf, textOf, wavOf } from "./sounds.ts";

const secondsOf = (bytes: Uint8Array) => {
	const file = readAudio(bytes);
	return file.ok ? [file.type, Math.round(file.seconds * 1000) / 1000] : file.reason;
};
const neither = "This is neither an MP3 nor a WAV file.";
const silence = "This file holds no sound.";

describe("a WAV file", () => {
	it.each([
		["8 kHz mono", wavOf({ seconds: 1.5 }), 1.5],
		["44.1 kHz stereo", wavOf({ seconds: 0.25, sampleRate: 44_100, channels: 2 }), 0.25],
		["8 bits", wavOf({ seconds: 3, bits: 8 }), 3],
		["24 bits", wavOf({ seconds: 0.5, bits: 24, channels: 2 }), 0.5],
		["µ-law", wavOf({ seconds: 2, bits: 8, coding: 7 }), 2],
		["PCM by its extension", wavOf({ seconds: 1, coding: 0xfffe }), 1],
		["a chunk of odd length before the sound", wavOf({ between: chunkOf("LIST", textOf("abc")) }), 1],
		["a chunk behind it", joined(wavOf(), chunkOf("LIST", textOf("abc"))), 1],
		["an unknown length", wavOf({ promised: 0xffffffff }), 1],
		["more promised than there is", wavOf({ promised: 16_000_000 }), 1],
		["less promised than there is", wavOf({ promised: 8000 }), 0.5],
	])("lasts what its samples last: %s", (_what, bytes, seconds) => {
		expect(secondsOf(bytes)).toEqual(["wav", seconds]);
	});

	it("is refused without sound, cut off, and in a coding that telephones do not know", () => {
		expect(secondsOf(wavOf({ seconds: 0 }))).toBe(silence);
		for (const bytes of [12, 15, 30, 40]) expect(secondsOf(wavOf().slice(0, bytes))).toContain("damaged");
		expect(secondsOf(wavOf({ coding: 3, bits: 32 }))).toContain("save it as PCM");
		expect(secondsOf(wavOf({ sampleRate: 0 }))).toContain("damaged");
		expect(secondsOf(wavOf({ channels: 0 }))).toContain("damaged");
	});
});

describe("an MP3 file", () => {
	const frame = 1152 / 44_100;
	const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;

	it.each([
		["of constant bitrate", mp3Of([9, 9, 9, 9]), 4 * frame],
		["of variable bitrate", mp3Of([1, 14, 5, 9, 2]), 5 * frame],
		["of variable bitrate, with a table", joined(summaryOf("Xing"), mp3Of([1, 14, 5])), 3 * frame],
		["with an encoder's table", joined(summaryOf("Info"), mp3Of([9, 9])), 2 * frame],
		["with ID3v2", joined(id3Of(2000), mp3Of([9, 9, 9])), 3 * frame],
		["with ID3v2 twice", joined(id3Of(200), id3Of(300), mp3Of([9, 9, 9])), 3 * frame],
		["with ID3v1", joined(mp3Of([9, 9]), textOf("TAG"), new Uint8Array(125)), 2 * frame],
		["of 8 kHz", slowMp3Of(10), 10 * 0.072],
		["with rubbish between frames", joined(mp3Of([9, 9]), new Uint8Array(100), mp3Of([9, 9])), 4 * frame],
		["cut off in its last frame", mp3Of([9, 9, 9]).slice(0, -10), 2 * frame],
		["of one frame", mp3Of([9]), frame],
	])("lasts what its frames last: %s", (_what, bytes, seconds) => {
		expect(secondsOf(bytes)).toEqual(["mp3", rounded(seconds)]);
	});

	it("lasts a minute by a minute of frames", () => {
		expect(secondsOf(mp3Of(framesOf(60)))).toEqual(["mp3", rounded(framesOf(60).length * frame)]);
	});

	it("is refused when it is a table and no sound", () => {
		expect(secondsOf(summaryOf("Xing"))).toBe(silence);
	});
});

describe("anything else", () => {
	it.each([
		["nothing", new Uint8Array()],
		["one byte", Uint8Array.of(0xff)],
		["a tag alone", id3Of(100)],
		["a tag longer than the file", id3Of(5000).slice(0, 100)],
		["a text", textOf("<html>This is a page.</html>")],
		["an Ogg file", joined(textOf("OggS"), new Uint8Array(5000))],
		["an MP2", joined(Uint8Array.of(0xff, 0xfd, 0x90, 0xc0), new Uint8Array(500))],
		["bytes of ones", new Uint8Array(100_000).fill(0xff)],
		["a RIFF of pictures", joined(textOf("RIFF"), new Uint8Array(4), textOf("WEBP"), new Uint8Array(900))],
		["a frame in a text", joined(textOf("a".repeat(900)), mp3Of([9]), textOf("a".repeat(900)))],
	])("is neither: %s", (_what, bytes) => {
		expect(secondsOf(bytes)).toBe(neither);
	});

	it("never throws, and never takes chance for sound", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
				const file = readAudio(bytes);
				if (file.ok) expect(file.seconds).toBeGreaterThan(0);
				expect(readAudio(joined(wavOf().slice(0, 12), bytes))).toBeDefined();
				expect(readAudio(joined(mp3Of([9, 9]), bytes))).toBeDefined();
			}),
		);
	});

	it("costs little even where every byte may begin a frame", () => {
		const bytes = new Uint8Array(2_000_000);
		for (let at = 0; at < bytes.length; at += 4) bytes.set([0xff, 0xfb, 0x90, 0xc0], at);
		const startedAt = performance.now();
		readAudio(bytes);
		expect(performance.now() - startedAt).toBeLessThan(3000);
	});
});
