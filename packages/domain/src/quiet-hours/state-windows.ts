/** In hours of the recipient's clock, the end exclusive; `[0, 0]` is a closed day. */
export type HoursOfDay = readonly [from: number, until: number];

export interface MarketingWindow {
	name: string;
	/** By weekday, 0 is Sunday. */
	week: readonly [HoursOfDay, HoursOfDay, HoursOfDay, HoursOfDay, HoursOfDay, HoursOfDay, HoursOfDay];
	source: string;
	reviewedOn: string;
}

const reviewedOn = "2026-11-22";
/** Tables of other senders, which agree; the statutes themselves were not read. */
const tables =
	"tables of referrizer.com, usestello.com, listrak.com, dropcowboy.com (2025-11), clickpointsoftware.com";

/** 47 CFR 64.1200(c)(1): no solicitation before 8 a.m. or after 9 p.m. at the called party's location. */
export const federalWindow: MarketingWindow = {
	name: "the United States",
	week: everyDay([8, 21]),
	source: "47 CFR 64.1200(c)(1)",
	reviewedOn,
};

/** Canada's rules for calls, applied to texts, rounded to hours: 9 a.m. to 9:30 p.m., weekends 10 a.m. to 6 p.m. */
const canadianWindow: MarketingWindow = {
	name: "Canada",
	week: weekOf([10, 18], [9, 21], [10, 18]),
	source: "CRTC Unsolicited Telecommunications Rules, part III, section 23",
	reviewedOn: "2026-11-28",
};

/** States stricter than federal law, by postal abbreviation; docs/texting-rules.md has the rest. */
export const stateWindows: ReadonlyMap<string, MarketingWindow> = new Map([
	["AL", { name: "Alabama", week: everyDay([8, 20]), source: tables, reviewedOn }],
	["CT", { name: "Connecticut", week: everyDay([9, 20]), source: tables, reviewedOn }],
	[
		"FL",
		{ name: "Florida", week: everyDay([8, 20]), source: `Fla. Stat. 501.616(6); ${tables}`, reviewedOn },
	],
	["KY", { name: "Kentucky", week: everyDay([10, 21]), source: tables, reviewedOn }],
	["LA", { name: "Louisiana", week: everyDay([8, 20]), source: tables, reviewedOn }],
	["MA", { name: "Massachusetts", week: everyDay([8, 20]), source: tables, reviewedOn }],
	["MD", { name: "Maryland", week: everyDay([8, 20]), source: tables, reviewedOn }],
	["MS", { name: "Mississippi", week: everyDay([8, 20]), source: tables, reviewedOn }],
	["NJ", { name: "New Jersey", week: everyDay([8, 20]), source: tables, reviewedOn }],
	[
		"OK",
		{ name: "Oklahoma", week: everyDay([8, 20]), source: `15 Okla. Stat. 775C.4; ${tables}`, reviewedOn },
	],
	[
		"RI",
		{
			name: "Rhode Island",
			week: weekOf([10, 17], [9, 18], [10, 17]),
			source: `R.I. Gen. Laws 5-61-2(9), 5-61-3.6; ${tables}`,
			reviewedOn,
		},
	],
	[
		"TX",
		{
			name: "Texas",
			week: weekOf([12, 21], [9, 21], [9, 21]),
			source: "Tex. Bus. & Com. Code ch. 301 (hours), SB 140 of 2025 (texts); listrak.com",
			reviewedOn,
		},
	],
	["WA", { name: "Washington", week: everyDay([8, 20]), source: tables, reviewedOn }],
	...listProvinces("AB BC MB NB NL NS NT NU ON PE QC SK YT"),
]);

function listProvinces(provinces: string): [string, MarketingWindow][] {
	return provinces.split(" ").map((province) => [province, canadianWindow]);
}

function everyDay(hours: HoursOfDay): MarketingWindow["week"] {
	return weekOf(hours, hours, hours);
}

function weekOf(sunday: HoursOfDay, weekday: HoursOfDay, saturday: HoursOfDay): MarketingWindow["week"] {
	return [sunday, weekday, weekday, weekday, weekday, weekday, saturday];
}
