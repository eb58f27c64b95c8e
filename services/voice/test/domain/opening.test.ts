import { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";
import { readHours } from "@cloudpbx/domain/hours/read-hours";
import { describe, expect, it } from "vitest";
import { answerCall } from "../../src/domain/answer-call.ts";
import type { CallPlan } from "../../src/domain/call/call-plan.ts";
import { afterClosedNumber } from "../../src/domain/menu/main-line.ts";
import type { Office } from "../../src/domain/office/office.ts";
import { afterReceptionistRinging } from "../../src/domain/receptionist/after-receptionist-ringing.ts";
import { jane, officeOf, settingsOf } from "./office.ts";

const call = { from: "+14155550199", to: "+18005550100" };
const own = { ...call, to: "+14155550101" };
const week = {
	monday: [["09:00", "17:00"]],
	tuesday: [["09:00", "17:00"]],
	wednesday: [["09:00", "17:00"]],
	thursday: [["09:00", "17:00"]],
	friday: [["09:00", "17:00"]],
};
const holidays = { country: "US", names: ["Christmas Day"] };

function officeAt(
	instant: string,
	closed: object = { then: "menu" },
	more: object = {},
	changes: Partial<Office> = {},
) {
	const at = new Date(instant);
	const hours = readHours({
		week,
		exceptions: [],
		holidays,
		override: null,
		closed: { greeting: null, ...closed },
		...more,
	});
	const settings = settingsOf({ timeZone: "America/New_York" });
	return officeOf({ at, hours, settings, opening: decideOpenNow(hours, settings.timeZone, at), ...changes });
}
const kinds = (plan: CallPlan) => plan.steps.map(({ kind }) => kind);
const spoken = (plan: CallPlan) =>
	plan.steps
		.map((step) => (step.kind === "say" ? step.text : step.kind === "gather" ? step.prompt : ""))
		.join(" ");

describe("opening hours", () => {
	it.each([
		["2026-11-30T21:59:59Z", true],
		["2026-11-30T22:00:00Z", false],
		["2026-12-25T15:00:00Z", false],
		// The night of 8 March: 09:00 is an hour earlier in UTC than the week before.
		["2026-03-09T12:59:59Z", false],
		["2026-03-09T13:00:00Z", true],
		["2026-11-02T13:59:59Z", false],
		["2026-11-02T14:00:00Z", true],
	])("at %s the main line and an own number are open: %s", (instant, isOpen) => {
		const office = officeAt(instant);
		expect(spoken(answerCall(call, office)).startsWith("We are closed at the moment.")).toBe(!isOpen);
		expect(kinds(answerCall(own, office))).toEqual(isOpen ? ["ring"] : ["say", "record"]);
	});

	it("names the holiday that decides", () => {
		const plan = answerCall(call, officeAt("2026-12-25T15:00:00Z"));
		expect(plan.events[0]).toEqual({
			step: "closed",
			kind: "closed_told",
			detail: { because: "Christmas Day" },
		});
		expect(answerCall(own, officeAt("2026-12-25T15:00:00Z")).events[0]?.detail).toEqual({
			extension: "101",
			isClosed: true,
			because: "Christmas Day",
		});
	});

	it("say when it opens again to who is offered a message, unless the owner's own words are said", () => {
		const friday = answerCall(own, officeAt("2026-11-28T02:00:00Z"));
		expect(spoken(friday)).toMatch(/^We open again on Monday at 9 AM\. Jane Smith is not available\./);
		expect(spoken(answerCall(own, officeAt("2026-12-01T12:00:00Z")))).toMatch(
			/^We open again today at 9 AM\./,
		);
		expect(spoken(answerCall(own, officeAt("2026-12-01T23:00:00Z")))).toMatch(
			/^We open again tomorrow at 9 AM\./,
		);
		const greeting = { extensions: [{ ...jane, greeting: "Jane is at sea." }] };
		expect(spoken(answerCall(own, officeAt("2026-11-28T02:00:00Z", {}, {}, greeting)))).toBe(
			"Jane is at sea. ",
		);
	});

	it("tell a caller of the receptionist whom nobody answers that calling again is another way", () => {
		const result = {
			isBridged: false,
			ringResult: "no_answer" as const,
			talkSeconds: 0,
			legId: null,
			isCallerPresent: true,
		};
		const rung = { extension: jane, member: null };
		const place = { attempt: 1, turn: 2, silences: 0 };
		const heard = (office: Office) =>
			spoken(afterReceptionistRinging(rung, result, call, { ...office, place }));
		expect(heard(officeAt("2026-11-30T20:00:00Z"))).toMatch(
			/press 0\. You can also call again: we close today at 5 PM\.$/,
		);
		expect(heard(officeOf())).toMatch(/press 0\.$/);
	});

	it("follow an override until it ends", () => {
		const override = { state: "closed", until: "2026-11-30T16:00:00Z", greeting: "Fire drill." };
		const during = answerCall(call, officeAt("2026-11-30T15:59:59Z", {}, { override }));
		expect(spoken(during)).toMatch(/^Fire drill\. Thank you for calling/);
		expect(spoken(answerCall(call, officeAt("2026-11-30T16:00:00Z", {}, { override })))).toMatch(
			/^Thank you/,
		);
	});

	it("leave alone who is always open, and close who has hours of their own", () => {
		const changes = { extensions: [{ ...jane, hours: "always" as const }] };
		expect(kinds(answerCall(own, officeAt("2026-12-25T15:00:00Z", {}, {}, changes)))).toEqual(["ring"]);
		const never = { extensions: [{ ...jane, hours: { week: { monday: [] } } }] };
		expect(kinds(answerCall(own, officeAt("2026-11-30T15:00:00Z", {}, {}, never)))).toEqual([
			"say",
			"record",
		]);
	});
});

describe("the main line while it is closed", () => {
	const night = "2026-12-01T03:00:00Z";

	it.each([
		[{ then: "menu" }, ["gather"], "/ivr/menu/1"],
		[{ then: "receptionist" }, ["gather"], "/ivr/receptionist/1/1/0"],
		[{ then: "voicemail", extension: "ext_101" }, ["say", "say", "record"], "/ivr/voicemail/101/finished"],
		[{ then: "voicemail", extension: "ext_deactivated" }, ["gather"], "/ivr/menu/1"],
		[{ then: "number", number: "+14155550170" }, ["say", "ring"], "/ivr/closed/result"],
	])("says its words, then does %j", (closed, steps, nextPath) => {
		const plan = answerCall(call, officeAt(night, { greeting: "Good night.", ...closed }));
		expect(spoken(plan)).toMatch(/^Good night\./);
		expect(kinds(plan)).toEqual(steps);
		expect(plan.steps.at(-1)).toMatchObject({ nextPath });
	});

	it("has the menu in place of a receptionist who is off", () => {
		const office = officeAt(night, { then: "receptionist" });
		const plan = answerCall(call, { ...office, settings: { ...office.settings, isAssistantOn: false } });
		expect(plan.steps[0]).toMatchObject({ nextPath: "/ivr/menu/1" });
	});

	it("does not ring the number that sent the call on, and takes a message when nobody is there", () => {
		const office = officeAt(night, { then: "number", number: "+14155550170" });
		const back = answerCall({ ...call, forwardedFrom: "+14155550170" }, office);
		expect(kinds(back)).toEqual(["say", "record"]);
		const result = {
			isBridged: false,
			ringResult: "no_answer" as const,
			talkSeconds: 0,
			legId: null,
			isCallerPresent: true,
		};
		expect(kinds(afterClosedNumber(result, office))).toEqual(["say", "record"]);
		expect(afterClosedNumber({ ...result, isBridged: true }, office).outcome).toBe("answered");
		expect(afterClosedNumber({ ...result, isCallerPresent: false }, office).steps).toEqual([]);
	});
});

describe("a blocked caller", () => {
	const blocklist = [
		{ number: "+14155550199", then: "voicemail" as const },
		{ prefix: "+1415", then: "reject" as const },
		{ anonymous: true as const, then: "reject" as const },
	];
	const office = officeOf({ blocklist });

	it.each([
		["+14155550199", "+18005550100", ["say", "record"]],
		["+14155550199", "+14155550101", ["say", "record"]],
		["+14155550198", "+14155550101", ["reject"]],
		[null, "+18005550100", ["reject"]],
		["+14165550199", "+18005550100", ["gather"]],
	])("%s to %s gets %j", (from, to, steps) => {
		const plan = answerCall({ from, to }, office);
		expect(kinds(plan)).toEqual(steps);
		expect(plan.outcome).toBe(steps[0] === "gather" ? undefined : "blocked");
	});
});
