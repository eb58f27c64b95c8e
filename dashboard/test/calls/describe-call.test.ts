import { type CallEnding, callEventKinds } from "@cloudpbx/contracts/calls/calls";
import { describe, expect, it } from "vitest";
import { describeCall } from "../../src/screens/calls/describe-call.ts";
import { describePlace } from "../../src/screens/calls/describe-place.ts";
import { callOf, event, nameOf } from "./call-events.ts";

const rang = event(12, "extension_rang", { extension: "101" });
const unanswered = event(32, "extension_unanswered", { extension: "101", result: "no_answer" });
const offered = event(32, "voicemail_offered", { extension: "101" });
const menu = [
	event(0, "received"),
	event(0, "menu_played", { attempt: 1 }),
	event(11, "keys_pressed", { digits: "101" }),
];

describe("the sentence of a call that has ended", () => {
	it("says who rang how long, and that no message was left", () => {
		const call = callOf([...menu, rang, unanswered, offered, event(40, "ended")]);
		expect(describeCall(call, nameOf)).toBe("Missed: rang Jane Smith 20 sec, then no message.");
	});

	it("counts the ringing up to the answer, which is reported when the talking ends", () => {
		const answered = event(265, "extension_answered", { extension: "101", talkSeconds: 245 });
		const call = callOf([...menu, rang, answered], { outcome: "answered" });
		expect(describeCall(call, nameOf)).toBe(
			"Answered: Jane Smith picked up after 8 sec and talked for 4 min 5 sec.",
		);
	});

	it("names each telephone that rang", () => {
		const call = callOf(
			[
				...menu,
				rang,
				unanswered,
				event(40, "extension_rang", { extension: "102" }),
				event(70, "extension_answered", { extension: "102", talkSeconds: 25 }),
			],
			{ outcome: "answered" },
		);
		expect(describeCall(call, nameOf)).toBe(
			"Answered: rang Jane Smith 20 sec, then extension 102 picked up after 5 sec and talked for 25 sec.",
		);
	});

	it("tells the length of a message", () => {
		const left = event(60, "voicemail_left", { extension: "101", durationSeconds: 23 });
		const call = callOf([...menu, rang, unanswered, offered, left], { outcome: "voicemail" });
		expect(describeCall(call, nameOf)).toBe("Voicemail: rang Jane Smith 20 sec, then a message of 23 sec.");
	});

	it.each([
		["busy", "Missed: Jane Smith was busy, then no message."],
		["failed", "Missed: Jane Smith’s telephone could not be reached, then no message."],
	])("tells a telephone that was %s", (result, sentence) => {
		const end = event(13, "extension_unanswered", { extension: "101", result });
		expect(describeCall(callOf([...menu, rang, end, offered]), nameOf)).toBe(sentence);
	});

	it("tells a telephone that was picked up by something that took no call", () => {
		const end = event(33, "extension_not_taken", { extension: "101", result: "completed" });
		const call = callOf([
			...menu,
			rang,
			event(19, "extension_picked_up", { extension: "101" }),
			end,
			offered,
		]);
		expect(describeCall(call, nameOf)).toBe(
			"Missed: Jane Smith’s telephone was picked up and nobody took the call, then no message.",
		);
	});

	it.each([
		[
			"who hangs up while it rings",
			[...menu, rang, event(21, "caller_gave_up", { extension: "101" })],
			"Missed: rang Jane Smith 9 sec until the caller hung up.",
		],
		["who hangs up in the menu", menu, "Missed: the caller hung up in the menu after 1 min."],
		[
			"who hangs up with the receptionist",
			[...menu, event(13, "receptionist_reached")],
			"Missed: the caller hung up with the receptionist after 1 min.",
		],
		[
			"who chooses nothing",
			[...menu, event(50, "goodbye_said")],
			"Missed: the call ended after 1 min without a choice.",
		],
		["of whom nothing is known", [], "Missed: the caller hung up after 1 min."],
	])("tells a caller %s", (_, events, sentence) => {
		expect(describeCall(callOf(events), nameOf)).toBe(sentence);
	});

	it("tells the other outcomes", () => {
		const tell = (outcome: "informed" | "blocked" | "failed" | "answered" | "voicemail") =>
			describeCall(callOf([event(0, "received")], { outcome }), nameOf);
		expect(tell("informed")).toBe("Informed: the receptionist answered the question.");
		expect(tell("blocked")).toBe("Blocked: turned away before any telephone rang.");
		expect(tell("failed")).toBe("Failed: the line broke off.");
		expect(tell("answered")).toBe("Answered: somebody answered.");
		expect(tell("voicemail")).toBe("Voicemail: a message.");
	});
});

describe("a call out", () => {
	const placed = [event(0, "call_placed", { extension: "101", phones: 1, by: "Jane" })];
	const confirmed = [...placed, event(6, "call_confirmed")];
	const tell = (events: typeof placed, outcome: CallEnding, durationSeconds = 0) =>
		describeCall(callOf(events, { direction: "outbound", outcome, durationSeconds }), nameOf);

	it("is told by what it came to", () => {
		expect(tell(confirmed, "answered", 84)).toBe("Answered: talked for 1 min 24 sec.");
		expect(tell(confirmed, "busy")).toBe("Busy: the line was busy.");
		expect(tell(confirmed, "no_answer")).toBe("No Answer: nobody answered.");
		expect(tell(confirmed, "failed")).toBe("Failed: the number could not be reached.");
		expect(tell(placed, "failed")).toBe("Failed: the carrier rang no telephone.");
		expect(tell(placed, "canceled")).toBe("Cancelled: ended before the number was called.");
		expect(tell(placed, "not_taken")).toBe("Not Taken: nobody pressed 1 on the own telephone.");
	});
});

describe("where a call is that lasts", () => {
	it.each(callEventKinds)("is told after the event %s", (kind) => {
		const call = callOf([event(3, kind, { extension: "101" })], { outcome: null });
		expect(describePlace(call, nameOf)).toMatch(/^[A-Z]\w+/);
		expect(describeCall(call, nameOf)).toMatch(/^In progress: [a-z].+\.$/);
	});

	it("names who was put through to", () => {
		expect(describePlace(callOf([...menu, rang], { outcome: null }), nameOf)).toBe(
			"Put through to Jane Smith",
		);
		expect(describePlace(callOf([], { outcome: null }), nameOf)).toBe("Just begun");
	});
});
