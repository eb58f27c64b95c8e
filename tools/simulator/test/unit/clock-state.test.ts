import { describe, expect, it } from "vitest";
import { type ClockState, clockAt, restingClock, speedOf, withLease } from "../../src/clock/clock-state.ts";

const start = 1_000_000;

function leased(...leases: [holder: string, speed: number, endsAfterMilliseconds: number][]): ClockState {
	const state = { ...restingClock(start), speed: 5 };
	return leases.reduce(
		(before, [holder, speed, endsAfterMilliseconds]) =>
			withLease(before, { holder, speed, endsAtMs: start + endsAfterMilliseconds }),
		state,
	);
}

describe("a clock with leases", () => {
	it("counts a lease until its end and the lasting speed from there", () => {
		const state = leased(["page", 0.01, 1000]);
		expect(clockAt(state, start + 999)).toMatchObject({ networkMs: 9.99 });
		expect(speedOf(clockAt(state, start + 999))).toBe(0.01);
		expect(speedOf(clockAt(state, start + 1000))).toBe(5);
		expect(clockAt(state, start + 3000).networkMs).toBeCloseTo(10 + 2000 * 5);
	});

	it("goes at the speed of the latest lease that still runs", () => {
		const state = leased(["one", 0.5, 3000], ["two", 0.1, 1000]);
		expect(clockAt(state, start + 4000).networkMs).toBeCloseTo(100 + 2000 * 0.5 + 1000 * 5);
	});

	it("is not run backwards by a machine whose own clock was set back", () => {
		const state = { ...leased(["page", 0.01, 1000]), realMs: start + 2000, networkMs: 70 };
		expect(clockAt(state, start + 2000)).toMatchObject({ networkMs: 70, leases: [] });
	});

	it("has one lease for each holder", () => {
		expect(leased(["page", 0.1, 500], ["page", 0.2, 900]).leases).toEqual([
			{ holder: "page", speed: 0.2, endsAtMs: start + 900 },
		]);
	});
});
