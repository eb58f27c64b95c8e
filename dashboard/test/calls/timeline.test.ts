import { callEventKinds, receptionistActions } from "@cloudpbx/contracts/calls/calls";
import { describe, expect, it } from "vitest";
import { toMoments } from "../../src/screens/calls/timeline.ts";
import { callOf, event, nameOf, turnOf } from "./call-events.ts";

describe("the timeline of a call", () => {
	it.each(callEventKinds)("has a line in words for %s", (kind) => {
		const [moment, ...rest] = toMoments(
			callOf([event(7, kind, { extension: "101", digits: "777" })]),
			nameOf,
		);
		expect(rest).toEqual([]);
		expect(moment?.offsetSeconds).toBe(7);
		expect(moment?.title).toMatch(/^\S.*\S$/);
		expect(moment?.title).not.toContain("_");
		expect(moment?.title).not.toContain("undefined");
	});

	it("makes one line of a telephone that rang and how that ended, and one of the answer", () => {
		const moments = toMoments(
			callOf([
				event(0, "received"),
				event(1, "menu_played", { attempt: 1 }),
				event(11, "keys_pressed", { digits: "101", attempt: 1 }),
				event(12, "extension_rang", { extension: "101" }),
				event(265, "extension_answered", { extension: "101", talkSeconds: 245 }),
				event(266, "ended", { status: "completed", durationSeconds: 266 }),
			]),
			nameOf,
		);
		expect(
			moments.map(({ offsetSeconds, title, detail }) => [offsetSeconds, title, detail].filter(Boolean)),
		).toEqual([
			["Call came in"],
			[1, "Heard the menu"],
			[11, "Pressed 101"],
			[12, "Rang Jane Smith", "For 8 sec"],
			[20, "Jane Smith answered", "Talked for 4 min 5 sec"],
			[266, "Call ended", "After 4 min 26 sec"],
		]);
	});

	it.each([
		["no_answer", "For 20 sec, nobody answered"],
		["canceled", "For 20 sec, then the ringing was ended"],
		["busy", "Was busy"],
		["failed", "Could not be reached"],
	])("says why nobody answered: %s", (result, detail) => {
		const [rang] = toMoments(
			callOf([
				event(12, "extension_rang", { extension: "101" }),
				event(32, "extension_unanswered", { extension: "101", result }),
			]),
			nameOf,
		);
		expect(rang).toMatchObject({ title: "Rang Jane Smith", detail, tone: "bad" });
	});

	it("says that a telephone was picked up and the call not taken", () => {
		const moments = toMoments(
			callOf([
				event(12, "extension_rang", { extension: "101" }),
				event(19, "extension_picked_up", { extension: "101" }),
				event(33, "extension_not_taken", { extension: "101", result: "completed" }),
			]),
			nameOf,
		);
		expect(moments).toMatchObject([
			{ title: "Rang Jane Smith", detail: expect.stringContaining("nobody pressed 1"), tone: "bad" },
			{ offsetSeconds: 19, title: "Jane Smith’s telephone was picked up", tone: "quiet" },
		]);
	});

	it("says that a call came from the very telephone that it would ring", () => {
		const offered = event(1, "voicemail_offered", { extension: "101", isForwarded: true });
		const [moment] = toMoments(callOf([offered]), nameOf);
		expect(moment?.detail).toBe("That telephone had forwarded the call here, so it was not rung");
	});

	it("keeps two ringings of one extension apart", () => {
		const moments = toMoments(
			callOf([
				event(10, "extension_rang", { extension: "101" }),
				event(15, "extension_unanswered", { extension: "101", result: "busy" }),
				event(30, "extension_rang", { extension: "101" }),
				event(42, "caller_gave_up", { extension: "101" }),
			]),
			nameOf,
		);
		expect(moments.map(({ detail }) => detail)).toEqual(["Was busy", "For 12 sec, until the caller hung up"]);
	});

	it("has no end for a telephone of which nothing more is known", () => {
		const [rang] = toMoments(callOf([event(12, "extension_rang", { extension: "101" })]), nameOf);
		expect(rang).toMatchObject({ detail: "Rings, or has been answered", tone: "busy" });
	});

	it.each(receptionistActions)("says what the receptionist heard, told and decided: %s", (action) => {
		const decided = event(20, "receptionist_decided", { turn: 1, action, extension: "101" });
		const turn = turnOf(20, { action, answer: "One moment." });
		const [moment, ...rest] = toMoments(callOf([decided], { receptionist: [turn] }), nameOf);
		expect(rest).toEqual([]);
		expect(moment).toMatchObject({
			said: "I want to talk to Jane",
			told: "One moment.",
			detail: "92% sure · 640 ms",
			tone: "quiet",
		});
		expect(moment?.title).toMatch(/^Receptionist /);
	});

	it("says why the receptionist could not decide", () => {
		const turn = turnOf(20, {
			action: "menu",
			confidence: null,
			milliseconds: 3100,
			model: null,
			failure: "the model did not answer in time",
		});
		const [moment] = toMoments(callOf([], { receptionist: [turn] }), nameOf);
		expect(moment).toMatchObject({
			offsetSeconds: 20,
			detail: "3.1 sec · failed: the model did not answer in time",
			tone: "bad",
		});
	});

	it("tells the same turn of two visits to the receptionist apart", () => {
		const decided = (seconds: number) =>
			event(seconds, "receptionist_decided", { turn: 1, action: "ask", extension: null });
		const turns = [
			turnOf(20, { action: "ask", words: "Hello" }),
			turnOf(50, { action: "ask", words: "Hello again" }),
		];
		const moments = toMoments(callOf([decided(20), decided(50)], { receptionist: turns }), nameOf);
		expect(moments.map(({ said }) => said)).toEqual(["Hello", "Hello again"]);
	});

	it("offers a message to be heard where it was left", () => {
		const moments = toMoments(
			callOf([event(60, "voicemail_left", { durationSeconds: 23 }), event(61, "voicemail_empty")]),
			nameOf,
		);
		expect(moments.map(({ isVoicemail }) => isVoicemail)).toEqual([true, undefined]);
	});

	it("names how the line ended when it did not just end", () => {
		const [ended] = toMoments(callOf([event(3, "ended", { status: "failed", durationSeconds: 0 })]), nameOf);
		expect(ended?.detail).toBe("After 0 sec · Failed");
	});

	it("shows a kind that is newer than the page by its name", () => {
		const newer = { ...event(3, "ended"), kind: "fax_received" as "ended" };
		expect(toMoments(callOf([newer]), nameOf)[0]?.title).toBe("fax received");
	});
});
