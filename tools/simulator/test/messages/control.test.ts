import { describe, expect, it } from "vitest";
import { caller, main, otherPhone, phone } from "../support/stage.ts";
import { textLine, useTextStage } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();

describe("the control API for texts", () => {
	it("lists a phone's texts oldest first, for %2B as for +", async () => {
		const { network, texts } = stage;
		const first = await texts.text(caller, textLine, "One");
		const { sid: second } = await texts.create({ From: main, To: caller, Body: "Two" });
		const third = await texts.text(caller, main, "Three");
		for (const path of [caller, encodeURIComponent(caller)]) {
			const { items } = await network.control<{ items: unknown[] }>("GET", `/phones/${path}/messages`);
			expect(items).toMatchObject([{ sid: first }, { sid: second }, { sid: third }]);
		}
		expect(await texts.listOf(phone)).toEqual([]);
	});

	it("tells the whole history of a text, with its webhooks", async () => {
		const { app, texts } = stage;
		app.on("/sms", "<Message>Hello</Message>");
		const sid = await texts.text(caller, textLine, "Hi");
		const text = await texts.until(sid, ({ timeline }) => timeline.some(({ kind }) => kind === "twiml"));
		expect(text.timeline.map(({ kind }) => kind)).toEqual(["status", "webhook", "twiml"]);
		expect(text.webhooks).toMatchObject([{ kind: "message", params: { Body: "Hi" }, status: 200 }]);
	});

	it("answers what it cannot do with a problem", async () => {
		const text = { from: caller, to: textLine, body: "Hi" };
		const refusals: [method: string, path: string, body: unknown, status: number][] = [
			["GET", "/messages/SM0", undefined, 404],
			["POST", "/messages", { ...text, body: undefined }, 400],
			["POST", "/messages", { ...text, to: undefined }, 400],
			["POST", "/messages", { ...text, to: "5125550188" }, 400],
			["POST", "/messages", { ...text, from: "not a number at all" }, 400],
			["POST", "/messages", { ...text, from: textLine }, 400],
			["POST", "/messages", { ...text, body: 5 }, 400],
			["POST", "/messages", { ...text, body: "a".repeat(1601) }, 400],
			["PUT", `/senders/${textLine}`, { registration: "perhaps" }, 400],
			["PUT", "/senders/acme", { registration: "approved" }, 400],
			["PUT", "/options", { tollFreeOptOut: "30003" }, 400],
			["PUT", "/options", { queueHours: -1 }, 400],
		];
		for (const [method, path, body, status] of refusals) {
			const response = await stage.network.request(method, path, body);
			const type = response.headers.get("content-type");
			expect([path, body, response.status, type]).toEqual([path, body, status, "application/problem+json"]);
		}
	});

	it("forgets texts, files, registrations and what is under way on a reset", async () => {
		const { app, network, texts, client } = stage;
		// No request is on its way to the application at the reset: it could not be taken back.
		await network.speed(0.01);
		await network.control("PUT", `/senders/${textLine}`, { registration: "unverified" });
		await texts.text(caller, textLine, "", ["data:text/plain,Hello"]);
		const StatusCallback = app.url("/status");
		await texts.create({ From: textLine, To: phone, Body: "a".repeat(1600), StatusCallback });
		const { sid } = await texts.create({ From: textLine, To: phone, Body: "Waits", StatusCallback });
		await network.control("POST", "/reset");
		app.received.length = 0;
		await network.control("PUT", "/clock", { advanceSeconds: 3600 });
		expect(await texts.listOf(phone)).toEqual([]);
		expect((await network.request("GET", `/messages/${sid}`)).status).toBe(404);
		expect(await client.messages.list()).toEqual([]);
		expect(await network.control("GET", `/senders/${textLine}`)).toMatchObject({ registration: "approved" });
		// A text after the reset finds an empty queue.
		await network.speed(200);
		const next = await texts.create({ From: textLine, To: phone, Body: "Hello", StatusCallback });
		await texts.until(next.sid, ({ status }) => status === "delivered");
		const reported = await waitFor(
			() => app.requestsTo("/status"),
			({ length }) => length >= 2,
		);
		expect(new Set(reported.map(({ params }) => params.MessageSid))).toEqual(new Set([next.sid]));
	});

	it("names each text that changes in the live events", async () => {
		const { network, texts } = stage;
		const abort = new AbortController();
		const response = await fetch(`${network.origin}/simulator/control/events`, { signal: abort.signal });
		const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		const sid = await texts.text(caller, textLine, "Hi");
		let seen = "";
		while (!seen.includes(`{"kind":"message","sid":"${sid}"}`)) {
			const { value, done } = (await events?.read()) ?? { done: true };
			if (done) break;
			seen += value;
		}
		abort.abort();
		expect(seen).toContain(`event: change\ndata: {"kind":"message","sid":"${sid}"}`);
	});
});

describe("many texts", () => {
	it("come in two hundred at once, each told and answered once", async () => {
		const { app, network, texts, client } = stage;
		await network.control("PUT", "/options", { longCodeSegmentsPerSecond: 100 });
		app.on("/sms", ({ params }) => `<Message>You are ${params.From}</Message>`);
		const phones = Array.from({ length: 200 }, (_, index) => `+1512556${String(1000 + index)}`);
		await Promise.all(phones.map((phone) => texts.text(phone, textLine, "Who am I?")));
		const replies = await waitFor(
			() => client.messages.list({ from: textLine, pageSize: 1000 }),
			(list) => list.length === 200 && list.every(({ status }) => status === "delivered"),
		);
		expect(replies.every(({ to, body }) => body === `You are ${to}`)).toBe(true);
		expect(new Set(replies.map(({ to }) => to)).size).toBe(200);
		const asked = app.requestsTo("/sms").filter(({ params }) => params.Body === "Who am I?");
		expect(asked).toHaveLength(200);
	});

	it("go out as fast as the number sends, each to its phone once", async () => {
		const { network, texts } = stage;
		await network.speed(50);
		const phones = Array.from({ length: 60 }, (_, index) => `+1512557${String(1000 + index)}`);
		await runTogether(phones, 20, async (phone) => {
			await texts.create({ From: main, To: phone, Body: `For ${phone}` });
		});
		for (const phone of [phones.at(-1), phones.at(0), phones.at(30)]) {
			const list = await texts.listUntil(phone ?? "", ([text]) => text?.status === "delivered");
			expect(list).toMatchObject([{ body: `For ${phone}` }]);
		}
		expect(await texts.listOf(otherPhone)).toEqual([]);
	});
});

async function runTogether<One>(all: One[], count: number, run: (one: One) => Promise<void>): Promise<void> {
	const waiting = [...all];
	const worker = async () => {
		for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await run(one);
	};
	await Promise.all(Array.from({ length: count }, worker));
}
