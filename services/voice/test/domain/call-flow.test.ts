import { describe, expect, it } from "vitest";
import { answerCall } from "../../src/domain/answer-call.ts";
import { unpackWords } from "../../src/domain/call/call-paths.ts";
import type { CallInProgress, CallPlan } from "../../src/domain/call/call-plan.ts";
import { chooseFromMenu } from "../../src/domain/menu/choose-from-menu.ts";
import { readExtensionKeys } from "../../src/domain/menu/menu-keys.ts";
import { menuAttemptsMax } from "../../src/domain/menu/play-menu.ts";
import type { Extension, Office } from "../../src/domain/office/office.ts";
import { afterSilence } from "../../src/domain/receptionist/after-silence.ts";
import { afterRinging } from "../../src/domain/ringing/after-ringing.ts";
import { reachExtension } from "../../src/domain/ringing/reach-extension.ts";
import { ana, jane, officeOf, settingsOf } from "./office.ts";

const off = officeOf({ settings: settingsOf({ isAssistantOn: false }) });
const on = officeOf();
const call = { from: "+14155550199", to: "+18005550100" };

const choose = (digits: string, attempt: number, extension: Extension | null = null, context = off) =>
	chooseFromMenu({ digits, attempt, isSecondPart: false }, extension, call, context);
const kinds = (plan: CallPlan) => plan.steps.map((step) => step.kind);
const spoken = (plan: CallPlan) =>
	plan.steps
		.map((step) => (step.kind === "say" ? step.text : step.kind === "gather" ? step.prompt : ""))
		.join(" ");

const answer = (extension: Extension, changes: Partial<CallInProgress> = {}) => {
	const to = "+14155550101";
	return answerCall(
		{ ...call, to, ...changes },
		{ ...off, extensions: [extension], lines: { [changes.to ?? to]: extension.ext } },
	);
};

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
		expect(answerCall(call, off).steps).toEqual([
			expect.objectContaining({ kind: "gather", maxDigits: 3, waitSeconds: 3, nextPath: "/ivr/menu/1" }),
		]);
	});

	it.each(["", "9", "*", "150"])("is played twice more after %j", (digits) => {
		for (const context of [off, on])
			for (let attempt = 1; attempt < menuAttemptsMax; attempt++) {
				const plan = choose(digits, attempt, null, context);
				expect(plan.steps).toEqual([expect.objectContaining({ nextPath: `/ivr/menu/${attempt + 1}` })]);
			}
	});

	it.each(["", "9", "*", "150"])(
		"leads to the company's box when %j comes a third time and there is no receptionist",
		(digits) => {
			const last = choose(digits, menuAttemptsMax);
			expect(kinds(last)).toEqual(["say", "record"]);
			expect(spoken(last)).toContain("Please leave a message with your name and number");
			expect(spoken(last)).not.toContain("Goodbye");
			expect(spoken(last).includes("did not receive a choice")).toBe(digits === "");
			expect(last.steps[1]).toMatchObject({
				nextPath: "/ivr/voicemail/company/finished",
				recordedPath: "/ivr/voicemail/company/recorded",
				transcribedPath: "/ivr/voicemail/company/transcribed",
			});
		},
	);

	it.each(["", "9", "150"])(
		"leads to the receptionist, who listens, when %j comes a third time",
		(digits) => {
			const last = choose(digits, menuAttemptsMax, null, on);
			expect(last.steps).toEqual([
				expect.objectContaining({
					kind: "gather",
					nextPath: "/ivr/receptionist/3/1/0",
					speech: { hints: ["Jane Smith"] },
				}),
			]);
			expect(spoken(last)).toContain("this is the assistant of Acme Corp");
			expect(last.receptionistResult).toBe("reached");
		},
	);

	it("takes leave of a caller who is silent there too, after at most two menus, and does not begin anew", () => {
		let plan = choose("", menuAttemptsMax, null, on);
		for (const silences of [0, 1]) {
			plan = afterSilence({ ...on, place: { attempt: 3, turn: 1, silences } });
		}
		expect(kinds(plan)).toEqual(["say", "hangUp"]);
		expect(kinds(choose("", 2 * menuAttemptsMax, null, on))).toEqual(["say", "hangUp"]);
	});

	it("hears words as well while there is a receptionist, and asks for keys alone otherwise", () => {
		expect(answerCall(call, on).steps[0]).toMatchObject({ speech: { hints: ["Jane Smith"] } });
		expect(answerCall(call, off).steps[0]).not.toHaveProperty("speech");
	});

	it("promises only what there is", () => {
		const heard = (context: Office) => spoken(answerCall(call, context));
		expect(heard(on)).toContain("For our receptionist, press 0. Or just say");
		expect(heard(off)).not.toMatch(/receptionist|say who/);
		expect(heard(off)).toContain("To leave a message, press 0.");
		expect(heard({ ...off, extensions: [] })).not.toContain("extension");
	});

	it("says honestly that there is no receptionist when 0 is pressed, offers an extension, then takes a message", () => {
		const plan = choose("0", 1);
		expect(spoken(plan)).toBe(
			"The receptionist is not available. If you know your party's extension, please enter it now. To leave a message, stay on the line.",
		);
		expect(plan.steps).toEqual([expect.objectContaining({ kind: "gather", nextPath: "/ivr/menu/3" })]);
		expect(kinds(choose("", 3))).toEqual(["say", "record"]);
		expect(spoken(choose("0", 3))).toMatch(/^The receptionist is not available. Please leave a message/);
		expect(
			spoken(
				chooseFromMenu({ digits: "0", attempt: 1, isSecondPart: false }, null, call, {
					...off,
					extensions: [],
				}),
			),
		).not.toContain("extension");
	});

	it.each(["777", "5", "150"])("says that %s is unknown and plays again", (digits) => {
		const plan = choose(digits, 1);
		expect(spoken(plan)).toContain(`Sorry, ${digits.split("").join(" ")} is not an extension here.`);
		expect(kinds(plan)).toEqual(["gather"]);
	});

	it("waits for the rest of an extension that is typed slowly, without a word and without losing what was typed", () => {
		expect(choose("1", 2).steps).toEqual([
			{ kind: "gather", prompt: "", maxDigits: 2, waitSeconds: 3, nextPath: "/ivr/menu/2/keys/1" },
		]);
		expect(choose("10", 2).steps).toEqual([
			expect.objectContaining({ maxDigits: 1, nextPath: "/ivr/menu/2/keys/10" }),
		]);
		const over = chooseFromMenu({ digits: "12", attempt: 2, isSecondPart: true }, null, call, off);
		expect(spoken(over)).toContain("Sorry, 1 2 is not an extension here.");
	});

	it("looks at the keys a second after the last one, however long it waits for the first", () => {
		expect(answerCall(call, off).steps[0]).toMatchObject({ keyGapSeconds: 1, waitSeconds: 3 });
	});

	it("reads unknown keys one by one, a star by its name", () => {
		const plan = choose("1*", 1, null);
		expect(spoken(plan)).toContain("Sorry, 1 star is not an extension here.");
	});

	it("puts the caller through by name when the extension exists", () => {
		const plan = choose("101", 2, jane);
		expect(spoken(plan)).toContain("Connecting you to Jane Smith.");
		expect(kinds(plan)).toEqual(["say", "ring"]);
		expect(plan.events.map((event) => event.step)).toEqual(["keys-2", "ring-101"]);
		expect(choose("103", 1, ana).steps[1]).toMatchObject({
			kind: "record",
			maxSeconds: 120,
		});
	});
});

describe("an extension's own number", () => {
	it("rings as the only step, so that an unanswered call costs the caller nothing", () => {
		expect(answer(jane).steps).toEqual([
			{
				kind: "ring",
				phones: [{ number: "+14155550151", screenPath: "/ivr/screen/101/101/known/SmFuZSBTbWl0aA" }],
				callerId: "+14155550199",
				timeoutSeconds: 20,
				nextPath: "/ivr/extension/101/result",
			},
		]);
	});

	it("shows the dialled number when the caller's is withheld", () => {
		expect(answer(jane, { from: null }).steps[0]).toMatchObject({
			callerId: "+14155550101",
			phones: [{ screenPath: "/ivr/screen/101/101/withheld/SmFuZSBTbWl0aA" }],
		});
	});

	it("takes calls by a key, or by picking up when its owner wants that", () => {
		const { steps } = answer({ ...jane, answerWith: "pickup" });
		const phones = [{ number: jane.forwardTo, screenPath: "/ivr/screen/101/101/taken" }];
		expect(steps).toEqual([expect.objectContaining({ phones })]);
	});

	it.each(["Zoë Ünal-O'Neil", "李伟", "🙂", "?/&=+%", "x".repeat(100)])(
		"carries the name %s along",
		(name) => {
			const [step] = answer({ ...jane, name }).steps;
			const path = step?.kind === "ring" ? (step.phones[0]?.screenPath ?? "") : "";
			expect(path).toMatch(/^[\w/-]+$/);
			expect(unpackWords(path.split("/").at(-1) ?? "")).toBe(name);
		},
	);

	it.each(["", "A", "_____", "gICA"])("takes no name from %j", (packed) => {
		expect(unpackWords(packed)).toBeNull();
	});
});

describe("a call that its own telephone sent on to us", () => {
	const forwarded = { ...call, forwardedFrom: jane.forwardTo };

	it.each([
		["its own number", () => answer(jane, { forwardedFrom: jane.forwardTo })],
		[
			"the menu",
			() => chooseFromMenu({ digits: "101", attempt: 1, isSecondPart: false }, jane, forwarded, off),
		],
		["the receptionist", () => reachExtension(jane, forwarded, off, { attempt: 1, turn: 2, silences: 0 })],
		["the line that it rings", () => answer(jane, { to: jane.forwardTo ?? "" })],
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
			expect(kinds(answer(jane, { forwardedFrom }))).toEqual(["ring"]);
		}
		const plan = answer(ana, { forwardedFrom: null });
		expect(plan.events[0]?.detail).toEqual({ extension: "103" });
	});
});

describe("after ringing", () => {
	const rung = { extension: jane, member: null };
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
			const plan = afterRinging(rung, { ...ringing, ringResult }, call, off);
			expect(kinds(plan)).toEqual(["say", "record"]);
			expect(plan.outcome).toBeUndefined();
		},
	);

	it.each(["no_answer", "busy", "canceled", "failed", "completed"] as const)(
		"says that a telephone was picked up and the call not taken, whatever the carrier calls it (%s)",
		(ringResult) => {
			const plan = afterRinging(rung, { ...ringing, ringResult, isPickedUp: true }, call, off);
			expect(plan.events[0]).toEqual({
				step: "unanswered-101",
				kind: "extension_not_taken",
				detail: { extension: "101", result: ringResult },
			});
			const [notPickedUp] = afterRinging(rung, { ...ringing, ringResult }, call, off).events;
			expect(notPickedUp?.kind).toBe(
				ringResult === "completed" ? "extension_not_taken" : "extension_unanswered",
			);
		},
	);

	it("is done when two people spoke", () => {
		expect(afterRinging(rung, { ...ringing, isBridged: true, talkSeconds: 30 }, call, off)).toMatchObject({
			outcome: "answered",
			steps: [{ kind: "hangUp" }],
		});
	});

	it("offers nothing to a caller who left", () => {
		expect(afterRinging(rung, { ...ringing, isCallerPresent: false }, call, off).steps).toEqual([]);
	});
});
