import { describe, expect, it } from "vitest";
import { isTimeZone, readOffsetMinutes } from "../../src/quiet-hours/local-time.ts";
import { findPlaceZone } from "../../src/quiet-hours/place-zones.ts";
import { mayMarketAt, nextOpening } from "../../src/quiet-hours/send-window.ts";

const newYorker = "+12125550100";
const canadian = "+14165550100";

const noPlaces = [
	..."UTC GMT GMT0 GMT+0 GMT-0 Etc/UTC Etc/GMT Etc/GMT+5 Etc/GMT-14 Etc/GMT+12 Etc/Universal Etc/Zulu Etc/Greenwich Zulu UCT".split(
		" ",
	),
	..."Universal Greenwich EST EDT CST CDT MST MDT PST PDT HST AKST EST5EDT CST6CDT MST7MDT PST8PDT WET CET MET EET".split(
		" ",
	),
	..."Europe/London Europe/Berlin Europe/Kyiv Asia/Tokyo Asia/Kolkata Asia/Dubai Australia/Sydney Africa/Cairo Pacific/Auckland".split(
		" ",
	),
	..."Pacific/Kiritimati America/Sao_Paulo America/Mexico_City America/Bogota America/Argentina/Buenos_Aires America/Havana".split(
		" ",
	),
	..."America/Tijuana Atlantic/Reykjavik Indian/Maldives Antarctica/Troll Arctic/Longyearbyen Japan Singapore Israel GB Eire NZ PRC".split(
		" ",
	),
	..."Mexico/General Brazil/East Cuba Jamaica Factory posixrules localtime SystemV/EST5EDT right/America/New_York".split(
		" ",
	),
	"Eastern",
	"Eastern Time",
	"Eastern Standard Time",
	"ET",
	"(GMT-05:00) Eastern Time (US & Canada)",
	"-05:00",
	"+00:00",
	"UTC+1",
	"UTC-05:00",
	"Z",
	"0",
	"5",
	"",
	" ",
	"America",
	"America/",
	"/",
	"America/Nowhere",
	"null",
	"New York",
	"America/New_York; DROP",
	"\u202AUTC",
	"Ｕ ＴＣ",
	"__proto__",
	"constructor",
	"toString",
];

describe("a contact's time zone", () => {
	it.each(noPlaces)("%j lets no text out at 04:30 in New York, in winter and in summer", (timeZone) => {
		for (const at of ["2026-01-15T09:30:00Z", "2026-07-15T08:30:00Z"]) {
			expect(mayMarketAt({ number: newYorker, timeZone }, new Date(at)).allowed, at).toBe(false);
			expect(findPlaceZone(timeZone, newYorker)).toBeNull();
		}
	});

	it.each(noPlaces)("%j leaves the hours of the number as they are at every hour of a week", (timeZone) => {
		for (let hour = 0; hour < 168; hour += 1) {
			const at = new Date(Date.UTC(2026, 6, 13, hour, 30));
			const bare = mayMarketAt({ number: newYorker }, at);
			expect(mayMarketAt({ number: newYorker, timeZone }, at)).toEqual(bare);
		}
	});

	it.each([
		["America/New_York", "America/New_York"],
		["US/Eastern", "America/New_York"],
		["us/eastern", "America/New_York"],
		["America/Kentucky/Louisville", "America/New_York"],
		["America/Indianapolis", "America/Indiana/Indianapolis"],
		["US/East-Indiana", "America/Indiana/Indianapolis"],
		["US/Pacific", "America/Los_Angeles"],
		["america/los_angeles", "America/Los_Angeles"],
		[" America/Los Angeles ", "America/Los_Angeles"],
		["US/Hawaii", "Pacific/Honolulu"],
		["Pacific/Honolulu", "Pacific/Honolulu"],
		["Pacific/Saipan", "Pacific/Guam"],
		["America/Virgin", "America/Puerto_Rico"],
		["US/Samoa", "Pacific/Pago_Pago"],
		["Navajo", "America/Denver"],
		["America/Juneau", "America/Anchorage"],
		["America/Toronto", null],
		["Canada/Pacific", null],
	])("%j is the clock of %j for a number of the United States", (name, clock) => {
		expect(findPlaceZone(name, newYorker)).toBe(clock);
		if (clock === null || !name.includes("/") || name.includes(" ")) return;
		expect(isTimeZone(name), name).toBe(true);
		for (const month of [0, 6]) {
			const minute = Date.UTC(2026, month, 15) / 60_000;
			expect(readOffsetMinutes(name, minute), name).toBe(readOffsetMinutes(clock, minute));
		}
	});

	it("is a place of the number's own country only, and of either where the number does not say which", () => {
		expect(findPlaceZone("Canada/Pacific", canadian)).toBe("America/Vancouver");
		expect(findPlaceZone("America/St_Johns", canadian)).toBe("America/St_Johns");
		expect(findPlaceZone("US/Pacific", canadian)).toBeNull();
		expect(findPlaceZone("America/Puerto_Rico", canadian)).toBeNull();
		expect(findPlaceZone("America/Vancouver", "+18005550100")).toBe("America/Vancouver");
		expect(findPlaceZone("US/Central", "+18005550100")).toBe("America/Chicago");
		expect(findPlaceZone("Europe/London", "+442079460018")).toBe("Europe/London");
		expect(findPlaceZone("America/New_York", "+442079460018")).toBeNull();
		expect(findPlaceZone("UTC", "+442079460018")).toBeNull();
		expect(findPlaceZone("Etc/GMT-1", "+442079460018")).toBeNull();
	});

	it("that contradicts the state is open when both are", () => {
		const contact = { number: newYorker, timeZone: "America/Los_Angeles", state: "Florida" };
		// 8:00 in Los Angeles is 11:00 in Miami; Florida closes at 20:00 there, 17:00 in Los Angeles.
		expect(nextOpening(contact, new Date("2026-07-15T09:00:00Z")).toISOString()).toBe(
			"2026-07-15T15:00:00.000Z",
		);
		expect(mayMarketAt(contact, new Date("2026-07-15T23:59:00Z")).allowed).toBe(true);
		expect(mayMarketAt(contact, new Date("2026-07-16T00:00:00Z")).allowed).toBe(false);
		const agreeing = { ...contact, timeZone: "US/Central" };
		expect(mayMarketAt(agreeing, new Date("2026-07-16T00:30:00Z")).allowed).toBe(true);
	});
});
