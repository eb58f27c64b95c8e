import { receptionistActions } from "@cloudpbx/contracts/calls/calls";
import { describe, expect, it } from "vitest";
import { chooseFromMenu } from "../../src/domain/menu/choose-from-menu.ts";
import { afterDecision } from "../../src/domain/receptionist/after-decision.ts";
import { afterKeys } from "../../src/domain/receptionist/after-keys.ts";
import {
	afterReceptionistRinging,
	afterUnansweredChoice,
} from "../../src/domain/receptionist/after-receptionist-ringing.ts";
import { afterSilence } from "../../src/domain/receptionist/after-silence.ts";
import type { ReceptionContext } from "../../src/domain/receptionist/reception.ts";
import { afterRinging, endOfRinging } from "../../src/domain/ringing/after-ringing.ts";
import { jane, officeOf, settingsOf } from "./office.ts";

const call = { from: "+14155550199", to: "+18005550100" };
const context: ReceptionContext = {
	...officeOf(),
	place: { attempt: 1, turn: 1, silences: 0 },
};
const rang = {
	isBridged: false,
	ringResult: "no_answer" as const,
	talkSeconds: 0,
	legId: null,
	isCallerPresent: true,
};

const decide = (action: (typeof receptionistActions)[number], extension: typeof jane | null = jane) =>
	afterDecision(
		{ action, extension, answer: "From 9 to 5.", language: "en", words: "sales please" },
		"Anything else?",
		call,
		context,
	).receptionistResult;

describe("what the receptionist came to", () => {
	it("is said of everything that it decides", () => {
		expect(Object.fromEntries(receptionistActions.map((action) => [action, decide(action)]))).toEqual({
			transfer: "transferred",
			voicemail: "voicemail",
			info: "informed",
			ask: "reached",
			goodbye: "reached",
			menu: "menu",
		});
		expect(decide("transfer", null)).toBe("menu");
	});

	it("is said of keys and silence, which are not its own doing", () => {
		const press = (digits: string, extension: typeof jane | null = null) =>
			afterKeys({ digits, isSecondPart: false }, extension, call, context).receptionistResult;
		expect([press("101", jane), press("0"), press("150"), press("9")]).toEqual([
			"reached",
			"reached",
			"reached",
			"menu",
		]);
		expect(afterSilence(context).receptionistResult).toBe("reached");
		const silent = { ...context, place: { ...context.place, silences: 1 } };
		expect(afterSilence(silent).receptionistResult).toBe("menu");
	});

	it("is said when it begins and after an extension that it rang", () => {
		expect(
			chooseFromMenu({ digits: "0", attempt: 1, isSecondPart: false }, null, call, context)
				.receptionistResult,
		).toBe("reached");
		for (const result of [rang, { ...rang, isBridged: true }, { ...rang, isCallerPresent: false }]) {
			expect(
				afterReceptionistRinging({ extension: jane, member: null }, result, call, context).receptionistResult,
			).toBe("reached");
		}
		for (const digits of ["0", "1", ""]) {
			expect(afterUnansweredChoice(digits, jane, context).receptionistResult).toBe("reached");
		}
	});

	it("is nothing in a call without it", () => {
		expect(
			afterRinging({ extension: jane, member: null }, rang, call, context).receptionistResult,
		).toBeUndefined();
		expect(endOfRinging("101", { ...rang, isBridged: true })?.receptionistResult).toBeUndefined();
		const off = { ...context, settings: settingsOf({ isAssistantOn: false }) };
		const plan = chooseFromMenu({ digits: "0", attempt: 1, isSecondPart: false }, null, call, off);
		expect(plan.receptionistResult).toBeUndefined();
	});
});

it("knows how long people spoke only when they did", () => {
	expect(endOfRinging("101", { ...rang, isBridged: true, talkSeconds: 30 })?.talkSeconds).toBe(30);
	expect(endOfRinging("101", { ...rang, isCallerPresent: false })?.talkSeconds).toBeUndefined();
});
