import { describe, expect, it } from "vitest";
import { accountSid } from "../support/network.ts";
import { caller, main, phone } from "../support/stage.ts";
import { textLine, useTextStage } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();
const rfc2822 = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;

describe("a text created by REST", () => {
	it("is answered in Twilio's shape at once", async () => {
		const answer = await stage.texts.create({ From: textLine, To: phone, Body: "Hello" });
		const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${answer.sid}`;
		expect(answer).toEqual({
			status: 201,
			state: "queued",
			sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
			account_sid: accountSid,
			messaging_service_sid: null,
			api_version: "2010-04-01",
			from: textLine,
			to: phone,
			body: "Hello",
			direction: "outbound-api",
			num_segments: "1",
			num_media: "0",
			date_created: expect.stringMatching(rfc2822),
			date_updated: expect.stringMatching(rfc2822),
			date_sent: null,
			price: null,
			price_unit: "USD",
			error_code: null,
			error_message: null,
			uri: `${uri}.json`,
			subresource_uris: { media: `${uri}/Media.json` },
		});
	});

	it("is on the phone and in the lists from its acceptance on", async () => {
		const { network, texts, client } = stage;
		await network.speed(0.01);
		const before = Date.now();
		const { sid } = await texts.create({ From: textLine, To: phone, Body: "Under way" });
		expect(await texts.listOf(phone)).toEqual([
			{
				sid,
				from: textLine,
				to: phone,
				body: "Under way",
				direction: "outbound-api",
				status: expect.stringMatching(/queued|sending/),
				errorCode: null,
				segments: 1,
				at: expect.any(String),
				media: [],
			},
		]);
		const [listed] = await client.messages.list({ to: phone, dateSentAfter: new Date(before) });
		expect(listed).toMatchObject({ sid, dateSent: null });
		expect(listed?.dateCreated.getTime()).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
	});

	it("is accepted with 1600 characters and with those that need UCS-2", async () => {
		const { texts } = stage;
		expect(await texts.create({ From: textLine, To: phone, Body: "a".repeat(1600) })).toMatchObject({
			status: 201,
			num_segments: "11",
		});
		expect(await texts.create({ From: textLine, To: phone, Body: "😀".repeat(36) })).toMatchObject({
			num_segments: "2",
		});
	});

	it.each<[string, Record<string, string>, number]>([
		["To", { To: "" }, 21604],
		["From", { From: "" }, 21603],
		["Body", { Body: "" }, 21602],
		["a body that is not too long", { Body: "a".repeat(1601) }, 21617],
		["a valid To", { To: "5125550123" }, 21211],
		["another To than From", { To: textLine }, 21211],
		["a valid From", { From: "12345" }, 21212],
		["a From of the account", { From: "+15125550999" }, 21606],
		["a usable StatusCallback", { StatusCallback: "http://under_score.example/x" }, 21609],
		["a usable MediaUrl", { MediaUrl: "ftp://localhost/a" }, 21620],
		["a sensible ValidityPeriod", { ValidityPeriod: "36001" }, 21625],
		["From instead of a service", { MessagingServiceSid: `MG${"0".repeat(32)}` }, 21701],
		["a service for a schedule", { ScheduleType: "fixed", SendAt: "2026-12-01T00:00:00Z" }, 35118],
		["Body instead of a template", { ContentSid: `HX${"0".repeat(32)}` }, 21655],
	])("needs %s", async (_, form, code) => {
		const answer = await stage.texts.create({ From: textLine, To: phone, Body: "Hello", ...form });
		expect(answer).toMatchObject({
			status: 400,
			code,
			message: expect.any(String),
			more_info: `https://www.twilio.com/docs/errors/${code}`,
		});
		expect(await stage.texts.listOf(phone)).toEqual([]);
	});

	it("takes ten files at most", async () => {
		const files = Array.from({ length: 11 }, (): [string, string] => ["MediaUrl", stage.app.url("/a.png")]);
		const answer = await stage.texts.create([["From", textLine], ["To", phone], ...files]);
		expect(answer).toMatchObject({ status: 400, code: 21623 });
	});

	it("between Twilio's magic numbers is refused as documented", async () => {
		const codes: [from: string, to: string, code: number][] = [
			["+15005550001", phone, 21212],
			["+15005550007", phone, 21606],
			["+15005550008", phone, 21611],
			["+15005550006", "+15005550001", 21211],
			["+15005550006", "+15005550002", 21612],
			["+15005550006", "+15005550003", 21408],
			["+15005550006", "+15005550004", 21610],
			["+15005550006", "+15005550009", 21614],
		];
		const answers = codes.map(([From, To]) => stage.texts.create({ From, To, Body: "Hello" }));
		expect(await Promise.all(answers)).toMatchObject(codes.map(([, , code]) => ({ status: 400, code })));
	});

	it("from magic +15005550006 is accepted", async () => {
		expect(await stage.texts.create({ From: "+15005550006", To: phone, Body: "Hello" })).toMatchObject({
			status: 201,
		});
	});

	it("to a phone that fails with a code of REST is refused", async () => {
		const { network, texts } = stage;
		await network.control("PUT", `/phones/${phone}`, { onMessage: "fail", errorCode: 21614 });
		expect(await texts.create({ From: textLine, To: phone, Body: "Hello" })).toMatchObject({
			status: 400,
			code: 21614,
		});
	});
});

describe("the official SDK", () => {
	it("creates, reads, redacts and removes a text", async () => {
		const { client, texts } = stage;
		const created = await client.messages.create({ from: textLine, to: phone, body: "Our secret" });
		expect(created).toMatchObject({ status: "queued", numSegments: "1", errorCode: null });
		await texts.until(created.sid, ({ status }) => status === "delivered");
		const read = await client.messages(created.sid).fetch();
		expect(read).toMatchObject({ status: "delivered", body: "Our secret", dateSent: expect.any(Date) });
		expect((await client.messages(created.sid).update({ body: "" })).body).toBe("");
		expect((await client.messages(created.sid).fetch()).body).toBe("");
		expect(await client.messages(created.sid).remove()).toBe(true);
		await expect(client.messages(created.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
		expect(await client.messages.list()).toEqual([]);
		// The phone keeps what has arrived.
		expect(await texts.listOf(phone)).toMatchObject([{ body: "Our secret" }]);
	});

	it("sees a refusal as an exception with Twilio's code", async () => {
		const refused = stage.client.messages.create({ from: textLine, to: "+15005550009", body: "Hello" });
		await expect(refused).rejects.toMatchObject({
			status: 400,
			code: 21614,
			moreInfo: "https://www.twilio.com/docs/errors/21614",
		});
	});

	it("can neither remove nor redact what is not sent yet", async () => {
		const { client, network } = stage;
		await network.speed(0.01);
		const { sid } = await client.messages.create({ from: textLine, to: phone, body: "Hello" });
		await expect(client.messages(sid).remove()).rejects.toMatchObject({ status: 409, code: 20009 });
		await expect(client.messages(sid).update({ body: "" })).rejects.toMatchObject({ code: 20009 });
		await expect(client.messages(sid).update({ body: "Other" })).rejects.toMatchObject({ code: 30400 });
		await expect(client.messages(sid).update({ status: "canceled" })).rejects.toMatchObject({ code: 30409 });
	});

	it("lists newest first, by sender, recipient and date, through all pages", async () => {
		const { client, texts } = stage;
		const sids: string[] = [];
		for (let index = 0; index < 7; index += 1) {
			const { sid } = await client.messages.create({ from: main, to: phone, body: `Number ${index}` });
			sids.push(sid);
		}
		await client.messages.create({ from: textLine, to: phone, body: "From the line" });
		const inbound = await texts.text(caller, textLine, "Hi");
		const list = async (options: Parameters<typeof client.messages.list>[0]) =>
			(await client.messages.list(options)).map(({ sid }) => sid);
		expect(await list({ from: main, pageSize: 3 })).toEqual([...sids].reverse());
		expect(await list({ to: phone })).toHaveLength(8);
		expect(await list({ from: textLine, to: phone })).toHaveLength(1);
		expect(await list({ to: textLine })).toEqual([inbound]);
		const day = 86_400_000;
		const at = (milliseconds: number) => new Date(Date.now() + milliseconds);
		expect(await list({ dateSent: at(0) })).toHaveLength(9);
		expect(await list({ dateSent: at(-2 * day) })).toEqual([]);
		expect(await list({ dateSentBefore: at(-day) })).toEqual([]);
		expect(await list({ dateSentBefore: at(0), dateSentAfter: at(-60_000) })).toHaveLength(9);
		expect(await list({ dateSentAfter: at(60_000) })).toEqual([]);
	});

	it("reads an inbound text as received", async () => {
		const { client, texts } = stage;
		const sid = await texts.text(caller, textLine, "Hi 👋");
		expect(await client.messages(sid).fetch()).toMatchObject({
			direction: "inbound",
			status: "received",
			from: caller,
			to: textLine,
			body: "Hi 👋",
			numMedia: "0",
		});
	});
});

describe("a fault of POST /Messages", () => {
	const create = () => stage.texts.create({ From: textLine, To: phone, Body: "Once" });
	const setFault = (effect: Record<string, unknown>) =>
		stage.network.control("PUT", "/faults", [{ match: "rest:POST /Messages", effect, times: 1 }]);

	it("that loses the answer has accepted and delivers one text", async () => {
		await setFault({ dropAfterAccept: true });
		await expect(create()).rejects.toThrow();
		const [text] = await stage.texts.listUntil(phone, ([first]) => first?.status === "delivered");
		const listed = await stage.client.messages.list({ to: phone });
		expect(listed.map(({ sid }) => sid)).toEqual([text?.sid]);
	});

	it("that drops the request leaves nothing", async () => {
		await setFault({ dropBeforeAccept: true });
		await expect(create()).rejects.toThrow();
		expect(await stage.texts.listOf(phone)).toEqual([]);
		expect((await create()).status).toBe(201);
	});

	it("that delays has accepted before it answers", async () => {
		await setFault({ delayMs: 300 });
		let isAnswered = false;
		const creating = create().then((answer) => {
			isAnswered = true;
			return answer;
		});
		const [text] = await stage.texts.listUntil(phone, ({ length }) => length === 1);
		expect(isAnswered).toBe(false);
		expect((await creating).sid).toBe(text?.sid);
	});

	it("may be too many requests, of which nothing remains", async () => {
		await setFault({ status: 429, code: 20429 });
		expect(await create()).toMatchObject({ status: 429, code: 20429 });
		await waitFor(create, ({ status }) => status === 201);
		expect(await stage.texts.listOf(phone)).toHaveLength(1);
	});
});
