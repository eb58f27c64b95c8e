import { describe, expect, it } from "vitest";
import type { CallPlan } from "../../src/domain/call/call-plan.ts";
import type { Office } from "../../src/domain/office/office.ts";
import { afterRinging } from "../../src/domain/ringing/after-ringing.ts";
import { announceExtension, reachExtension } from "../../src/domain/ringing/reach-extension.ts";
import { groupOf, officeOf, personOf } from "./office.ts";

const call = { from: "+14155550199", to: "+18005550100" };
const one = personOf("101", { forwardTo: "+14155550151", alsoRing: ["+14155550161"] });
const two = personOf("102", { forwardTo: "+14155550152" });
const three = personOf("103", { forwardTo: "+14155550153", answerWith: "pickup" });
const mute = personOf("104", { forwardTo: null });
const together = groupOf("110", ["103", "101", "104", "102"], { name: "Sales" });
const inOrder = groupOf("111", ["103", "101", "104", "102"], { ringing: "in_order", ringSeconds: 15 });
const office = officeOf({ extensions: [one, two, three, mute, together, inOrder] });

const silence = {
	isBridged: false,
	ringResult: "no_answer" as const,
	talkSeconds: 0,
	legId: null,
	isCallerPresent: true,
};
const numbers = (plan: CallPlan) =>
	plan.steps.flatMap((step) => (step.kind === "ring" ? step.phones.map(({ number }) => number) : []));
const kinds = (plan: CallPlan) => plan.steps.map(({ kind }) => kind);

describe("a person", () => {
	it("has all telephones ring together, each taken by a key", () => {
		const plan = reachExtension(one, call, office);
		expect(plan.steps).toEqual([
			expect.objectContaining({
				kind: "ring",
				phones: [
					{ number: "+14155550151", screenPath: expect.stringContaining("/ivr/screen/101/101/known/") },
					{ number: "+14155550161", screenPath: expect.stringContaining("/ivr/screen/101/101/known/") },
				],
				nextPath: "/ivr/extension/101/result",
			}),
		]);
	});

	it.each(["+14155550151", "+14155550161"])("has the voicemail at once when %s sent the call on", (phone) => {
		for (const destination of [one, together, inOrder]) {
			const plan = announceExtension(destination, { ...call, forwardedFrom: phone }, office);
			expect(kinds(plan)).toEqual(["say", "record"]);
			expect(plan.events.at(-1)?.detail).toEqual({ extension: destination.ext, isForwarded: true });
		}
	});
});

describe("a group that rings together", () => {
	it("rings every telephone of every member, in the group's order, for the group", () => {
		const plan = reachExtension(together, call, office);
		expect(numbers(plan)).toEqual(["+14155550153", "+14155550151", "+14155550161", "+14155550152"]);
		expect(plan.extension).toBe("110");
		expect(plan.steps[0]).toMatchObject({
			phones: [
				{ screenPath: "/ivr/screen/110/103/taken" },
				{ screenPath: expect.stringMatching(/^\/ivr\/screen\/110\/101\/known\/U2FsZXM$/) },
				{ screenPath: expect.stringMatching(/^\/ivr\/screen\/110\/101\/known\/U2FsZXM$/) },
				{ screenPath: expect.stringMatching(/^\/ivr\/screen\/110\/102\/known\/U2FsZXM$/) },
			],
			timeoutSeconds: 20,
			nextPath: "/ivr/extension/110/result",
		});
	});

	it("passes over who speaks with somebody, and who is closed", () => {
		const closed = { ...two, hours: { week: { monday: [] } } };
		const busy = { ...office, busy: ["101"], extensions: [one, closed, three, mute, together] };
		expect(numbers(reachExtension(together, call, busy))).toEqual(["+14155550153"]);
		const all = { ...office, busy: ["101", "102", "103"] };
		const plan = reachExtension(together, call, all);
		expect(kinds(plan)).toEqual(["say", "record"]);
		expect(plan.steps[1]).toMatchObject({ nextPath: "/ivr/voicemail/110/finished" });
	});

	it("rings ten telephones at most", () => {
		const many = Array.from({ length: 12 }, (_, index) => personOf(String(120 + index)));
		const group = groupOf(
			"112",
			many.map(({ ext }) => ext),
		);
		const plan = reachExtension(group, call, officeOf({ extensions: [...many, group] }));
		expect(numbers(plan)).toHaveLength(10);
	});

	it("offers the group's voicemail when nobody takes the call", () => {
		const plan = afterRinging({ extension: together, member: null }, silence, call, office);
		expect(plan.steps[1]).toMatchObject({ kind: "record", nextPath: "/ivr/voicemail/110/finished" });
		expect(plan.events.map(({ step }) => step)).toEqual(["unanswered-110", "voicemail-110"]);
	});
});

describe("a group that rings in order", () => {
	function ringThrough(start: Office): { rung: string[][]; last: CallPlan; seconds: number[] } {
		let plan = reachExtension(inOrder, call, start);
		const rung: string[][] = [];
		const seconds: number[] = [];
		for (let turn = 0; turn < 20; turn++) {
			const [step] = plan.steps;
			if (step?.kind !== "ring") return { rung, last: plan, seconds };
			rung.push(step.phones.map(({ number }) => number));
			seconds.push(step.timeoutSeconds);
			const [, member = null] = /\/member\/(\d+)\/result$/.exec(step.nextPath) ?? [];
			plan = afterRinging({ extension: inOrder, member }, silence, call, start);
		}
		throw new Error("it rings for ever");
	}

	it("rings one member after the other, each as long as the group says, then offers the group's voicemail", () => {
		const { rung, last, seconds } = ringThrough(office);
		expect(rung).toEqual([["+14155550153"], ["+14155550151", "+14155550161"], ["+14155550152"]]);
		expect(seconds).toEqual([15, 15, 15]);
		expect(last.steps[1]).toMatchObject({ nextPath: "/ivr/voicemail/111/finished" });
	});

	it("goes on after a member who has got busy or has left the group meanwhile", () => {
		const next = (start: Office) =>
			numbers(afterRinging({ extension: inOrder, member: "103" }, silence, call, start));
		expect(next({ ...office, busy: ["103"] })).toEqual(["+14155550151", "+14155550161"]);
		expect(next({ ...office, busy: ["101"] })).toEqual(["+14155550152"]);
		const without = { ...inOrder, members: inOrder.members.slice(1) };
		const plan = afterRinging({ extension: without, member: "103" }, silence, call, office);
		expect(kinds(plan)).toEqual(["say", "record"]);
	});

	it("stops when somebody took the call or the caller left", () => {
		const rung = { extension: inOrder, member: "103" };
		expect(afterRinging(rung, { ...silence, isBridged: true }, call, office).outcome).toBe("answered");
		expect(afterRinging(rung, { ...silence, isCallerPresent: false }, call, office).steps).toEqual([]);
	});
});

it("says the owner's own words before the tone", () => {
	const plan = reachExtension({ ...mute, greeting: "Ana is at sea." }, call, office);
	expect(plan.steps[0]).toMatchObject({ kind: "say", text: "Ana is at sea." });
});
