import { describe, expect, it } from "vitest";
import { encodeWav, lowerSampleRate, toBase64 } from "../../../pages/domain/encode-wav.ts";

const ascii = (bytes: Uint8Array, from: number, to: number) =>
	String.fromCharCode(...bytes.subarray(from, to));

describe("encodeWav", () => {
	const bytes = encodeWav(new Float32Array([0, 1, -1, 0.5, 2, -2]), 8000);
	const view = new DataView(bytes.buffer);

	it("writes the header of a 16-bit mono file", () => {
		expect(ascii(bytes, 0, 4)).toBe("RIFF");
		expect(view.getUint32(4, true)).toBe(bytes.length - 8);
		expect(ascii(bytes, 8, 16)).toBe("WAVEfmt ");
		expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 2, 16]);
		expect(view.getUint32(24, true)).toBe(8000);
		expect(view.getUint32(28, true)).toBe(16_000);
		expect(ascii(bytes, 36, 40)).toBe("data");
		expect(view.getUint32(40, true)).toBe(12);
	});

	it("scales samples to the whole range and clips what lies beyond", () => {
		const samples = [0, 1, 2, 3, 4, 5].map((index) => view.getInt16(44 + index * 2, true));
		expect(samples).toEqual([0, 32_767, -32_768, 16_384, 32_767, -32_768]);
	});

	it("makes a file without sound out of no samples", () => {
		expect(encodeWav(new Float32Array(0), 8000)).toHaveLength(44);
	});
});

describe("lowerSampleRate", () => {
	it("averages the samples that fall together", () => {
		const lowered = lowerSampleRate(new Float32Array([0, 1, 0.5, 0.5, -1, -1]), 16_000, 8000);
		expect([...lowered]).toEqual([0.5, 0.5, -1]);
	});

	it("keeps the length in seconds when the rates do not divide", () => {
		expect(lowerSampleRate(new Float32Array(44_100), 44_100, 8000)).toHaveLength(8000);
	});

	it("leaves a rate that is low enough", () => {
		const samples = new Float32Array([0.1, 0.2]);
		expect(lowerSampleRate(samples, 8000, 8000)).toBe(samples);
	});
});

describe("toBase64", () => {
	it("encodes more bytes than a function takes arguments", () => {
		const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 256);
		expect(Uint8Array.from(atob(toBase64(bytes)), (character) => character.charCodeAt(0))).toEqual(bytes);
	});
});
