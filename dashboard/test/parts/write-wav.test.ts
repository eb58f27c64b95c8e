import { expect, it } from "vitest";
import { wavSampleRate, writeWav } from "../../src/parts/recorded-greeting/write-wav.ts";

it("writes 16-bit mono of 16,000 samples a second, louder sounds cut off", () => {
	const bytes = writeWav([Float32Array.of(0, 0.5, -0.5, 2, -2)], 60);
	const view = new DataView(bytes.buffer);
	expect(String.fromCharCode(...bytes.slice(0, 4), ...bytes.slice(8, 16), ...bytes.slice(36, 40))).toBe(
		"RIFFWAVEfmt data",
	);
	expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
		46, 16_000, 10,
	]);
	expect([0, 1, 2, 3, 4].map((index) => view.getInt16(44 + 2 * index, true))).toEqual([
		0, 16_384, -16_383, 32_767, -32_767,
	]);
});

it("mixes channels, and cuts off what is longer than allowed", () => {
	const long = new Float32Array(wavSampleRate * 3).fill(0.5);
	const bytes = writeWav([long, new Float32Array(long.length)], 2);
	expect(bytes.length).toBe(44 + 2 * 2 * wavSampleRate);
	expect(new DataView(bytes.buffer).getInt16(44, true)).toBe(8192);
	expect(writeWav([], 60)).toHaveLength(44);
});

it("keeps a whole minute within two megabytes", () => {
	expect(writeWav([new Float32Array(wavSampleRate * 61)], 60).length).toBeLessThan(2_000_000);
});
