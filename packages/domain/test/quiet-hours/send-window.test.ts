import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaCodeZones } from "../../src/quiet-hours/area-code-zones.ts";
import { mayMarketAt, nextOpening } from "../../src/quiet-hours/send-window.ts";
import { stateZones } from "../../src/quiet-hours/state-zones.ts";
import { listMinutes, showTime } from "./clock-oracle.ts";

const numberIn = (areaCode: string) => ({ number: `+1${areaCode}5550100` });
const isAllowed = (areaCode: string, instant: string) =>
	mayMarketAt(numberIn(areaCode), new Date(instant)).allowed;
const opensAt = (recipient: Parameters<typeof mayMarketAt>[0], instant: string) =>
	nextOpening(recipient, new Date(instant)).toISOString();

describe("the federal window", () => {
	it.each([
		{
			season: "winter",
			shut: "2026-01-15T12:59:59.999Z",
			open: "2026-01-15T13:00:00Z",
			lastOpen: "2026-01-16T01:59:59.999Z",
			shutAgain: "2026-01-16T02:00:00Z",
		},
		{
			season: "summer",
			shut: "2026-07-15T11:59:59.999Z",
			open: "2026-07-15T12:00:00Z",
			lastOpen: "2026-07-16T00:59:59.999Z",
			shutAgain: "2026-07-16T01:00:00Z",
		},
	])("opens at 8:00 and closes at 21:00 in New York in $season", ({ shut, open, lastOpen, shutAgain }) => {
		expect(isAllowed("212", shut)).toBe(false);
		expect(isAllowed("212", open)).toBe(true);
		expect(isAllowed("212", lastOpen)).toBe(true);
		expect(isAllowed("212", shutAgain)).toBe(false);
		expect(opensAt(numberIn("212"), shut)).toBe(new Date(open).toISOString());
	});

	it("answers with the instant itself while it is open", () => {
		const instant = new Date("2026-07-15T15:00:12.345Z");
		expect(nextOpening(numberIn("212"), instant)).toEqual(instant);
		expect(mayMarketAt(numberIn("212"), instant)).toEqual({ allowed: true });
	});
});

const nights: [string, string, string][] = [
	["spring of 2026", "2026-03-07T18:00:00Z", "2026-03-09T22:00:00Z"],
	["autumn of 2026", "2026-10-31T18:00:00Z", "2026-11-02T22:00:00Z"],
	["spring of 2027", "2027-03-13T18:00:00Z", "2027-03-15T22:00:00Z"],
	["autumn of 2027", "2027-11-06T18:00:00Z", "2027-11-08T22:00:00Z"],
];

const places: [string, string, string[]][] = [
	["New York", "212", ["America/New_York"]],
	["Chicago", "312", ["America/Chicago"]],
	["Denver", "303", ["America/Denver"]],
	["Phoenix", "602", ["America/Phoenix"]],
	["the Navajo Nation and its neighbours", "928", ["America/Phoenix", "America/Denver"]],
	["Los Angeles", "213", ["America/Los_Angeles"]],
	["Indianapolis", "317", ["America/Indiana/Indianapolis"]],
	["Evansville, Indiana", "812", ["America/Indiana/Indianapolis", "America/Chicago"]],
	["South Dakota", "605", ["America/Chicago", "America/Denver"]],
	["Alaska", "907", ["America/Anchorage", "America/Adak"]],
	["Hawaii", "808", ["Pacific/Honolulu"]],
	["Puerto Rico", "787", ["America/Puerto_Rico"]],
	["Guam", "671", ["Pacific/Guam"]],
	["American Samoa", "684", ["Pacific/Pago_Pago"]],
];

describe("nights on which clocks change", () => {
	for (const [night, from, until] of nights) {
		it.each(places)(`follows the clocks of %s minute by minute in ${night}`, (_place, areaCode, zones) => {
			const minutes = [...listMinutes(from, until)];
			const open = minutes.map((minute) =>
				zones.every((zone) => {
					const { hour } = showTime(zone, minute);
					return hour >= 8 && hour < 21;
				}),
			);
			let next: Date | undefined;
			for (let at = minutes.length - 1; at >= 0; at--) {
				const minute = minutes[at] ?? new Date(Number.NaN);
				const window = mayMarketAt(numberIn(areaCode), minute);
				if (window.allowed !== open[at]) throw new Error(`Wrong at ${minute.toISOString()}`);
				if (window.allowed) next = minute;
				else if (next && window.opensAt.getTime() !== next.getTime()) {
					throw new Error(`At ${minute.toISOString()} opens at ${window.opensAt.toISOString()}`);
				}
			}
			expect(open).toContain(true);
			expect(open).toContain(false);
		});
	}
});

describe("the windows of states", () => {
	it("closes Florida at 20:00, and where it lies in two zones opens by the later and closes by the earlier", () => {
		expect(isAllowed("305", "2026-07-15T23:59:00Z")).toBe(true);
		expect(isAllowed("305", "2026-07-16T00:00:00Z")).toBe(false);
		expect(isAllowed("850", "2026-07-15T12:59:00Z")).toBe(false);
		expect(isAllowed("850", "2026-07-15T13:00:00Z")).toBe(true);
		expect(isAllowed("850", "2026-07-16T00:00:00Z")).toBe(false);
		expect(opensAt(numberIn("850"), "2026-07-16T00:00:00Z")).toBe("2026-07-16T13:00:00.000Z");
	});

	it("opens Texas at 9:00, on Sundays at noon", () => {
		expect(opensAt(numberIn("214"), "2026-11-21T06:00:00Z")).toBe("2026-11-21T15:00:00.000Z");
		expect(opensAt(numberIn("214"), "2026-11-22T03:00:00Z")).toBe("2026-11-22T18:00:00.000Z");
		expect(isAllowed("214", "2026-11-22T17:59:00Z")).toBe(false);
		expect(isAllowed("214", "2026-11-23T02:59:00Z")).toBe(true);
		expect(opensAt(numberIn("214"), "2026-11-23T03:00:00Z")).toBe("2026-11-23T15:00:00.000Z");
		expect(opensAt(numberIn("915"), "2026-11-22T10:00:00Z")).toBe("2026-11-22T19:00:00.000Z");
	});

	it("keeps Rhode Island's weekend", () => {
		expect(isAllowed("401", "2026-11-20T22:59:00Z")).toBe(true);
		expect(isAllowed("401", "2026-11-20T23:00:00Z")).toBe(false);
		expect(opensAt(numberIn("401"), "2026-11-20T23:00:00Z")).toBe("2026-11-21T15:00:00.000Z");
		expect(isAllowed("401", "2026-11-21T22:00:00Z")).toBe(false);
	});

	it("opens Texas at noon of the Sunday on which clocks change", () => {
		expect(opensAt(numberIn("214"), "2026-03-08T04:00:00Z")).toBe("2026-03-08T17:00:00.000Z");
		expect(opensAt(numberIn("214"), "2026-11-01T04:00:00Z")).toBe("2026-11-01T18:00:00.000Z");
	});

	it("says the rule in words that are the same at every minute of the same night", () => {
		const rule = (instant: string) => {
			const window = mayMarketAt(numberIn("214"), new Date(instant));
			return window.allowed ? null : window.rule;
		};
		expect(rule("2026-11-22T03:00:00Z")).toBe(
			"quiet hours of Texas: marketing texts only Monday to Saturday from 9:00 to 21:00, Sunday from 12:00 to 21:00 by the recipient's clock (America/Chicago)",
		);
		expect(rule("2026-11-22T12:34:56Z")).toBe(rule("2026-11-22T03:00:00Z"));
	});
});

describe("a contact whose place is known", () => {
	const night = "2026-07-15T04:00:00Z";

	it("is reached by its own zone, whatever the number", () => {
		expect(opensAt({ ...numberIn("212"), timeZone: "Pacific/Honolulu" }, night)).toBe(
			"2026-07-15T04:00:00.000Z",
		);
		expect(opensAt({ ...numberIn("800"), timeZone: "America/New_York" }, night)).toBe(
			"2026-07-15T12:00:00.000Z",
		);
		expect(opensAt({ number: "+442079460000", timeZone: "Europe/London" }, night)).toBe(
			"2026-07-15T07:00:00.000Z",
		);
	});

	it("keeps the stricter window of the number's state until the contact's own state is known", () => {
		const evening = "2026-07-16T03:30:00Z";
		const moved = { ...numberIn("305"), timeZone: "America/Los_Angeles" };
		expect(mayMarketAt(moved, new Date(evening)).allowed).toBe(false);
		expect(mayMarketAt({ ...moved, state: "CA" }, new Date(evening)).allowed).toBe(true);
	});

	it("is reached by all zones of its own state when only that is known", () => {
		expect(opensAt({ ...numberIn("212"), state: "TN" }, night)).toBe("2026-07-15T13:00:00.000Z");
		expect(opensAt({ ...numberIn("212"), state: " fl " }, night)).toBe("2026-07-15T13:00:00.000Z");
		expect(opensAt({ ...numberIn("615"), state: "TN" }, "2026-07-16T01:30:00Z")).toBe(
			"2026-07-16T01:30:00.000Z",
		);
	});

	it.each([
		[{ timeZone: "Mars/Olympus" }],
		[{ timeZone: "" }],
		[{ timeZone: null, state: null }],
		[{ state: "XX" }],
		[{ state: "" }],
		[{ timeZone: undefined, state: "Narnia" }],
	])("is taken for unknown with %j", (known) => {
		expect(opensAt({ ...numberIn("212"), ...known }, night)).toBe("2026-07-15T12:00:00.000Z");
	});

	it("is reached on its own side of the date line", () => {
		// Guam is 10 hours ahead of UTC, Pago Pago 11 behind: nearly the same clock, a day apart.
		const texan = (timeZone: string) => ({ ...numberIn("214"), timeZone });
		expect(opensAt(texan("Pacific/Guam"), "2026-11-21T22:00:00Z")).toBe("2026-11-22T02:00:00.000Z");
		expect(mayMarketAt(texan("Pacific/Guam"), new Date("2026-11-22T02:00:00Z")).allowed).toBe(true);
		expect(opensAt(texan("Pacific/Pago_Pago"), "2026-11-21T19:00:00Z")).toBe("2026-11-21T20:00:00.000Z");
		expect(opensAt(texan("Pacific/Pago_Pago"), "2026-11-22T19:00:00Z")).toBe("2026-11-22T23:00:00.000Z");
	});
});

describe("a recipient whose place is not known", () => {
	it.each([
		["a toll-free number", "+18005550100"],
		["a number of another country", "+447700900123"],
		["a Canadian number", "+14165550100"],
		["an area code that nobody knows", "+12995550100"],
		["no number at all", "anonymous"],
	])("is reached from 8:00 in Hawaii to 21:00 in Puerto Rico: %s", (_kind, number) => {
		expect(opensAt({ number }, "2026-07-15T01:00:00Z")).toBe("2026-07-15T18:00:00.000Z");
		expect(mayMarketAt({ number }, new Date("2026-07-16T00:59:00Z")).allowed).toBe(true);
		expect(mayMarketAt({ number }, new Date("2026-07-15T17:59:00Z"))).toMatchObject({
			allowed: false,
			rule: expect.stringMatching(/^quiet hours of the United States: .*not known where the recipient is/),
		});
	});

	it("is reached exactly when every zone of the states, Puerto Rico and the Virgin Islands is open", () => {
		const elsewhere = "GU MP AS AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" ");
		const zones = new Set(
			[...stateZones].flatMap(([state, list]) => (elsewhere.includes(state) ? [] : list)),
		);
		expect(zones.size).toBe(12);
		for (const [, from, until] of nights) {
			for (const minute of listMinutes(from, until)) {
				const isOpen = [...zones].every((zone) => {
					const { hour } = showTime(zone, minute);
					return hour >= 8 && hour < 21;
				});
				const { allowed } = mayMarketAt({ number: "+18005550100" }, minute);
				if (allowed !== isOpen) throw new Error(`Wrong at ${minute.toISOString()}`);
			}
		}
	}, 60_000);
});

describe("any recipient at any instant", () => {
	const recipients = fc.record({
		number: fc.constantFrom(...areaCodeZones.keys(), "800").map((code) => `+1${code}5550100`),
		timeZone: fc.option(fc.constantFrom(...Intl.supportedValuesOf("timeZone")), { nil: undefined }),
		state: fc.option(fc.constantFrom(...stateZones.keys()), { nil: undefined }),
	});
	const instants = fc.date({
		min: new Date("2024-01-01T00:00:00Z"),
		max: new Date("2030-01-01T00:00:00Z"),
		noInvalidDate: true,
	});

	it("is told an opening that is open, full to the minute, within a day and a half, and not open before", () => {
		fc.assert(
			fc.property(recipients, instants, (recipient, instant) => {
				const window = mayMarketAt(recipient, instant);
				if (window.allowed) return;
				const opening = window.opensAt.getTime();
				expect(opening % 60_000).toBe(0);
				expect(opening).toBeGreaterThan(instant.getTime());
				expect(opening - instant.getTime()).toBeLessThanOrEqual(36 * 3_600_000);
				expect(mayMarketAt(recipient, window.opensAt)).toEqual({ allowed: true });
				for (const back of [1, 30, 60, 90]) {
					const earlier = new Date(opening - back * 60_000);
					if (earlier > instant) expect(mayMarketAt(recipient, earlier).allowed).toBe(false);
				}
			}),
			{ numRuns: 1500 },
		);
	});

	it("refuses an instant that is none", () => {
		expect(() => mayMarketAt(numberIn("212"), new Date(Number.NaN))).toThrow(RangeError);
	});

	it("answers for 1,000 numbers of one batch within a few milliseconds", () => {
		const codes = [...areaCodeZones.keys()];
		const batch = Array.from({ length: 1000 }, (_, at) => numberIn(codes[at % codes.length] ?? ""));
		const times = Array.from({ length: 24 }, (_, hour) => {
			const instant = new Date(Date.UTC(2026, 10, 22, hour));
			const startedAt = Date.now();
			for (const recipient of batch) mayMarketAt(recipient, instant);
			return Date.now() - startedAt;
		});
		expect(times.sort((a, b) => a - b)[12]).toBeLessThan(30);
	});
});
