import { describe, expect, it } from "vitest";
import { CallWebhook, DialWebhook, LegWebhook } from "../src/voice-webhooks.ts";

const sid = (letter: string) => `CA${letter.repeat(32)}`;

describe("the end of a Dial", () => {
	it.each([
		["true", "completed", "12", true],
		["True", "completed", "12", true],
		["true", "no-answer", "0", true],
		["false", "completed", "12", false],
		["false", "no-answer", "", false],
		["false", "answered", "30", false],
		[undefined, "completed", "12", true],
		["", "completed", "12", true],
		[undefined, "completed", "0", false],
		[undefined, "completed", "", false],
		[undefined, "completed", "garbage", false],
		[undefined, "no-answer", "12", false],
		[undefined, "busy", "12", false],
		[undefined, "canceled", "12", false],
		[undefined, "failed", "12", false],
		[undefined, "", "12", false],
		["maybe", "completed", "12", false],
	])(
		"with DialBridged %s, %s and %j seconds: a conversation is %s",
		(DialBridged, DialCallStatus, DialCallDuration, isBridged) => {
			expect(DialWebhook.parse({ DialBridged, DialCallStatus, DialCallDuration }).isBridged).toBe(isBridged);
		},
	);

	it("names the leg, if the carrier does", () => {
		expect(DialWebhook.parse({ DialCallSid: sid("B") }).legId).toBe(`call_${"b".repeat(32)}`);
		for (const DialCallSid of [undefined, "", "garbage"]) {
			expect(DialWebhook.parse({ DialCallSid }).legId).toBeNull();
		}
	});
});

describe("a webhook about a leg", () => {
	it("names the leg and the call it was placed for", () => {
		expect(LegWebhook.parse({ CallSid: sid("B"), ParentCallSid: sid("A") })).toEqual({
			legId: `call_${"b".repeat(32)}`,
			callId: `call_${"a".repeat(32)}`,
		});
	});

	it("is none without a call", () => {
		expect(LegWebhook.safeParse({ CallSid: sid("B"), From: "+14155550199" }).success).toBe(false);
	});
});

it.each([
	["+14155550151", "+14155550151"],
	["4155550151", "+14155550151"],
	["14155550151", "+14155550151"],
	["(415) 555-0151", "+14155550151"],
	["+1 415.555.0151", "+14155550151"],
	[" +1415\u202a5550151\u202c ", "+14155550151"],
	["tel:+1-415-555-0151", "+14155550151"],
	["TEL:4155550151;phone-context=+1", "+14155550151"],
	["sip:+14155550151@carrier.example", "+14155550151"],
	["sips:4155550151@carrier.example;user=phone", "+14155550151"],
	["<sip:+14155550151@carrier.example>;reason=no-answer", "+14155550151"],
	["442079460958", "+442079460958"],
	["+442079460958", "+442079460958"],
	["", null],
	["anonymous", null],
	["sip:jane@carrier.example", null],
	["0151", null],
	["+", null],
	["+0155550151", null],
	["1".repeat(40), null],
	["💥", null],
])("reads of who sent a call on, %j: %s", (ForwardedFrom, number) => {
	expect(CallWebhook.parse({ CallSid: sid("A"), ForwardedFrom }).forwardedFrom).toBe(number);
});

it("knows nobody who sent a call on when the carrier says nothing", () => {
	expect(CallWebhook.parse({ CallSid: sid("A") }).forwardedFrom).toBeNull();
});
