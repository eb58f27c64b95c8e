import { expect, it } from "vitest";
import { readFilter } from "../../src/screens/calls/filter.ts";
import { namedPeriods } from "../../src/screens/calls/periods.ts";
import { formatDates, formatHourOfWeek } from "../../src/words/times.ts";

const newYork = "America/New_York";
const plain = (text: string) => text.replace(/[\u2009\u202f]/g, " ");

it("reads the filter of calls in an address as far as it is one", () => {
	const query = new URLSearchParams("outcome=missed&ext=101&number=%2B14155550153&from=&weekday=0&other=1");
	expect(readFilter(query)).toEqual({
		outcome: "missed",
		ext: "101",
		number: "+14155550153",
		weekday: "0",
	});
});

it("offers periods that end today, by the company's clocks", () => {
	const [today, week] = namedPeriods(newYork, Date.parse("2026-11-30T04:00:00Z"));
	expect(today).toMatchObject({ from: "2026-11-29", to: "2026-11-29" });
	expect(week).toMatchObject({ from: "2026-11-23", to: "2026-11-29" });
});

it("writes periods as people do", () => {
	const write = (from: string | null, to: string | null) => plain(formatDates(from, to, newYork));
	expect(write("2026-11-23", "2026-11-29")).toBe("Nov 23 – 29, 2026");
	expect(write("2026-11-29", "2026-11-29")).toBe("Nov 29, 2026");
	expect(write("2026-11-23T14:00:00.000Z", null)).toBe("From Nov 23, 2026, 9:00 AM");
	expect(write(null, "2026-11-29")).toBe("Up to Nov 29, 2026");
	expect(write("yesterday", "2026-11-29")).toBe("yesterday – 2026-11-29");
	expect(plain(formatHourOfWeek(0, 23))).toBe("Monday, 11 PM to 12 AM");
});
