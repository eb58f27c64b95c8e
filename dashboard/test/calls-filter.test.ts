import { describe, expect, it } from "vitest";
import { namedPeriods, readFilter, toCallsQuery } from "../src/screens/calls/filter.ts";
import { writeDates } from "../src/words/times.ts";

const newYork = "America/New_York";

describe("the filter of calls in an address", () => {
	it("is read as far as it is one", () => {
		const query = new URLSearchParams("outcome=missed&ext=101&number=%2B14155550153&from=&other=1");
		expect(readFilter(query)).toEqual({ outcome: "missed", ext: "101", number: "+14155550153" });
	});

	it("leaves days to the server, which knows them as the company's", () => {
		const filter = { outcome: "missed", from: "2026-11-23", to: "2026-11-29" };
		expect(toCallsQuery(filter, newYork)).toEqual(filter);
	});

	it("means an hour of the company", () => {
		expect(toCallsQuery({ from: "2026-11-23T09:00", to: "2026-11-23T10:00" }, newYork)).toEqual({
			from: "2026-11-23T14:00:00.000Z",
			to: "2026-11-23T15:00:00.000Z",
		});
	});

	it("leaves instants, and what is none, to the server", () => {
		const filter = { from: "2026-11-23T14:00:00.000Z", to: "soon" };
		expect(toCallsQuery(filter, newYork)).toEqual(filter);
	});

	it("offers periods that end today, by the company's clocks", () => {
		const [today, week] = namedPeriods(newYork, Date.parse("2026-11-30T04:00:00Z"));
		expect(today).toMatchObject({ from: "2026-11-29", to: "2026-11-29" });
		expect(week).toMatchObject({ from: "2026-11-23", to: "2026-11-29" });
	});
});

it("is written as people write days and hours", () => {
	const write = (from: string | null, to: string | null) =>
		writeDates(from, to, newYork).replace(/[\u2009\u202f]/g, " ");
	expect(write("2026-11-23", "2026-11-29")).toBe("Nov 23 – 29, 2026");
	expect(write("2026-11-29", "2026-11-29")).toBe("Nov 29, 2026");
	expect(write("2026-11-23T09:00", "2026-11-23T10:00")).toBe("Nov 23, 2026, 9:00 – 10:00 AM");
	expect(write("2026-11-23T14:00:00.000Z", null)).toBe("From Nov 23, 2026, 9:00 AM");
	expect(write(null, "2026-11-29")).toBe("Up to Nov 29, 2026");
});
