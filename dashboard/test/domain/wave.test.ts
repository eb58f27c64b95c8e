import { expect, it } from "vitest";
import { outlineOf, wavePath } from "../../src/domain/wave.ts";

it("finds the loudest of each of 96 stretches, and makes the loudest of all 1", () => {
	const samples = new Float32Array(192);
	samples[1] = -0.25;
	samples[2] = 0.5;
	expect(outlineOf(samples).slice(0, 3)).toEqual([0.5, 1, 0]);
	expect(outlineOf(samples)).toHaveLength(96);
});

it("is 0 where nothing is", () => {
	const silence = new Array(96).fill(0);
	expect(outlineOf(new Float32Array(0))).toEqual(silence);
	expect(outlineOf(new Float32Array(10_000))).toEqual(silence);
	expect(outlineOf(new Float32Array([0.5])).slice(0, 2)).toEqual([1, 0]);
});

it("looks into minutes of sound as well", () => {
	expect(outlineOf(new Float32Array(48_000 * 180).fill(0.5))).toEqual(new Array(96).fill(1));
});

it("draws a bar for each stretch, and a line before there are any", () => {
	expect(wavePath(new Array(96).fill(0.5)).match(/M/g)).toHaveLength(96);
	expect(wavePath(null).match(/M/g)).toHaveLength(1);
});
