import { describe, expect, it } from "vitest";
import { accountSid, authToken, type CallView, publicUrl, type WebhookView } from "./support/network.ts";
import { caller, main, phone, useStage } from "./support/stage.ts";

const stage = useStage();

describe("the control API", () => {
	it("tells what the mesh signs with", async () => {
		expect(await stage.network.control("GET", "/account")).toEqual({
			accountSid: accountSid,
			authToken: authToken,
			type: "Full",
			publicUrl: publicUrl,
		});
	});

	it.each([
		["GET", "/calls/CA0", undefined, 404],
		["POST", "/calls/CA0/digits", { digits: "1" }, 404],
		["GET", "/nothing", undefined, 404],
		["POST", "/calls", { from: caller }, 400],
		["POST", "/calls", [], 400],
		["POST", "/calls", { from: caller, to: `${phone}${phone}` }, 400],
		["POST", "/calls", { from: caller, to: "hello" }, 400],
		["POST", "/calls", { from: caller, to: "client:" }, 400],
		["PUT", `/phones/${phone}`, { onCall: "sleep" }, 400],
		["PUT", "/phones/abc", { onCall: "busy" }, 400],
		["PUT", `/phones/${phone}${phone.slice(1)}`, { onCall: "busy" }, 400],
		["GET", "/webhooks?limit=abc", undefined, 400],
		["GET", "/webhooks?limit=0", undefined, 400],
		["GET", "/calls?limit=1.5", undefined, 400],
		["PUT", `/phones/${phone}`, { answerAfterSeconds: -1 }, 400],
		["PUT", "/options", { unknown: true }, 400],
		["PUT", "/options", { mediaNeedsAuth: "yes" }, 400],
	])("answers %s %s %j with a problem of status %i", async (method, path, body, status) => {
		const response = await stage.network.request(method, path, body);
		expect([response.status, response.headers.get("content-type")]).toEqual([
			status,
			"application/problem+json",
		]);
		expect(await response.json()).toMatchObject({
			status,
			detail: expect.any(String),
			title: expect.any(String),
		});
	});

	it("is closed to other sites' pages", async () => {
		const address = `${stage.network.origin}/simulator/control/calls`;
		const headers = { origin: "https://another.example", "content-type": "application/json" };
		const body = JSON.stringify({ from: caller, to: main });
		const response = await fetch(address, { method: "POST", headers, body });
		expect([response.status, await response.json()]).toEqual([
			403,
			expect.objectContaining({ detail: "another site must not change the simulated network" }),
		]);
	});

	it.each([
		"client:ann",
		"sip:ann@example.com",
		"5125550123",
		"(512) 555-0123",
		"12345",
		"*69",
		"+266696687",
	])("takes %s for a phone and for whom a phone dials", async (address) => {
		const { network } = stage;
		await network.control("PUT", `/phones/${encodeURIComponent(address)}`, { onCall: "busy" });
		const call = await network.untilEnded(await network.dial(caller, address));
		expect(call).toMatchObject({ to: address, status: "busy" });
	});

	it.each([
		"anonymous",
		"Restricted",
		"+266696687",
		"sip:ann@example.com",
		"client:ann",
		"5125550123",
		`${caller}${caller}`,
		"+",
		"hello",
	])("lets %s call", async (from) => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		expect(await network.untilEnded(await network.dial(from, main))).toMatchObject({ from });
	});

	it("lists all there is when more is asked for", async () => {
		expect((await stage.network.request("GET", "/webhooks?limit=100000")).status).toBe(200);
		expect((await stage.network.request("GET", "/calls?limit=")).status).toBe(200);
	});

	it("refuses what a call cannot do now", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		const sid = await network.dial(caller, main);
		await network.untilEnded(sid);
		for (const action of ["digits", "speech", "answer", "hangup"]) {
			const body = { digits: "1", text: "a" };
			expect((await network.request("POST", `/calls/${sid}/${action}`, body)).status).toBe(409);
		}
	});

	it("refuses to answer a caller's own call, and keys that are none", async () => {
		const { app, network } = stage;
		app.on("/voice", `<Dial answerOnBridge="true">${phone}</Dial>`);
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "ring");
		expect((await network.request("POST", `/calls/${sid}/answer`)).status).toBe(409);
		expect((await network.request("POST", `/calls/${sid}/digits`, { digits: "1x" })).status).toBe(400);
		await network.hangup(sid);
	});

	it.each(["%2B15125550123", "+15125550123"])(
		"knows a phone by %s, and changes only what is named",
		async (path) => {
			const { network } = stage;
			await network.control("PUT", `/phones/${path}`, { onCall: "answer", answerAfterSeconds: 3 });
			await network.control("PUT", `/phones/${phone}`, { onMessage: "undelivered", errorCode: 30005 });
			expect(await network.control("GET", `/phones/${path}`)).toEqual({
				address: phone,
				onCall: "answer",
				answerAfterSeconds: 3,
				forwardTo: null,
				onMessage: "undelivered",
				errorCode: 30005,
			});
		},
	);

	it("lists calls and deliveries newest first, as many as asked", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		const first = await network.dial(caller, main);
		await network.until(first, ({ webhooks }) => webhooks.length === 2);
		const second = await network.dial(phone, main);
		await network.until(second, ({ webhooks }) => webhooks.length === 2);
		const calls = await network.control<{ items: CallView[] }>("GET", "/calls");
		expect(calls.items.map(({ sid }) => sid)).toEqual([second, first]);
		const deliveries = await network.control<{ items: WebhookView[] }>("GET", "/webhooks?limit=3");
		expect(deliveries.items.map(({ params, kind }) => [params.CallSid, kind])).toEqual([
			[second, "status"],
			[second, "voice"],
			[first, "status"],
		]);
	});

	it("forgets everything but the account and its numbers on a reset, calls in progress too", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Gather timeout="9000"/>');
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "digits");
		await network.control("PUT", `/phones/${phone}`, { onCall: "busy" });
		await network.control("PUT", "/faults", [{ match: "rest:*", effect: { status: 500 } }]);
		await network.control("POST", "/reset");
		expect(await network.control("GET", "/calls")).toEqual({ items: [] });
		expect(await network.control("GET", "/webhooks")).toEqual({ items: [] });
		expect(await network.control("GET", "/faults")).toEqual({ items: [] });
		expect(await network.control("GET", `/phones/${phone}`)).toMatchObject({ onCall: "ring" });
		const numbers = await network.rest("GET", "/IncomingPhoneNumbers.json");
		expect(await numbers.json()).toMatchObject({
			incoming_phone_numbers: [{ phone_number: main, voice_url: app.url("/voice") }],
		});
		expect(app.requestsTo("/ended")).toEqual([]);
	});
});

describe("the live events", () => {
	it("greet, and name each call that changes", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Say>Hello</Say>");
		const abort = new AbortController();
		const response = await fetch(`${network.origin}/simulator/control/events`, { signal: abort.signal });
		expect(response.headers.get("content-type")).toContain("text/event-stream");
		const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		const sid = await network.dial(caller, main);
		let seen = "";
		while (!seen.includes(`"sid":"${sid}"`)) {
			const { value, done } = (await events?.read()) ?? { done: true };
			if (done) break;
			seen += value;
		}
		abort.abort();
		expect(seen).toMatch(/^event: hello\n/);
		expect(seen).toContain(`event: change\ndata: {"kind":"call","sid":"${sid}"}`);
		await network.untilEnded(sid);
	});
});

describe("the pages", () => {
	it("lie below /simulator/", async () => {
		const response = await fetch(`${stage.network.origin}/simulator`, { redirect: "manual" });
		expect([response.status, response.headers.get("location")]).toEqual([
			308,
			`${stage.network.origin}/simulator/`,
		]);
	});
});
