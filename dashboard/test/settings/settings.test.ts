import { settingLimits } from "@cloudpbx/contracts/words/setting-limits";
import { phrases } from "@cloudpbx/domain/phrases";
import { expect, it } from "vitest";
import { checkNumbers } from "../../src/domain/check-numbers.ts";
import { groupTimeZones } from "../../src/screens/settings/company/group-time-zones.ts";
import { describeExpired } from "../../src/screens/settings/retention/expired-words.ts";
import {
	findLowered,
	formatPeriod,
	periodChoices,
	periodOf,
} from "../../src/screens/settings/retention/periods.ts";
import { findRateFaults, formatRates, readRates, setRate } from "../../src/screens/settings/texts/rates.ts";

it("reads numbers within their limits, and names those that are not", () => {
	expect(checkNumbers({ ringSeconds: "5", keyWaitSeconds: 10, greeting: "7" }, settingLimits)).toEqual({
		values: { ringSeconds: 5, keyWaitSeconds: 10, greeting: "7" },
		faults: {},
	});
	const wrong = { ringSeconds: 4, keyWaitSeconds: 11, voicemailMaxSeconds: "20.5", numberGraceDays: "" };
	expect(Object.keys(checkNumbers(wrong, settingLimits).faults)).toEqual([
		"keyWaitSeconds",
		"ringSeconds",
		"voicemailMaxSeconds",
		"numberGraceDays",
	]);
	expect(checkNumbers({ transcriptLateSeconds: 1 }, settingLimits).faults).toEqual({
		transcriptLateSeconds: "A whole number from 10 to 86,400.",
	});
});

it("groups time zones by part of the world, with one that the browser does not know", () => {
	const groups = groupTimeZones(["Europe/Paris", "America/New_York", "America/Indiana/Knox"], "US/Pacific");
	expect(groups.map(({ group, choices }) => [group, ...choices.map(({ label }) => label)])).toEqual([
		["Europe", "Paris"],
		["America", "Indiana, Knox", "New York"],
		["Other", "UTC"],
		["US", "Pacific"],
	]);
});

it("offers the usual periods, never less than the least", () => {
	expect(periodChoices(365).map(({ label }) => label)).toEqual([
		"1 year",
		"2 years",
		"3 years",
		"7 years",
		"10 years",
		"Other…",
	]);
	expect(periodChoices(0)[0]?.label).toBe("For Good");
	expect([periodOf(90, 0), periodOf(45, 0), periodOf("", 0), periodOf(90, 365)]).toEqual([
		"90",
		"other",
		"other",
		"other",
	]);
	expect([formatPeriod(1), formatPeriod(45), formatPeriod(730)]).toEqual(["1 day", "45 days", "2 years"]);
});

it("finds where less is kept than before", () => {
	const stored = { recordingRetentionDays: 365, textRetentionDays: 0, auditRetentionDays: 730 };
	expect(findLowered(stored, stored)).toEqual({});
	const chosen = { recordingRetentionDays: 364, textRetentionDays: 1, auditRetentionDays: 731 };
	expect(findLowered(stored, chosen)).toEqual({ recordingRetentionDays: 364, textRetentionDays: 1 });
	expect(findLowered(stored, { ...stored, recordingRetentionDays: 0, textRetentionDays: "3" })).toEqual({});
});

it("says what would be deleted, and nothing of what would stay", () => {
	const lowered = { recordingRetentionDays: 90, textRetentionDays: 365 };
	expect(describeExpired({ voicemails: 1, texts: 10_000, auditEntries: null }, lowered)).toBe(
		"1 voicemail older than 90 days and 10,000+ texts older than 1 year",
	);
	expect(describeExpired({ voicemails: 0, texts: 0, auditEntries: null }, lowered)).toBe("");
});

it("keeps rates by number, and none for an empty field", () => {
	const rates = setRate({ "+18005550100": 3 }, "+14155550101", "0.0");
	expect(rates).toEqual({ "+18005550100": 3, "+14155550101": "0.0" });
	expect(Object.keys(findRateFaults(rates))).toEqual(["senderRates.+14155550101"]);
	expect(findRateFaults({ a: 0.02, b: 10, c: "0,5" })).toEqual({});
	expect(Object.keys(findRateFaults({ a: 0.019, b: 10.1, c: "fast" }))).toHaveLength(3);
	expect(readRates({ a: "0,5", b: 2 })).toEqual({ a: 0.5, b: 2 });
	expect(setRate(rates, "+18005550100", "")).toEqual({ "+14155550101": "0.0" });
	expect(formatRates({ "+18005550100": 3 })).toBe("(800) 555-0100: 3 a second");
});

it("previews what the phone says: the greeting between the name and the keys", () => {
	expect(
		phrases.menu({
			companyName: "Acme",
			greeting: "We are closed.",
			isAssistantOn: true,
			hasExtensions: true,
		}),
	).toMatch(/^Thank you for calling Acme\. We are closed\. If you know/);
	expect(
		phrases.menu({ companyName: "Acme", greeting: "", isAssistantOn: true, hasExtensions: true }),
	).toMatch(/^Thank you for calling Acme\. If you know/);
});
