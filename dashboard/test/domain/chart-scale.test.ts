import { expect, it } from "vitest";
import { levelOf, scaleOf } from "../../src/domain/chart-scale.ts";

it.each([
	[0, 1],
	[1, 1],
	[3, 3],
	[44, 60],
	[97, 100],
	[1234, 1500],
])("finds a round top for %d", (most, top) => {
	const scale = scaleOf(most);
	expect(scale.top).toBe(top);
	expect(scale.lines[0]).toBe(0);
	expect(scale.lines.at(-1)).toBe(top);
	expect(scale.lines.every(Number.isInteger)).toBe(true);
});

it("gives what is there a shade, however little", () => {
	expect(levelOf(0, 100, 5)).toBe(0);
	expect(levelOf(1, 100, 5)).toBe(1);
	expect(levelOf(100, 100, 5)).toBe(5);
	expect(levelOf(5, 0, 5)).toBe(0);
});
