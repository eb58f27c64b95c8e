import { afterEach, expect, it, vi } from "vitest";
import { recogniseDangers } from "../../../src/receptionist/recognise-dangers.ts";

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

it("asks messaging once for all that was said, and not at all when nothing was", async () => {
	const found = { kind: "fire" as const, language: "en" as const, isSure: true };
	const ask = vi.fn(async () => ({ ok: true as const, value: [null, found] }));
	const ctx = { messaging: { recogniseDangers: ask } };
	expect(await recogniseDangers(ctx, ["sales please", "the kitchen is on fire"], ["We sell ovens."])).toEqual(
		[null, found],
	);
	expect(ask).toHaveBeenCalledExactlyOnceWith(["sales please", "the kitchen is on fire"], ["We sell ovens."]);
	expect(await recogniseDangers(ctx, ["", ""], [])).toEqual([null, null]);
	expect(ask).toHaveBeenCalledTimes(1);
});

it.each([
	["is down", () => Promise.reject(new Error("down"))],
	["refuses", async () => ({ ok: false as const, error: { code: "internal" as const, message: "no" } })],
	["never answers", () => new Promise<never>(() => undefined)],
])("takes every word that may be a cry for help as one when messaging %s", async (_, answer) => {
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	vi.useFakeTimers();
	const asked = recogniseDangers(
		{ messaging: { recogniseDangers: answer } },
		["there is a fire", "billing please"],
		[],
	);
	await vi.advanceTimersByTimeAsync(1500);
	expect(await asked).toEqual([{ kind: "unnamed", language: "en", isSure: true }, null]);
});
