import webhooks from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { accountSid, authToken } from "../support/network.ts";
import { main, otherPhone, phone } from "../support/stage.ts";
import { textLine, useTextStage } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();
const isOver = ({ status }: { status: string }) => /^(delivered|undelivered|failed)$/.test(status);

async function send(from = textLine, to = phone, more: Record<string, string> = {}): Promise<string> {
	const StatusCallback = stage.app.url("/status");
	return (await stage.texts.create({ From: from, To: to, Body: "Hello", StatusCallback, ...more })).sid;
}

async function callbacks(count: number) {
	return await waitFor(
		() => stage.app.requestsTo("/status"),
		({ length }) => length >= count,
	);
}

describe("the life of a text", () => {
	it("goes from the queue to the phone, and reports sent and delivered only", async () => {
		const sid = await send();
		const { timeline } = await stage.texts.until(sid, isOver);
		expect(timeline.filter(({ kind }) => kind === "status").map(({ text }) => text)).toEqual([
			`queued: ${textLine} → ${phone}`,
			"sending",
			"sent",
			"delivered",
		]);
		const requests = await callbacks(2);
		const byStatus = Object.fromEntries(requests.map(({ params }) => [params.MessageStatus, params]));
		const common = {
			MessageSid: sid,
			SmsSid: sid,
			AccountSid: accountSid,
			From: textLine,
			To: phone,
			ApiVersion: "2010-04-01",
		};
		expect(byStatus).toEqual({
			sent: { ...common, MessageStatus: "sent", SmsStatus: "sent" },
			delivered: {
				...common,
				MessageStatus: "delivered",
				SmsStatus: "delivered",
				RawDlrDoneDate: expect.stringMatching(/^\d{10}$/),
			},
		});
	});

	it("reports with a signature that the official validator accepts", async () => {
		await send();
		const [request] = await callbacks(1);
		const signature = request?.headers["x-twilio-signature"] ?? "";
		expect(webhooks.validateRequest(authToken, signature, request?.url ?? "", request?.params ?? {})).toBe(
			true,
		);
	});

	it("may report the first statuses too", async () => {
		await stage.network.control("PUT", "/options", { earlyStatusCallbacks: true });
		await send();
		const statuses = (await callbacks(3)).map(({ params }) => params.MessageStatus);
		expect(statuses).toContain("sending");
	});

	it("may end with sent, when carriers give no receipts", async () => {
		const { network, texts } = stage;
		await network.control("PUT", "/options", { deliveryReceipts: false });
		const sid = await send();
		await texts.until(sid, ({ status }) => status === "sent");
		await network.control("PUT", "/clock", { advanceSeconds: 60 });
		// The second text keeps the clock running until the first would have ended.
		await texts.until(await send(main), ({ status }) => status === "sent");
		expect((await texts.read(sid)).status).toBe("sent");
	});

	it("ends as the phone says, with its error code", async () => {
		const { network, texts, client, app } = stage;
		const ends: [behaviour: Record<string, unknown>, end: string, code: number, reported: string[]][] = [
			[{ onMessage: "undelivered" }, "undelivered", 30003, ["sent", "undelivered"]],
			[{ onMessage: "undelivered", errorCode: 30005 }, "undelivered", 30005, ["sent", "undelivered"]],
			[{ onMessage: "fail" }, "failed", 30008, ["failed"]],
			[{ onMessage: "fail", errorCode: 30007 }, "failed", 30007, ["failed"]],
		];
		for (const [index, [behaviour, end, code, reported]] of ends.entries()) {
			const phone = `+1512555030${index}`;
			await network.control("PUT", `/phones/${phone}`, behaviour);
			const sid = await send(index % 2 ? textLine : main, phone);
			await texts.until(sid, isOver);
			expect(await texts.listOf(phone)).toMatchObject([{ status: end, errorCode: code }]);
			const read = await client.messages(sid).fetch();
			expect(read).toMatchObject({ status: end, errorCode: code, errorMessage: expect.any(String) });
			const ofText = () => app.requestsTo("/status").filter(({ params }) => params.MessageSid === sid);
			const requests = await waitFor(ofText, ({ length }) => length === reported.length);
			expect(requests.map(({ params }) => params.MessageStatus).sort()).toEqual(reported);
			const last = requests.find(({ params }) => params.MessageStatus === end);
			expect(last?.params.ErrorCode).toBe(String(code));
		}
	});

	it("ends at the carrier when the number is not registered, until it is", async () => {
		const { network, texts } = stage;
		const register = (number: string, registration: string) =>
			network.control("PUT", `/senders/${encodeURIComponent(number)}`, { registration });
		const codes: [number: string, registration: string, code: number][] = [
			[main, "unverified", 30032],
			[main, "pending", 30032],
			[textLine, "unverified", 30034],
			[textLine, "pending", 30035],
			[textLine, "suspended", 30033],
		];
		for (const [number, registration, errorCode] of codes) {
			await register(number, registration);
			expect(await network.control("GET", `/senders/${number}`)).toEqual({ number, registration });
			const text = await texts.until(await send(number), isOver);
			expect(text).toMatchObject({ status: "undelivered", errorCode });
		}
		await register(textLine, "approved");
		expect((await texts.until(await send(textLine), isOver)).status).toBe("delivered");
	});

	it("to another number of the account comes in there", async () => {
		const { app, texts } = stage;
		const sid = await send(textLine, main);
		await texts.until(sid, isOver);
		const [request] = await waitFor(
			() => app.requestsTo("/sms"),
			({ length }) => length === 1,
		);
		expect(request?.params).toMatchObject({ From: textLine, To: main, Body: "Hello" });
		expect(request?.params.MessageSid).not.toBe(sid);
	});

	it("survives a status callback that fails, and tells in its history", async () => {
		stage.app.on("/status", { status: 500 });
		const sid = await send();
		const { timeline } = await stage.texts.until(sid, (text) =>
			text.timeline.some(({ kind }) => kind === "warning"),
		);
		expect(timeline.find(({ kind }) => kind === "warning")).toMatchObject({ code: 11200 });
		expect((await stage.texts.until(sid, isOver)).status).toBe("delivered");
	});

	it("may have its callbacks swapped, and sent twice", async () => {
		const { network } = stage;
		const match = "webhook:/status";
		await network.control("PUT", "/faults", [{ match, effect: { outOfOrder: true, duplicate: true } }]);
		await send();
		const statuses = (await callbacks(4)).map(({ params }) => params.MessageStatus);
		expect(statuses).toEqual(["delivered", "delivered", "sent", "sent"]);
	});
});

describe("the throughput of a number", () => {
	async function sentAt(sid: string): Promise<number> {
		const { timeline } = await stage.texts.until(sid, isOver);
		return Date.parse(timeline.find(({ text }) => text === "sending")?.at ?? "");
	}

	it.each([
		["a long code", textLine, { textsPerSecond: 1, Body: "Hello", count: 5 }],
		["a toll-free number", main, { textsPerSecond: 3, Body: "Hello", count: 11 }],
		[
			"a long code with texts of two segments",
			textLine,
			{ textsPerSecond: 0.5, Body: "a".repeat(161), count: 4 },
		],
	])("of %s is measured in segments", async (_, number, { textsPerSecond, Body, count }) => {
		const speed = 10;
		const { network, texts } = stage;
		await network.speed(0.01);
		const sids: string[] = [];
		for (let index = 0; index < count; index += 1) {
			sids.push((await texts.create({ From: number, To: phone, Body })).sid);
		}
		await network.speed(speed);
		// The first text left while time stood still. The others follow in turn.
		const [second = "", last = ""] = [sids[1], sids.at(-1)];
		const seconds = (((await sentAt(last)) - (await sentAt(second))) / 1000) * speed;
		const expected = (count - 2) / textsPerSecond;
		expect(seconds).toBeGreaterThan(expected * 0.6);
		expect(seconds).toBeLessThan(expected + 4);
	});

	it("can be changed, and a number does not wait for another one", async () => {
		const { network, texts } = stage;
		await network.speed(1);
		await network.control("PUT", "/options", { longCodeSegmentsPerSecond: 1000 });
		const blocked = await Promise.all(Array.from({ length: 12 }, () => send(main)));
		const sids = await Promise.all(Array.from({ length: 20 }, () => send(textLine, otherPhone)));
		await texts.listUntil(otherPhone, (list) => list.every(({ status }) => status !== "queued"));
		expect(sids).toHaveLength(20);
		const waiting = await Promise.all(blocked.map((sid) => texts.read(sid)));
		expect(waiting.some(({ status }) => status === "queued")).toBe(true);
	});

	it("fills a queue, which then refuses with 21611 until there is room", async () => {
		const { network, texts } = stage;
		await network.speed(0.01);
		await network.control("PUT", "/options", { queueHours: 3 / 3600 });
		const create = () => texts.create({ From: textLine, To: phone, Body: "Hello" });
		for (let index = 0; index < 3; index += 1) expect((await create()).status).toBe(201);
		await waitFor(create, ({ status }) => status === 400);
		expect(await create()).toMatchObject({ status: 400, code: 21611 });
		await network.control("PUT", "/clock", { advanceSeconds: 60 });
		await waitFor(create, ({ status }) => status === 201);
	});

	it("may let a text fail later with 30001 instead", async () => {
		const { network, texts } = stage;
		await network.control("PUT", "/options", { queueHours: 0, queueOverflow: "30001" });
		const { state, sid } = await texts.create({ From: textLine, To: phone, Body: "Hello" });
		expect(state).toBe("queued");
		expect(await texts.read(sid)).toMatchObject({ status: "failed", errorCode: 30001 });
	});

	it("lets a text fail that has waited longer than its validity", async () => {
		const { network, texts } = stage;
		await network.speed(20);
		await send(textLine, phone, { Body: "a".repeat(1600) });
		const { errorCode } = await texts.until(await send(textLine, phone, { ValidityPeriod: "2" }), isOver);
		expect(errorCode).toBe(30036);
	});
});
