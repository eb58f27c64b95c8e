import { expect, it } from "vitest";
import { describeEntry } from "../../../pages/domain/calls/describe-entry.ts";

const at = "2026-11-02T10:00:00.250Z";

it("shows a webhook by its path, status and time", () => {
	const entry = describeEntry({
		at,
		ms: 250,
		kind: "webhook",
		text: "voice POST …",
		url: "http://localhost:8787/ivr/inbound?x=1",
		status: 200,
		duration: 41,
		attempt: 1,
		error: null,
	});
	expect(entry).toMatchObject({
		atMilliseconds: Date.parse(at),
		label: "Webhook",
		title: "/ivr/inbound?x=1",
		fields: [],
	});
	expect(entry.badges).toEqual([
		{ text: "200", isBad: false },
		{ text: "41 ms", isBad: false },
	]);
});

it("marks a webhook that failed, with its reason and its attempt", () => {
	const { badges } = describeEntry({
		at,
		kind: "webhook",
		url: "http://localhost/x",
		status: null,
		error: "timeout",
		attempt: 2,
	});
	expect(badges).toEqual([
		{ text: "timeout", isBad: true },
		{ text: "Attempt 2", isBad: true },
	]);
});

it("takes a TwiML document for a document", () => {
	const entry = describeEntry({ at, kind: "twiml", text: "<Response/>", url: "http://localhost/ivr" });
	expect(entry).toMatchObject({ xml: "<Response/>", title: "/ivr", fields: [] });
});

it("says a status and its numbers in words", () => {
	const entry = describeEntry({
		at,
		kind: "status",
		status: "no-answer",
		text: "no-answer: nobody answered +14155550151",
	});
	expect(entry).toMatchObject({ title: "No answer: nobody answered +1 (415) 555-0151", fields: [] });
});

it("says why a text was not delivered, as an error", () => {
	expect(
		describeEntry({ at, kind: "status", status: "undelivered", text: "undelivered: error 30003" }),
	).toMatchObject({ tone: "error", title: "Undelivered: phone unreachable (30003)" });
});

it.each([
	["busy", "warning"],
	["no-answer", "warning"],
	["failed", "error"],
	["completed", "status"],
])("gives the status %s the tone %s", (status, tone) => {
	expect(describeEntry({ at, kind: "status", status, text: status }).tone).toBe(tone);
});

it("names a withheld number as a phone does", () => {
	expect(
		describeEntry({ at, kind: "status", status: "ringing", text: "ringing: anonymous → +18005550100" }).title,
	).toBe("Ringing: No Caller ID → +1 (800) 555-0100");
});

it("offers a recording to be played, a transcription not", () => {
	expect(describeEntry({ at, kind: "recording", text: "recording of 5 s", sid: "RE1" }).recordingSid).toBe(
		"RE1",
	);
	expect(describeEntry({ at, kind: "recording", text: "transcription", sid: "TR1" })).toMatchObject({
		recordingSid: null,
		fields: [["sid", "TR1"]],
	});
});

it("shows all values of a kind it does not know", () => {
	const entry = describeEntry({
		at,
		kind: "weather",
		text: "it rains",
		wind: 5,
		detail: { sky: "grey", sun: null },
	});
	expect(entry).toMatchObject({
		label: "Weather",
		title: "it rains",
		fields: [
			["wind", "5"],
			["sky", "grey"],
		],
	});
});
