import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawAgainWithin } from "../../src/state/draw-again.ts";
import { onChange } from "../../src/state/store.ts";

let drawn = 0;
let draw = () => {};
onChange(() => {
	drawn++;
	draw();
});

beforeEach(() => {
	vi.useFakeTimers();
	drawn = 0;
});
afterEach(() => vi.useRealTimers());

it("draws again as often as the most impatient view wants, and no longer than it is there", async () => {
	draw = () => {
		drawAgainWithin(30_000);
		drawAgainWithin(1000);
	};
	draw();
	await vi.advanceTimersByTimeAsync(3500);
	expect(drawn).toBe(3);

	draw = () => drawAgainWithin(30_000);
	await vi.advanceTimersByTimeAsync(31_000);
	expect(drawn).toBe(5);

	draw = () => {};
	await vi.advanceTimersByTimeAsync(120_000);
	expect(drawn).toBe(6);
});
