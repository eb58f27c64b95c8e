import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { describe, expect, it } from "vitest";
import {
	findRepeatedName,
	InboundTextWebhook,
	MessageStatusWebhook,
	messageIdOf,
	statusPathOf,
} from "../src/message-webhooks.ts";
import { renderMessageReply } from "../src/render-message-reply.ts";

const sid = `SM${"a".repeat(32)}`;
/** As captured: every parameter that Twilio sends with a text. */
const captured = {
	ToCountry: "US",
	ToState: "CA",
	SmsMessageSid: sid,
	NumMedia: "0",
	ToCity: "",
	FromZip: "94105",
	SmsSid: sid,
	FromState: "CA",
	SmsStatus: "received",
	FromCity: "SAN FRANCISCO",
	Body: "Hello there",
	FromCountry: "US",
	To: "+18005550100",
	ToZip: "",
	NumSegments: "2",
	ReferralNumMedia: "0",
	MessageSid: sid,
	AccountSid: `AC${"0".repeat(32)}`,
	From: "+14155550199",
	ApiVersion: "2010-04-01",
};

describe("a webhook that says a thing twice", () => {
	it("keeps every body, in order", () => {
		const text = InboundTextWebhook.parse({ ...captured, Body: ["Hello", "STOP"] });
		expect(text).toMatchObject({ body: "Hello\nSTOP", parts: ["Hello", "STOP"] });
	});

	it("has one sender, one recipient and one id", () => {
		const values = (params: Record<string, string[]>) => findRepeatedName(new Map(Object.entries(params)));
		expect(values({ From: ["+14155550199"], To: ["+18005550100"], Body: ["a", "b"] })).toBe(null);
		expect(values({ From: ["+14155550199", "+14155550198"] })).toBe("From");
		expect(values({ To: ["+18005550100", "+18005550101"] })).toBe("To");
		expect(values({ MessageSid: ["SM1", "SM2"] })).toBe("MessageSid");
	});
});

describe("an inbound text", () => {
	it("is read from what Twilio sends", () => {
		expect(InboundTextWebhook.parse(captured)).toEqual({
			messageId: `msg_${"a".repeat(32)}`,
			carrierId: sid,
			from: "+14155550199",
			senderKind: "phone",
			to: "+18005550100",
			body: "Hello there",
			parts: ["Hello there"],
			segments: 2,
			media: [],
			carrierConsent: null,
		});
	});

	it.each([
		["+14155550199", "phone", "+14155550199"],
		["72345", "short_code", "72345"],
		["+72345", "short_code", "72345"],
		["ACME", "other", "ACME"],
		["", "other", "unknown"],
		["\u0000", "other", "unknown"],
		["anonymous", "other", "anonymous"],
		["whatsapp:+14155550199", "other", "whatsapp:+14155550199"],
		["x".repeat(500), "other", "x".repeat(64)],
	])("from %j is from a %s", (From, senderKind, from) => {
		expect(InboundTextWebhook.parse({ ...captured, From })).toMatchObject({ senderKind, from });
	});

	it.each([
		["a\u0000b", "ab"],
		["line\r\nline\ttab", "line\nline\ttab"],
		["bell\u0007", "bell"],
		["half \ud83d", "half \ufffd"],
		["👍🏽", "👍🏽"],
	])("has its words cleaned: %j", (Body, body) => {
		expect(InboundTextWebhook.parse({ ...captured, Body }).body).toBe(body);
	});

	it("brings its files, ten at most, without those that have no address", () => {
		const files = Object.fromEntries(
			Array.from({ length: 12 }, (_, index) => [`MediaUrl${index}`, index === 1 ? "" : `https://x/${index}`]),
		);
		const { media } = InboundTextWebhook.parse({
			...captured,
			...files,
			NumMedia: "10",
			MediaContentType0: "IMAGE/JPEG",
		});
		expect(media).toHaveLength(9);
		expect(media[0]).toEqual({ url: "https://x/0", contentType: "image/jpeg" });
		expect(InboundTextWebhook.parse({ ...captured, ...files, NumMedia: "999" }).media).toEqual([]);
	});

	it.each([
		["STOP", "opt_out"],
		["START", "opt_in"],
		["HELP", "help"],
		["", null],
		["ODD", null],
	])("tells what Advanced Opt-Out did: %s", (OptOutType, carrierConsent) => {
		expect(InboundTextWebhook.parse({ ...captured, OptOutType }).carrierConsent).toBe(carrierConsent);
	});

	it.each(["", "SM1", "CA".padEnd(34, "0"), "SM'; DROP"])("without an id is refused: %j", (MessageSid) => {
		expect(InboundTextWebhook.safeParse({ ...captured, MessageSid }).success).toBe(false);
	});

	it("is answered with an empty document", () => {
		expect(renderMessageReply()).toBe(new MessagingResponse().toString());
	});
});

describe("a report", () => {
	it.each([
		["queued", "queued"],
		["accepted", "queued"],
		["sent", "sent"],
		["delivered", "delivered"],
		["undelivered", "undelivered"],
		["partially_delivered", "sent"],
		["levitating", null],
	])("%s means %s", (MessageStatus, status) => {
		expect(MessageStatusWebhook.parse({ MessageSid: sid, MessageStatus })).toMatchObject({ status });
		expect(MessageStatusWebhook.parse({ MessageSid: sid, SmsStatus: MessageStatus })).toMatchObject({
			status,
		});
	});

	it.each([
		["30003", 30003],
		["", null],
		["none", null],
	])("has the error %j", (ErrorCode, errorCode) => {
		const report = { MessageSid: sid, MessageStatus: "failed", ErrorCode };
		expect(MessageStatusWebhook.parse(report)).toMatchObject({ errorCode });
	});

	it("is asked for at an address that names the text", () => {
		expect(statusPathOf(messageIdOf(sid))).toBe(`/sms/status/${"a".repeat(32)}`);
	});
});
