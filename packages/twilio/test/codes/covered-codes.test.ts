import { describe, expect, it } from "vitest";
import { accountCodes } from "../../src/codes/account-codes.ts";
import { alertCodes } from "../../src/codes/alert-codes.ts";
import { messageCodes } from "../../src/codes/message-codes.ts";
import { numberCodes } from "../../src/codes/number-codes.ts";
import { explainAlert, explainNumberError } from "../../src/explain-carrier-code.ts";
import { explainMessageError, retryTimeOf } from "../../src/message-errors.ts";
import { accountList, alertList, messageList, numberList } from "./published-codes.ts";

const isGeneric = (words: string) => /with error \d+/.test(words);

const lists = [
	{
		what: "sending",
		list: [...accountList, ...messageList],
		explain: (code: number) => explainMessageError(code).words,
	},
	{ what: "renting and setting up", list: [...accountList, ...numberList], explain: explainNumberError },
	{
		what: "Twilio's error log",
		list: [...accountList, ...messageList, ...numberList, ...alertList],
		explain: explainAlert,
	},
];

describe("Twilio's codes in words", () => {
	it.each(lists)("cover everything that belongs to $what", ({ what, list, explain }) => {
		const codes = [...new Set(list)];
		const missing = codes.filter((code) => {
			const words = explain(code);
			return words === null || isGeneric(words);
		});
		console.info(`${what}: ${codes.length - missing.length} of ${codes.length} codes in words`);
		expect(missing).toEqual([]);
	});

	const sentences = [
		...accountCodes.map(([codes, , words]) => ({ codes, words })),
		...messageCodes.map(([codes, , words]) => ({ codes, words })),
		...numberCodes.map(([codes, words]) => ({ codes, words })),
		...alertCodes.map(([codes, words]) => ({ codes, words })),
	];
	const steps =
		/(?:^|[.;:] (?:then )?|, or |, and |: )(?:Add|Allow|Ask|Attach|Buy|Call|Check|Choose|Compare|Correct|Deploy|Delete|Finish|Hand|Have|Leave|Look|Move|Name|Only START|Raise|Register|Release|Repair|Send|Set|Settle|See|Shorten|Sign|Switch|Take|Try|Update|Upgrade|Use|Verify|Wait|Write|Change|we try again)\b/;

	it.each(sentences)("$codes: $words", ({ codes, words }) => {
		expect(words).toMatch(steps);
		expect(words).toMatch(/[^ ]\.$/);
		expect(words.length).toBeLessThanOrEqual(260);
		expect(codes).toMatch(/^\d{5,6}(?:-\d{5,6})?(?: \d{5,6}(?:-\d{5,6})?)*$/);
	});

	it("say of an unknown code where Twilio explains it, and of none that there was none", () => {
		expect(explainMessageError(39_999)).toEqual({
			problem: "content",
			words: expect.stringContaining("twilio.com/docs/api/errors/39999"),
		});
		expect(explainMessageError(0).words).toMatch(/no reason.*Try again/);
		expect(explainNumberError(39_999)).toBeNull();
		expect(explainAlert(39_999)).toBeNull();
	});
});

describe("whose matter it is", () => {
	it.each([
		[21631, "an address is needed", /address.*Add the address/],
		[21615, "a local address is needed", /address in its own area/],
		[21649, "papers are needed", /bundle/],
		[21404, "a trial account", /trial.*Upgrade/],
		[22300, "no more numbers", /support/],
		[21421, "no such number", /typing errors/],
	])("%i of a number: %s", (code, _what, words) => {
		expect(explainNumberError(code)).toMatch(words);
	});

	it.each([
		[21211, "recipient"],
		[21265, "recipient"],
		[30005, "recipient"],
		[21617, "content"],
		[30450, "content"],
		[21608, "configuration"],
		[30454, "configuration"],
		[30034, "configuration"],
		[20003, "configuration"],
		[20005, "configuration"],
		[63007, "configuration"],
		[20429, "later"],
		[30017, "later"],
		[30500, "later"],
		[63017, "later"],
		[63038, "later"],
	] as const)("%i of a text is the matter of: %s", (code, problem) => {
		expect(explainMessageError(code).problem).toBe(problem);
	});

	it.each([21610, 30004, 30630, 63033])("%i is an opt-out", (code) => {
		expect(explainMessageError(code).isOptedOut).toBe(true);
	});

	const passing = messageCodes.flatMap(([codes, problem, , flags]) =>
		problem === "later" ? [{ codes, waitSeconds: flags?.waitSeconds }] : [],
	);
	it.each(passing)("$codes ends by itself, so it says when", ({ waitSeconds }) => {
		expect(waitSeconds).toBeGreaterThan(0);
	});
});

describe("when a text may succeed by itself", () => {
	it.each([
		// T-Mobile's day ends at midnight, Pacific time; in November that is 08:00 UTC, in July 07:00.
		[30023, "2026-11-20T18:00:00Z", "2026-11-21T08:00:00.000Z"],
		[30027, "2026-11-21T07:59:59Z", "2026-11-21T08:00:00.000Z"],
		[30027, "2026-11-21T08:00:00Z", "2026-11-22T08:00:00.000Z"],
		[30023, "2026-07-20T18:00:00Z", "2026-07-21T07:00:00.000Z"],
		// The day on which the clocks go back has 25 hours.
		[30023, "2026-11-01T07:30:00Z", "2026-11-02T08:00:00.000Z"],
		// The account's limit looks back 24 hours.
		[63038, "2026-11-20T18:00:00Z", "2026-11-21T18:00:00.000Z"],
		[30003, "2026-11-20T18:00:00Z", "2026-11-20T22:00:00.000Z"],
	])("%i at %s: %s", (code, at, until) => {
		expect(retryTimeOf(explainMessageError(code), new Date(at))?.toISOString()).toBe(until);
	});

	it("never, when somebody has to act first", () => {
		expect(retryTimeOf(explainMessageError(30034), new Date())).toBeNull();
	});
});
