import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCalls } from "../../../src/domain/analytics/count-calls.ts";
import { countExtensions, type ExtensionSum } from "../../../src/domain/analytics/count-extensions.ts";
import { countTexts } from "../../../src/domain/analytics/count-texts.ts";
import {
	dayMilliseconds,
	openLocalQuarters,
	quarterMilliseconds,
} from "../../../src/domain/analytics/local-quarters.ts";
import { dateOf, planDays, planUtcDays } from "../../../src/domain/analytics/plan-days.ts";
import { toAllowedDashboard } from "../../../src/domain/dashboard/to-allowed-dashboard.ts";

const zones = Intl.supportedValuesOf("timeZone");
const hourMilliseconds = 3_600_000;
const runs = { seed: 20_261_129, numRuns: 2000 };
const twoYears = { from: Date.parse("2026-01-01T00:00:00Z"), to: Date.parse("2028-01-01T00:00:00Z") };

function wallClock(timeZone: string, at: Date) {
	const format = new Intl.DateTimeFormat("en-CA", {
		timeZone,
		hourCycle: "h23",
		weekday: "long",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
	});
	const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
	return {
		date: `${parts.year}-${parts.month}-${parts.day}`,
		hour: Number(parts.hour),
		weekday: parts.weekday,
	};
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function callAt(iso: string) {
	const at = Date.parse(iso);
	const day = Math.floor(at / dayMilliseconds);
	const quarter = Math.floor((at % dayMilliseconds) / quarterMilliseconds);
	return { day, counts: { [`${quarter} answered`]: 1, answered: 1 } };
}

function report(timeZone: string, now: string, calls: readonly string[], count = 7) {
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(count, toLocal, new Date(now));
	return { ...countCalls(calls.map(callAt), days, toLocal), period: days };
}

function totalsOf(days: readonly { date: string; total: number }[]) {
	return Object.fromEntries(days.filter(({ total }) => total > 0).map(({ date, total }) => [date, total]));
}

describe("the zones of this runtime", () => {
	it("are a multiple of a quarter of an hour from UTC, at most 14 hours ahead and 12 behind, on any day of two years", () => {
		expect(zones.length).toBeGreaterThan(400);
		for (const timeZone of zones) {
			const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
			for (let at = twoYears.from; at < twoYears.to; at += 7 * dayMilliseconds) {
				const [, sign = "+", hours = "00", minutes = "00", rest = ""] =
					/GMT(?:([+-])(\d\d):(\d\d)(.*))?/.exec(format.format(at)) ?? [];
				expect(rest, timeZone).toBe("");
				const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
				expect(Math.abs(offset % 15), timeZone).toBe(0);
				expect(offset, timeZone).toBeLessThanOrEqual(14 * 60);
				expect(offset, timeZone).toBeGreaterThanOrEqual(-12 * 60);
			}
		}
	});

	it("show the date, hour and weekday to which a quarter is assigned", () => {
		const instants = fc.integer({ min: twoYears.from, max: twoYears.to });
		fc.assert(
			fc.property(fc.constantFrom(...zones), instants, (timeZone, at) => {
				const now = new Date(at + dayMilliseconds);
				const { days, hours } = report(timeZone, now.toISOString(), [new Date(at).toISOString()]);
				const { date, hour, weekday } = wallClock(timeZone, new Date(at));
				expect(totalsOf(days)).toEqual({ [date]: 1 });
				expect(hours[weekdays.indexOf(weekday ?? "")]?.[hour]).toBe(1);
				expect(days.at(-1)?.date).toBe(wallClock(timeZone, now).date);
			}),
			runs,
		);
	});

	it("have days that begin where they are said to, within the UTC days that are read", () => {
		const instants = fc.integer({ min: twoYears.from, max: twoYears.to });
		fc.assert(
			fc.property(fc.constantFrom(...zones), instants, fc.constantFrom(7, 30, 90), (timeZone, at, count) => {
				const now = new Date(at);
				const { from, to, first, last } = planDays(count, openLocalQuarters(timeZone), now);
				expect([from, to].map((edge) => wallClock(timeZone, edge).date)).toEqual([
					dateOf(first),
					dateOf(last + 1),
				]);
				expect(wallClock(timeZone, new Date(from.getTime() - 1)).date).toBe(dateOf(first - 1));
				expect(wallClock(timeZone, new Date(to.getTime() - 1)).date).toBe(dateOf(last));
				expect(last - first + 1).toBe(count);
				const utc = planUtcDays(count, now);
				expect(from.getTime()).toBeGreaterThanOrEqual(utc.first * dayMilliseconds);
				expect(from.getTime()).toBeLessThan((utc.edge + 1) * dayMilliseconds);
				expect(at).toBeLessThan((utc.last + 1) * dayMilliseconds);
			}),
			runs,
		);
	});
});

describe("a day", () => {
	it.each([
		["America/New_York", "2026-06-10T03:59:59.999Z", "2026-06-09"],
		["America/New_York", "2026-06-10T04:00:00.000Z", "2026-06-10"],
		["Asia/Kathmandu", "2026-06-09T18:14:59.999Z", "2026-06-09"],
		["Asia/Kathmandu", "2026-06-09T18:15:00.000Z", "2026-06-10"],
		// UTC+12:45 in winter, UTC+13:45 in summer.
		["Pacific/Chatham", "2026-06-09T11:14:59.999Z", "2026-06-09"],
		["Pacific/Chatham", "2026-06-09T11:15:00.000Z", "2026-06-10"],
		["Pacific/Chatham", "2026-01-09T10:14:59.999Z", "2026-01-09"],
		["Pacific/Chatham", "2026-01-09T10:15:00.000Z", "2026-01-10"],
		["Pacific/Kiritimati", "2026-06-09T09:59:59.999Z", "2026-06-09"],
		["Pacific/Kiritimati", "2026-06-09T10:00:00.000Z", "2026-06-10"],
		["Etc/GMT+12", "2026-06-10T11:59:59.999Z", "2026-06-09"],
		["Etc/GMT+12", "2026-06-10T12:00:00.000Z", "2026-06-10"],
		["UTC", "2026-06-09T23:59:59.999Z", "2026-06-09"],
		["UTC", "2026-06-10T00:00:00.000Z", "2026-06-10"],
	])("of %s has %s in %s", (timeZone, at, date) => {
		const now = new Date(Date.parse(at) + 2 * dayMilliseconds).toISOString();
		expect(totalsOf(report(timeZone, now, [at]).days)).toEqual({ [date]: 1 });
	});

	it("of 23 hours and one of 25 have every quarter of an hour once", () => {
		for (const [now, date, hours, from] of [
			["2026-03-08T18:00:00Z", "2026-03-08", 23, "2026-03-08T05:00:00.000Z"],
			["2026-11-01T18:00:00Z", "2026-11-01", 25, "2026-11-01T04:00:00.000Z"],
		] as const) {
			const quarters = Array.from({ length: 40 * 4 }, (_, index) =>
				new Date(Date.parse(from) - 8 * hourMilliseconds + index * quarterMilliseconds).toISOString(),
			);
			const { days, period } = report("America/New_York", now, quarters, 7);
			expect(days.find((day) => day.date === date)?.total).toBe(hours * 4);
			expect(period.to.getTime() - Date.parse(from)).toBe(hours * hourMilliseconds);
		}
	});

	it("puts the hour that comes twice into one, and leaves the one that is skipped empty", () => {
		const autumn = ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"];
		expect(report("America/New_York", "2026-11-01T18:00:00Z", autumn).hours[6]?.[1]).toBe(2);
		const spring = ["2026-03-08T06:59:00Z", "2026-03-08T07:00:00Z"];
		const [, one, two, three] = report("America/New_York", "2026-03-08T18:00:00Z", spring).hours[6] ?? [];
		expect([one, two, three]).toEqual([1, 0, 1]);
	});

	it("begins at one where midnight is skipped", () => {
		const { period, days } = report(
			"America/Santiago",
			"2026-09-06T18:00:00Z",
			["2026-09-06T03:59:59Z", "2026-09-06T04:00:00Z"],
			1,
		);
		expect(period.from.toISOString()).toBe("2026-09-06T04:00:00.000Z");
		expect(totalsOf(days)).toEqual({ "2026-09-06": 1 });
	});

	it("is another one in another zone, with the same counts", () => {
		const calls = ["2026-06-09T22:00:00Z", "2026-06-10T02:00:00Z"];
		expect(totalsOf(report("Europe/Paris", "2026-06-12T00:00:00Z", calls).days)).toEqual({ "2026-06-10": 2 });
		expect(totalsOf(report("America/New_York", "2026-06-12T00:00:00Z", calls).days)).toEqual({
			"2026-06-09": 2,
		});
	});
});

describe("a report", () => {
	it("is of zeros when nothing was counted", () => {
		for (const count of [7, 30, 90]) {
			const { days, hours, totals, previous, receptionist } = report(
				"UTC",
				"2026-06-10T12:00:00Z",
				[],
				count,
			);
			expect(days).toHaveLength(count);
			expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
			expect(days.at(-1)?.date).toBe("2026-06-10");
			expect(hours).toEqual(Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)));
			const all = [...Object.values(totals), ...Object.values(previous), ...Object.values(receptionist)];
			expect(new Set(all)).toEqual(new Set([0]));
		}
	});

	it("counts the days before the period apart, and nothing older", () => {
		const calls = [
			"2026-06-04T00:00:00Z",
			"2026-06-03T23:59:59Z",
			"2026-05-28T00:00:00Z",
			"2026-05-27T23:59:59Z",
		];
		const { totals, previous } = report("UTC", "2026-06-10T12:00:00Z", calls);
		expect([totals.total, previous.total]).toEqual([1, 2]);
	});

	it("tells calls that last, seconds and the receptionist's results apart", () => {
		const counts = {
			"8 open": 1,
			"8 blocked": 2,
			"8 abandoned": 1,
			"9 failed": 1,
			"8 talk": 300,
			"9 receptionist_transferred": 1,
			"9 receptionist_reached": 4,
			"9 voicemail": 0,
			open: 1,
			talk: 300,
		};
		const toLocal = openLocalQuarters("UTC");
		const now = new Date("2026-06-10T12:00:00Z");
		const day = Math.floor(now.getTime() / dayMilliseconds);
		const { totals, hours, missedHours, receptionist } = countCalls(
			[{ day, counts }],
			planDays(7, toLocal, now),
			toLocal,
		);
		expect(totals).toMatchObject({ total: 5, blocked: 2, voicemail: 0, talkSeconds: 300 });
		expect(hours[2]?.[2]).toBe(5);
		expect(missedHours[2]?.[2]).toBe(2);
		expect(missedHours.flat().reduce((sum, count) => sum + count)).toBe(2);
		expect(receptionist).toEqual({ calls: 5, transferred: 1, voicemail: 0, informed: 0, menu: 0 });
	});

	it("of extensions adds whole days to the day on which the period begins, and names who had the keys last", () => {
		const toLocal = openLocalQuarters("America/New_York");
		const now = new Date("2026-06-10T12:00:00Z");
		const days = planDays(7, toLocal, now);
		const edges = ["2026-06-04T03:59:59Z", "2026-06-04T04:00:00Z"].map((at) => ({
			...callAt(at),
			extension: "102",
		}));
		const sums: ExtensionSum[] = [
			{ extension: "102", counts: { answered: 1, open: 1, talk: 5 } },
			{ extension: "101", counts: { abandoned: 1 } },
			{ extension: "103", counts: { answered: 0, talk: 0 } },
		];
		expect(countExtensions({ sums, edges, names: new Map([["102", "Sam"]]) }, days, toLocal)).toEqual([
			{ extension: "101", name: null, total: 1, answered: 0, voicemail: 0, abandoned: 1, talkSeconds: 0 },
			{ extension: "102", name: "Sam", total: 3, answered: 2, voicemail: 0, abandoned: 0, talkSeconds: 5 },
		]);
	});

	it("of texts splits what was sent by author and keeps answers out of the days", () => {
		const toLocal = openLocalQuarters("UTC");
		const now = new Date("2026-06-10T12:00:00Z");
		const day = Math.floor(now.getTime() / dayMilliseconds);
		const rows: Parameters<typeof countTexts>[0] = [
			{ day, series: "contact", counts: { "0 received": 3 } },
			{ day, series: "assistant", counts: { "0 sent": 1, "0 delivered": 1 } },
			{ day, series: "person", counts: { "0 sent": 2, "0 failed": 1 } },
			{ day, series: "campaign", counts: { "0 sent": 5, "0 undelivered": 4, "0 refused": 6 } },
			{ day, series: "system", counts: { "0 sent": 1 } },
			{ day, series: "consent", counts: { "0 opt_out": 2, "0 opt_in": 1 } },
			{ day, series: "answers", counts: { "0 within1Minute": 1, "0 never": 2 } },
		];
		const { totals, days, responses } = countTexts(rows, planDays(7, toLocal, now), toLocal);
		expect(totals).toEqual({
			received: 3,
			sent: 9,
			delivered: 1,
			undelivered: 4,
			failed: 1,
			refused: 6,
			byAssistant: 1,
			byPeople: 2,
			byCampaigns: 5,
			bySystem: 1,
			optOuts: 2,
			optIns: 1,
		});
		expect(days.at(-1)).toEqual({ date: "2026-06-10", ...totals });
		expect(responses).toEqual({ within1Minute: 1, within5Minutes: 0, within1Hour: 0, later: 0, never: 2 });
	});
});

it("shows of the dashboard only what the scopes allow", () => {
	const toLocal = openLocalQuarters("UTC");
	const days = planDays(7, toLocal, new Date("2026-06-10T12:00:00Z"));
	const facts = {
		timeZone: "UTC",
		calls: countCalls([], days, toLocal).days,
		texts: countTexts([], days, toLocal).days,
		voicemails: 0,
		waiting: {
			callsInDanger: 0,
			callsInProgress: 0,
			campaignsSending: 0,
			campaignsPaused: 0,
			webhooksPaused: 0,
			conversations: 0,
			voicemailsUnheard: 0,
			recordingsFailed: 0,
			extensionsFailed: 0,
			numbersInTrouble: null,
		},
		heldBack: [],
	};
	const nothing = toAllowedDashboard([], facts);
	expect(nothing).toMatchObject({ date: "2026-06-10", timeZone: "UTC", today: {}, now: {}, waiting: {} });
	expect(nothing.days.map((day) => Object.keys(day))).toEqual(Array.from({ length: 7 }, () => ["date"]));
	expect(toAllowedDashboard(["numbers:read"], facts).waiting).toEqual({ numbersInTrouble: null });
});
