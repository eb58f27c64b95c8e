import { describe, expect, it } from "vitest";
import { afterRinging } from "../../src/domain/after-ringing.ts";
import { answerCall } from "../../src/domain/answer-call.ts";
import { unpackName } from "../../src/domain/call-paths.ts";
import type { CallPlan, VoiceSettings } from "../../src/domain/call-plan.ts";
import { chooseFromMenu } from "../../src/domain/choose-from-menu.ts";
import { readExtensionKeys } from "../../src/domain/menu-keys.ts";
import { menuAttemptsMax } from "../../src/domain/play-menu.ts";
import { reachExtension } from "../../src/domain/reach-extension.ts";

const settings: VoiceSettings = {
	companyName: "Acme Corp",
	greeting: "We're here to help.",
	isAssistantOn: false,
	keyWaitSeconds: 3,
	ringSeconds: 20,
	voicemailLanguage: "en",
	voicemailMaxSeconds: 120,
};
const jane = { ext: "101", name: "Jane Smith", forwardTo: "+14155550151", answerWith: "key" as const };
const ana = { ext: "103", name: "Ana Ruiz", forwardTo: null, answerWith: "key" as const };
const call = { from: "+14155550199", to: "+18005550100" };

const kinds = (plan: CallPlan) => plan.steps.map((step) => step.kind);
const spoken = (plan: CallPlan) =>
	plan.steps
		.map((step) => (step.kind === "say" ? step.text : step.kind === "gather" ? step.prompt : ""))
		.join(" ");

describe("keys", () => {
	it("name an extension from 101 to 199 and nothing else", () => {
		expect(["101", "110", "199"].map(readExtensionKeys)).toEqual(["101", "110", "199"]);
		expect(["100", "200", "777", "10", "1011", "0", "9", "1*1", ""].map(readExtensionKeys)).toEqual(
			Array(9).fill(null),
		);
	});
});

describe("the menu", () => {
	it("is asked for in one Gather of three keys with the whole prompt inside", () => {
		expect(answerCall(null, call, settings).steps).toEqual([
			expect.objectContaining({ kind: "gather", maxDigits: 3, waitSeconds: 3, nextPath: "/ivr/menu/1" }),
		]);
	});

	it.each(["", "9"])("is played again after %j, three times in all, then takes leave", (digits) => {
		for (let attempt = 1; attempt < menuAttemptsMax; attempt++) {
			const plan = chooseFromMenu(digits, attempt, null, call, settings, []);
			expect(plan.steps).toEqual([expect.objectContaining({ nextPath: `/ivr/menu/${attempt + 1}` })]);
		}
		const last = chooseFromMenu(digits, menuAttemptsMax, null, call, settings, []);
		expect(kinds(last)).toEqual(["say", "hangUp"]);
		expect(spoken(last)).toContain("Goodbye");
		expect(spoken(last).includes("did not receive a choice")).toBe(digits === "");
	});

	it("says honestly that there is no receptionist when 0 is pressed", () => {
		const plan = chooseFromMenu("0", 1, null, call, settings, []);
		expect(spoken(plan)).toContain("The receptionist is not available.");
		expect(kinds(plan)).toEqual(["gather"]);
	});

	it.each(["777", "5", "12", "150"])("says that %s is unknown and plays again", (digits) => {
		const plan = chooseFromMenu(digits, 1, null, call, settings, []);
		expect(spoken(plan)).toContain(`Sorry, ${digits.split("").join(" ")} is not an extension here.`);
		expect(kinds(plan)).toEqual(["gather"]);
	});

	it("reads unknown keys one by one, a star by its name", () => {
		const plan = chooseFromMenu("1*", 1, null, call, settings, []);
		expect(spoken(plan)).toContain("Sorry, 1 star is not an extension here.");
	});

	it("puts the caller through by name when the extension exists", () => {
		const plan = chooseFromMenu("101", 2, jane, call, settings, []);
		expect(spoken(plan)).toContain("Connecting you to Jane Smith.");
		expect(kinds(plan)).toEqual(["say", "ring"]);
		expect(plan.events.map((event) => event.step)).toEqual(["keys-2", "ring-101"]);
		expect(chooseFromMenu("103", 1, ana, call, settings, []).steps[1]).toMatchObject({
			kind: "record",
			maxSeconds: 120,
		});
	});
});

describe("an extension's own number", () => {
	it("rings as the only step, so that an unanswered call costs the caller nothing", () => {
		expect(answerCall(jane, call, settings).steps).toEqual([
			{
				kind: "ring",
				number: "+14155550151",
				screenPath: "/ivr/screen/101/known/SmFuZSBTbWl0aA",
				callerId: "+14155550199",
				timeoutSeconds: 20,
				nextPath: "/ivr/extension/101/result",
			},
		]);
	});

	it("shows the dialled number when the caller's is withheld", () => {
		expect(answerCall(jane, { ...call, from: null }, settings).steps[0]).toMatchObject({
			callerId: "+18005550100",
			screenPath: "/ivr/screen/101/withheld/SmFuZSBTbWl0aA",
		});
	});

	it("takes calls by a key, or by picking up when its owner wants that", () => {
		const { steps } = answerCall({ ...jane, answerWith: "pickup" }, call, settings);
		expect(steps).toEqual([expect.not.objectContaining({ screenPath: expect.anything() })]);
	});

	it.each(["Zoë Ünal-O'Neil", "李伟", "🙂", "?/&=+%", "x".repeat(100)])(
		"carries the name %s along",
		(name) => {
			const [step] = answerCall({ ...jane, name }, call, settings).steps;
			const path = step?.kind === "ring" ? (step.screenPath ?? "") : "";
			expect(path).toMatch(/^[\w/-]+$/);
			expect(unpackName(path.split("/").at(-1) ?? "")).toBe(name);
		},
	);

	it.each(["", "A", "_____", "gICA"])("takes no name from %j", (packed) => {
		expect(unpackName(packed)).toBeNull();
	});
});

describe("a call that its own telephone sent on to us", () => {
	const forwarded = { ...call, forwardedFrom: jane.forwardTo };

	it.each([
		["its own number", () => answerCall(jane, forwarded, settings)],
		["the menu", () => chooseFromMenu("101", 1, jane, forwarded, settings, [])],
		[
			"the receptionist",
			() => reachExtension(jane, forwarded, settings, { attempt: 1, turn: 2, silences: 0 }),
		],
		["the line that it rings", () => answerCall(jane, { ...call, to: jane.forwardTo }, settings)],
	])("has the voicemail at once, by %s", (_, reach) => {
		const plan = reach();
		expect(kinds(plan)).toEqual(["say", "record"]);
		expect(spoken(plan)).not.toContain("Connecting");
		expect(plan.events.at(-1)).toMatchObject({
			kind: "voicemail_offered",
			detail: { extension: "101", isForwarded: true },
		});
	});

	it("rings when another telephone sent it on, or nobody says which", () => {
		for (const forwardedFrom of ["+14155550152", null]) {
			expect(kinds(answerCall(jane, { ...call, forwardedFrom }, settings))).toEqual(["ring"]);
		}
		const plan = answerCall(ana, { ...call, forwardedFrom: null }, settings);
		expect(plan.events[0]?.detail).toEqual({ extension: "103" });
	});
});

describe("after ringing", () => {
	const ringing = {
		isBridged: false,
		ringResult: "no_answer" as const,
		talkSeconds: 0,
		legId: null,
		isCallerPresent: true,
	};

	it.each(["no_answer", "busy", "failed", "completed"] as const)(
		"offers voicemail when the leg ended %s unbridged",
		(ringResult) => {
			const plan = afterRinging(jane, { ...ringing, ringResult }, settings);
			expect(kinds(plan)).toEqual(["say", "record"]);
			expect(plan.outcome).toBeUndefined();
		},
	);

	it.each(["no_answer", "busy", "canceled", "failed", "completed"] as const)(
		"says that a telephone was picked up and the call not taken, whatever the carrier calls it (%s)",
		(ringResult) => {
			const plan = afterRinging(jane, { ...ringing, ringResult, isPickedUp: true }, settings);
			expect(plan.events[0]).toEqual({
				step: "unanswered-101",
				kind: "extension_not_taken",
				detail: { extension: "101", result: ringResult },
			});
			const [notPickedUp] = afterRinging(jane, { ...ringing, ringResult }, settings).events;
			expect(notPickedUp?.kind).toBe(
				ringResult === "completed" ? "extension_not_taken" : "extension_unanswered",
			);
		},
	);

	it("is done when two people spoke", () => {
		expect(afterRinging(jane, { ...ringing, isBridged: true, talkSeconds: 30 }, settings)).toMatchObject({
			outcome: "answered",
			steps: [{ kind: "hangUp" }],
		});
	});

	it("offers nothing to a caller who left", () => {
		expect(afterRinging(jane, { ...ringing, isCallerPresent: false }, settings).steps).toEqual([]);
	});
});
