import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { conversations, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { messageIdOf } from "@cloudpbx/twilio/message-webhooks";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { contact, db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { receive, sendWebhook, sidOf } from "../webhooks.ts";
import { loadConversation, loadThread } from "../workshop.ts";

beforeAll(foundCompany);

async function loadMessage(word: string) {
	const [row] = await db
		.select()
		.from(messages)
		.where(eq(messages.id, messageIdOf(sidOf(word))));
	return row;
}

describe("a text", () => {
	it("is answered with an empty document and opens a conversation", async () => {
		const response = await receive("hello", "Are you open on Monday?");
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toContain("text/xml");
		expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
		expect(await loadMessage("hello")).toMatchObject({
			carrierId: sidOf("hello"),
			direction: "inbound",
			author: "contact",
			status: "received",
			body: "Are you open on Monday?",
			fromNumber: contact,
			toNumber: mainLine,
			sequence: 1,
		});
		expect(await loadConversation()).toMatchObject({
			mode: "assistant",
			unreadCount: 1,
			inboundSequence: 1,
			answeredSequence: 0,
			lastPreview: "Are you open on Monday?",
		});
	});

	it("is one message however often it is reported", async () => {
		for (let count = 0; count < 3; count++) await receive("twice", "Hello?", { From: "+14155550142" });
		expect(await loadThread("+14155550142")).toHaveLength(1);
		expect(await loadConversation("+14155550142")).toMatchObject({ unreadCount: 1, inboundSequence: 1 });
	});

	it("is taken by GET as well", async () => {
		const params = { MessageSid: sidOf("get"), From: "+14155550143", To: mainLine, Body: "Hi" };
		expect((await sendWebhook("/sms/inbound", params, { method: "GET" })).status).toBe(200);
		expect(await loadMessage("get")).toMatchObject({ body: "Hi" });
	});

	it("opens a conversation of its own for every number of ours", async () => {
		await receive("line1", "Hi", { From: "+14155550144" });
		await receive("line2", "Hi", { From: "+14155550144", To: janesLine });
		const rows = await db.select().from(conversations).where(eq(conversations.contactNumber, "+14155550144"));
		expect(rows.map(({ ourNumber }) => ourNumber).sort()).toEqual([janesLine, mainLine]);
	});
});

describe("an odd text", () => {
	it.each([
		["with null bytes", "nul", "a\u0000b", "ab"],
		["with nothing in it", "empty", "", ""],
		["of emoji", "emoji", "👍🏽👨‍👩‍👧", "👍🏽👨‍👩‍👧"],
		["with half an emoji", "half", "ok \ud83d", "ok \ufffd"],
		["of 1,600 characters", "long", "x".repeat(1600), "x".repeat(1600)],
		["of 50,000 characters", "verylong", "y".repeat(50_000), "y".repeat(5000)],
	])("%s is stored", async (_name, word, body, stored) => {
		expect((await receive(word, body)).status).toBe(200);
		expect((await loadMessage(word))?.body).toBe(stored);
	});

	it.each([
		["a short code", "short", "72345", "72345"],
		["a name", "name", "ACME BANK", "ACME BANK"],
		["nobody", "nobody", "", "unknown"],
		["our own number", "ours", janesLine, janesLine],
		["a withheld number", "withheld", "+266696687", "+266696687"],
	])("from %s is kept and not answered", async (_name, word, From, kept) => {
		expect((await receive(word, "Your code is 1234", { From })).status).toBe(200);
		expect(await loadMessage(word)).toMatchObject({ fromNumber: kept, sequence: null });
		const conversation = await loadConversation(kept);
		expect(conversation).toMatchObject({ inboundSequence: 0, unreadCount: 1 });
	});

	it("to a number that is not ours is kept and not answered", async () => {
		await receive("stray", "Hi", { To: "+14155550000" });
		expect(await loadConversation(contact, "+14155550000")).toMatchObject({ inboundSequence: 0 });
	});

	it("never gets 5xx, whatever a signed body holds", async () => {
		const before = (await db.select().from(messages)).length;
		const odd: Record<string, string>[] = [
			{},
			{ MessageSid: "" },
			{ MessageSid: "SM'; DROP TABLE messages; --" },
			{ MessageSid: "MM1", NumMedia: "99" },
		];
		for (const params of odd) {
			expect((await sendWebhook("/sms/inbound", params)).status).toBe(200);
			expect((await sendWebhook("/sms/status", params)).status).toBe(204);
		}
		expect((await db.select().from(messages)).length).toBe(before);
	});
});

describe("a text with files", () => {
	it("keeps what came with it to be fetched", async () => {
		const url = (n: number) => `https://carrier.example.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME${n}`;
		await receive("mms", "", {
			MessageSid: sidOf("mms", "MM"),
			NumMedia: "2",
			MediaUrl0: url(0),
			MediaContentType0: "image/jpeg",
			MediaUrl1: url(1),
			MediaContentType1: "text/vcard",
		});
		const message = await loadMessage("mms");
		expect(message).toMatchObject({ body: "", mediaCount: 2 });
		const media = await db
			.select()
			.from(messageMedia)
			.where(eq(messageMedia.messageId, message?.id ?? ""));
		expect(media.map(({ contentType, status }) => [contentType, status])).toEqual([
			["image/jpeg", "pending"],
			["text/vcard", "pending"],
		]);
		expect((await loadConversation())?.lastPreview).toBe("[file]");
	});
});

describe("while D1 is down", () => {
	const down = {
		prepare: () => {
			throw new Error("D1_ERROR: Network connection lost.");
		},
		batch: () => Promise.reject(new Error("D1_ERROR: Network connection lost.")),
	} as unknown as D1Database;

	it("a text waits in the queue and is answered politely", async () => {
		const sent: unknown[] = [];
		const queue = { send: async (job: unknown) => sent.push(job) } as unknown as Queue;
		const response = await receive("down", "Hi", {}, { database: down, env: { JOB_QUEUE: queue } });
		expect(response.status).toBe(200);
		expect(sent).toMatchObject([{ task: "receive", params: { MessageSid: sidOf("down"), Body: "Hi" } }]);
	});

	it("a text is answered politely even when nothing can be kept: the sweep finds it at the carrier", async () => {
		const queue = { send: () => Promise.reject(new Error("queue is down")) } as unknown as Queue;
		const response = await receive("lost", "Hi", {}, { database: down, env: { JOB_QUEUE: queue } });
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("<Response/>");
	});

	it("a report is answered, since the carrier does not repeat it", async () => {
		const params = { MessageSid: sidOf("down"), MessageStatus: "delivered" };
		expect((await sendWebhook("/sms/status", params, { database: down })).status).toBe(204);
	});
});

it("keeps the text when the queues are down", async () => {
	const queue = { sendBatch: () => Promise.reject(new Error("queue is down")) } as unknown as Queue;
	const env = { REPLY_QUEUE: queue, JOB_QUEUE: queue };
	const response = await receive("noqueue", "Hi", { From: "+14155550145" }, { env });
	expect(response.status).toBe(200);
	expect(await loadConversation("+14155550145")).toMatchObject({ inboundSequence: 1, answeredSequence: 0 });
});

describe("a webhook that is not Twilio's", () => {
	it.each(["/sms/inbound", "/sms/status", "/sms/status/0123456789abcdef", "/sms/nothing"])(
		"gets 403 and leaves nothing behind at %s",
		async (path) => {
			const count = async () =>
				(await db.select().from(messages)).length +
				(await db.select().from(consentEvents)).length +
				(await db.select().from(optOuts)).length;
			const before = await count();
			const params = { MessageSid: sidOf("forged"), From: contact, To: mainLine, Body: "STOP" };
			expect((await sendWebhook(path, params, { signature: null })).status).toBe(403);
			expect((await sendWebhook(path, params, { signature: "bm90IHRoZSBzaWduYXR1cmU=" })).status).toBe(403);
			expect(await count()).toBe(before);
		},
	);

	it("proves the address at /sms/self-test when it is signed, and only then", async () => {
		expect((await sendWebhook("/sms/self-test", {}, { signature: null })).status).toBe(403);
		const response = await sendWebhook("/sms/self-test", {});
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("<Response/>");
	});

	it("has no way in by the public address of the live feed", async () => {
		expect((await sendWebhook("/live", {})).status).toBe(404);
		expect(testEnv.PUBLIC_URL).toBe("https://pbx.example.com");
	});
});
