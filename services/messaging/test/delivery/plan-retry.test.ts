import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { describe, expect, it } from "vitest";
import { isTooOld, planRetry, type RefusedText } from "../../src/delivery/plan-retry.ts";

const now = new Date("2026-11-20T18:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const text = (changes: Partial<RefusedText> = {}): RefusedText => ({
	author: "person",
	createdAt: now,
	attempts: 1,
	limitedAttempts: 0,
	ageMaxMilliseconds: null,
	...changes,
});

/** Null: no further attempt. */
function secondsUntil(code: number, changes: Partial<RefusedText> = {}): number | null {
	const at = planRetry(text(changes), explainMessageError(code), 15, now);
	return at && (at.getTime() - now.getTime()) / 1000;
}

describe("a text that the carrier refuses for now", () => {
	it.each([
		["the first time", 21611, {}, 600],
		["again, after twice the time", 21611, { attempts: 5 }, 600],
		["for its rate", 20429, { attempts: 4 }, 120],
		["for the last time", 21611, { attempts: 6 }, null],
		["a day after it was written", 21611, { createdAt: hoursAgo(23.9) }, null],
		["for a registration that takes an hour", 30035, {}, 3600],
	])("%s", (_when, code, changes, seconds) => {
		expect(secondsUntil(code, changes)).toBe(seconds);
	});
});

describe("a text that meets a daily limit", () => {
	it.each([63038, 30023, 30027])(
		"(%i) is handed over again soon, then every hour, and not counted",
		(code) => {
			const waits = Array.from({ length: 12 }, (_, index) => secondsUntil(code, { attempts: index + 1 }));
			expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
		},
	);

	it.each([
		["a day later", 24, 3600],
		["two days later", 48, 3600],
		["as long as three days, to the hour", 71, 3600],
		["no longer than that", 71.1, null],
	])("%s", (_when, hours, seconds) => {
		expect(secondsUntil(63038, { createdAt: hoursAgo(hours), attempts: 30, limitedAttempts: 30 })).toBe(
			seconds,
		);
	});

	it("has all its other attempts afterwards, and is not too old for them", () => {
		const held = { createdAt: hoursAgo(26), limitedAttempts: 30 };
		expect(secondsUntil(21611, { ...held, attempts: 1 })).toBeGreaterThan(0);
		expect(secondsUntil(21611, { ...held, attempts: 6 })).toBeNull();
		expect(isTooOld(text(held), false, now)).toBe(false);
		expect(isTooOld(text({ ...held, limitedAttempts: 0 }), false, now)).toBe(true);
		expect(isTooOld(text({ ...held, limitedAttempts: 0 }), true, now)).toBe(false);
	});

	it.each(["assistant", "system"] as const)(
		"is not sent hours later when it is an automatic answer (%s)",
		(author) => {
			expect(secondsUntil(63038, { author })).toBeNull();
			expect(secondsUntil(30035, { author })).toBeNull();
			expect(secondsUntil(21611, { author })).toBe(600);
		},
	);

	it("is a campaign's: the campaign repeats it", () => {
		expect(secondsUntil(63038, { author: "campaign", attempts: 40 })).toBe(3600);
	});

	it("does not go out after its own time, such as the confirmation of an opt-out", () => {
		const ageMaxMilliseconds = 300_000;
		expect(secondsUntil(20429, { author: "person", ageMaxMilliseconds })).toBe(30);
		expect(secondsUntil(21611, { author: "person", ageMaxMilliseconds })).toBeNull();
	});
});
