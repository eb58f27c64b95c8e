import webhooks from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { accountSid, authToken } from "../support/network.ts";
import { caller, main, otherPhone, phone } from "../support/stage.ts";
import { type TextView, textLine, useTextStage, type WholeTextView } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();

async function pointAt(number: string, settings: Record<string, string>): Promise<void> {
	const [found] = await stage.client.incomingPhoneNumbers.list({ phoneNumber: number });
	const { status } = await stage.network.rest("POST", `/IncomingPhoneNumbers/${found?.sid}.json`, settings);
	expect(status).toBe(200);
}

async function asked(count = 1, path = "/sms") {
	return await waitFor(
		() => stage.app.requestsTo(path),
		({ length }) => length >= count,
	);
}

/** Texts the company. Returns the answers. */
async function converse(twiml: string, count = 1): Promise<TextView[]> {
	stage.app.on("/sms", twiml);
	await stage.texts.text(caller, textLine, "Hi");
	const isReply = ({ direction }: TextView) => direction === "outbound-reply";
	const list = await stage.texts.listUntil(caller, (texts) => texts.filter(isReply).length >= count);
	return list.filter(isReply);
}

/** Texts the company. Returns the text with the warning that the answer causes. */
async function complain(answer: Parameters<typeof stage.app.on>[1], code: number): Promise<WholeTextView> {
	stage.app.on("/sms", answer);
	const sid = await stage.texts.text(caller, textLine, "Hi");
	return await stage.texts.until(sid, ({ timeline }) => timeline.some((entry) => entry.code === code));
}

describe("an inbound text", () => {
	it("is told with every documented parameter", async () => {
		const sid = await stage.texts.text(caller, textLine, "What are your hours? 🤔");
		const [request] = await asked();
		expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
		expect(request?.params).toEqual({
			MessageSid: sid,
			SmsSid: sid,
			SmsMessageSid: sid,
			AccountSid: accountSid,
			ApiVersion: "2010-04-01",
			From: caller,
			To: textLine,
			Body: "What are your hours? 🤔",
			NumMedia: "0",
			NumSegments: "1",
			ReferralNumMedia: "0",
			SmsStatus: "received",
			FromCity: "Austin",
			FromState: "TX",
			FromZip: "78701",
			FromCountry: "US",
			ToCity: "Austin",
			ToState: "TX",
			ToZip: "78701",
			ToCountry: "US",
		});
		expect(request?.headers["i-twilio-idempotency-token"]).toBeTruthy();
	});

	it.each(["POST", "GET"])("is signed so that the official validator accepts it, with %s", async (method) => {
		await pointAt(textLine, { SmsMethod: method });
		await stage.texts.text(caller, textLine, "Héllo & goodbye ");
		const [request] = await asked();
		const { url = "", params = {}, headers } = request ?? {};
		const signature = headers?.["x-twilio-signature"] ?? "";
		expect(request?.method).toBe(method);
		expect(params.Body).toBe("Héllo & goodbye ");
		const signed = method === "GET" ? {} : params;
		expect(webhooks.validateRequest(authToken, signature, url, signed)).toBe(true);
	});

	it.each([
		["nothing in it", ""],
		["a null byte", "a\u0000b"],
		["1600 characters", "a".repeat(1600)],
		["line breaks and emoji", "One\nTwo 👩‍👩‍👧‍👦\r\nThree"],
	])("arrives as it was written with %s", async (_, body) => {
		await stage.texts.text(caller, textLine, body);
		const [request] = await asked();
		expect(request?.params.Body?.replaceAll("\r\n", "\n")).toBe(body.replaceAll("\r\n", "\n"));
		expect(await stage.texts.listOf(caller)).toMatchObject([
			{ body, direction: "inbound", status: "received" },
		]);
	});

	it.each(["12345", "ACME", textLine])("may come from %s", async (from) => {
		await stage.texts.text(from, main, "Hi");
		const [request] = await asked();
		expect(request?.params).toMatchObject({ From: from, To: main });
	});

	it("to another phone is delivered there, and none of the account's business", async () => {
		const { texts, client } = stage;
		const sid = await texts.text(phone, otherPhone, "Lunch?");
		await texts.until(sid, ({ status }) => status === "delivered");
		expect(await texts.listOf(otherPhone)).toMatchObject([{ sid, direction: "direct" }]);
		expect(await client.messages.list()).toEqual([]);
		expect(stage.app.received).toEqual([]);
	});

	it("to a number without an SmsUrl is kept, with a warning", async () => {
		await pointAt(textLine, { SmsUrl: "" });
		const sid = await stage.texts.text(caller, textLine, "Hi");
		await stage.texts.until(sid, ({ timeline }) => timeline.some(({ kind }) => kind === "warning"));
		expect(stage.app.received).toEqual([]);
	});

	it("is told again once the stage is set anew, when its number was silenced in the second of its purchase", async () => {
		const { network, app, texts } = stage;
		const wanted = [{ PhoneNumber: textLine, VoiceUrl: app.url("/talk"), SmsUrl: app.url("/sms") }];
		await network.keepNumbers([]);
		await network.keepNumbers(wanted);
		await pointAt(textLine, { SmsUrl: "" });
		await network.keepNumbers(wanted);
		await texts.text(caller, textLine, "Hi");
		expect(await asked()).toHaveLength(1);
	});
});

describe("the answer to an inbound text", () => {
	it("goes back to the sender, from the number that was texted", async () => {
		const [reply] = await converse("<Message>We are open\n9 to 5.</Message>");
		expect(reply).toMatchObject({ from: textLine, to: caller, body: "We are open\n9 to 5." });
		const [read] = await stage.client.messages.list({ to: caller });
		expect(read).toMatchObject({ sid: reply?.sid, direction: "outbound-reply" });
	});

	it("may be several texts, with Body, to others, and with a status callback", async () => {
		const { texts, app } = stage;
		await converse(
			`<Message action="/status">One</Message>
			<Message to="${phone}" from="${main}"><Body>Two</Body></Message>`,
		);
		expect(await texts.listUntil(phone, ({ length }) => length === 1)).toMatchObject([
			{ from: main, to: phone, body: "Two", direction: "outbound-reply" },
		]);
		const reports = await waitFor(
			() => app.requestsTo("/status"),
			({ length }) => length === 2,
		);
		expect(reports.map(({ params }) => params.MessageStatus).sort()).toEqual(["delivered", "sent"]);
	});

	it("may be elsewhere, and what follows a Redirect is not done", async () => {
		stage.app.on("/more/sms", "<Message>From elsewhere</Message>");
		const replies = await converse("<Redirect>/more/sms</Redirect><Message>Never</Message>");
		expect(replies.map(({ body }) => body)).toEqual(["From elsewhere"]);
		expect(stage.app.requestsTo("/more/sms")[0]?.params).toMatchObject({ Body: "Hi" });
	});

	it("is sent as it is when it is plain text, unless that is switched off", async () => {
		const { network, app, texts } = stage;
		app.on("/sms", { type: "text/plain", body: "Just words" });
		await texts.text(caller, textLine, "Hi");
		await texts.listUntil(caller, (list) => list.some(({ body }) => body === "Just words"));
		await network.control("PUT", "/options", { plainTextIsSent: false });
		await texts.text(phone, textLine, "Hi");
		await asked(2);
		expect(await texts.listOf(phone)).toHaveLength(1);
	});

	it.each([
		["an empty Response", { body: "<Response/>" }],
		["no content", { status: 204, type: null }],
	])("may be %s, which says nothing", async (_, answer) => {
		const { app, texts } = stage;
		app.on("/sms", answer);
		const sid = await texts.text(caller, textLine, "Hi");
		const { timeline } = await texts.until(sid, ({ webhooks }) => webhooks.length === 1);
		expect(timeline.filter(({ kind }) => kind === "error" || kind === "warning")).toEqual([]);
		expect(await texts.listOf(caller)).toHaveLength(1);
	});

	it.each([
		["an error of the server", { status: 500 }, 11200],
		["no XML", { body: "<Response>" }, 12100],
		["no Content-Type", { type: null, body: "<Response/>" }, 12300],
		["JSON", { type: "application/json", body: "{}" }, 12300],
		["too long", { body: `<Response><!--${"x".repeat(65_536)}--></Response>` }, 11750],
		["a verb of calls", "<Say>Hi</Say>", 14110],
		["a text to nobody", '<Message to="you">Hi</Message>', 14101],
		["a text to its own sender", `<Message to="${textLine}">Hi</Message>`, 14101],
		["a text from somebody else", `<Message from="${phone}">Hi</Message>`, 14102],
		["an empty text", "<Message/>", 14103],
		["a text that is too long", `<Message>${"a".repeat(1601)}</Message>`, 14103],
		["eleven texts", "<Message>Hi</Message>".repeat(11), 14109],
	])("that is %s is complained about", async (_, answer, code) => {
		await complain(answer, code);
		expect(await stage.texts.listOf(caller)).toHaveLength(code === 14109 ? 11 : 1);
	});

	it("that redirects for ever is given up", async () => {
		await complain("<Redirect>/sms</Redirect>", 14106);
		expect(stage.app.requestsTo("/sms")).toHaveLength(50);
	});

	it("comes from the fallback URL when there is none", async () => {
		const { app } = stage;
		await pointAt(textLine, { SmsFallbackUrl: app.url("/fallback") });
		app.on("/fallback", "<Message>Later</Message>");
		expect(await converse({ status: 503 } as never)).toMatchObject([{ body: "Later" }]);
		const [request] = app.requestsTo("/fallback");
		expect(request?.params).toMatchObject({ ErrorCode: "11200", ErrorUrl: app.url("/sms"), Body: "Hi" });
	});

	it("is asked for again when nobody could be reached, with the same token", async () => {
		const effect = { dropBeforeAccept: true };
		await stage.network.control("PUT", "/faults", [{ match: "webhook:/sms", effect, times: 1 }]);
		expect(await converse("<Message>Hello</Message>")).toHaveLength(1);
		const { webhooks } = await stage.texts.read((await stage.texts.listOf(caller))[0]?.sid ?? "");
		expect(webhooks.map(({ attempt, status }) => [attempt, status])).toEqual([
			[1, null],
			[2, 200],
		]);
	});

	it("fails when two machines answer each other without an end", async () => {
		const { network, texts, app } = stage;
		// Replies more than 30 s of network time apart are no loop: a slow machine must not look like that.
		await network.speed(10);
		await network.control("PUT", "/options", { repliesInARowMax: 3, tollFreeSegmentsPerSecond: 1000 });
		await pointAt(main, { SmsUrl: app.url("/echo") });
		app.on("/echo", "<Message>Echo</Message>");
		app.on("/sms", "<Message>Answer</Message>");
		await texts.create({ From: textLine, To: main, Body: "Hello" });
		const list = await texts.listUntil(textLine, (all) => all.some(({ errorCode }) => errorCode === 14107));
		expect(list.filter(({ status }) => status === "failed")).toHaveLength(1);
	});
});

describe("a fault of the webhook", () => {
	it("lets a later text of the conversation overtake", async () => {
		const { network, texts } = stage;
		const effect = { outOfOrder: true };
		await network.control("PUT", "/faults", [{ match: "webhook:/sms", effect, times: 1 }]);
		await texts.text(caller, textLine, "First");
		await texts.text(caller, textLine, "Second");
		expect((await asked(2)).map(({ params }) => params.Body)).toEqual(["Second", "First"]);
	});

	it("tells a text twice with one token, and one answer counts", async () => {
		const { network, texts, app } = stage;
		app.on("/sms", "<Message>Hello</Message>");
		await network.control("PUT", "/faults", [{ match: "webhook:/sms", effect: { duplicate: true } }]);
		await texts.text(caller, textLine, "Hi");
		const requests = await asked(2);
		expect(new Set(requests.map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(1);
		await texts.listUntil(caller, (list) => list.some(({ status }) => status === "delivered"));
		expect(await texts.listOf(caller)).toHaveLength(2);
	});
});
