import { describe, expect, it } from "vitest";
import { caller, main, useStage } from "./support/stage.ts";
import { waitFor } from "./support/wait-for.ts";

const stage = useStage();

async function setFault(match: string, effect: Record<string, unknown>, times?: number): Promise<void> {
	await stage.network.control("PUT", "/faults", [{ match, effect, ...(times && { times }) }]);
}

describe("a fault of REST", () => {
	const list = () => stage.network.rest("GET", "/Calls.json");

	it("answers with its status and code, as often as asked", async () => {
		await setFault("rest:GET /Calls", { status: 429, code: 20429 }, 2);
		for (const expected of [429, 429, 200]) expect((await list()).status).toBe(expected);
	});

	it("may answer with a body of its own", async () => {
		await setFault("rest:GET /AvailablePhoneNumbers/*", {
			status: 200,
			body: { available_phone_numbers: [] },
		});
		const response = await stage.network.rest("GET", "/AvailablePhoneNumbers/US/Local.json?AreaCode=512");
		expect([response.status, await response.json()]).toEqual([200, { available_phone_numbers: [] }]);
	});

	it.each([
		["rest:*", 503],
		["rest:GET /*", 503],
		["rest:GET /Calls", 503],
		["rest:GET /Call", 200],
		["rest:GET /Calls/*", 200],
		["rest:POST /Calls", 200],
		["rest:GET *lls", 503],
	])("%s strikes GET /Calls: status %i", async (match, status) => {
		await setFault(match, { status: 503 });
		expect((await list()).status).toBe(status);
	});

	it("that drops the request leaves nothing behind", async () => {
		await setFault("rest:POST /IncomingPhoneNumbers", { dropBeforeAccept: true }, 1);
		await expect(stage.network.buy("+15125550140")).rejects.toThrow();
		await stage.network.buy("+15125550140");
	});

	it("that drops the answer has done what was asked", async () => {
		await setFault("rest:POST /IncomingPhoneNumbers", { dropAfterAccept: true }, 1);
		await expect(stage.network.buy("+15125550140")).rejects.toThrow();
		const response = await stage.network.rest("GET", "/IncomingPhoneNumbers.json?PhoneNumber=%2B15125550140");
		expect(await response.json()).toMatchObject({
			incoming_phone_numbers: [{ phone_number: "+15125550140" }],
		});
	});

	it("that delays has accepted before it answers", async () => {
		await setFault("rest:POST /IncomingPhoneNumbers", { delayMs: 400 }, 1);
		const startedAt = Date.now();
		const buying = stage.network.buy("+15125550140");
		await waitFor(
			async () =>
				await (
					await stage.network.rest("GET", "/IncomingPhoneNumbers.json?PhoneNumber=%2B15125550140")
				).text(),
			(text) => text.includes("+15125550140"),
		);
		await buying;
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(400);
	});
});

describe("a fault of webhooks", () => {
	async function callOnce() {
		const { app, network } = stage;
		app.on("/voice", "<Say>Hello</Say>");
		const call = await network.untilEnded(await network.dial(caller, main));
		return await network.until(call.sid, ({ webhooks }) => webhooks.some(({ kind }) => kind === "status"));
	}

	it("answers in the application's place", async () => {
		await setFault("webhook:/voice", { status: 500 });
		expect((await callOnce()).heard).toEqual(["[application error]"]);
		expect(stage.app.requestsTo("/voice")).toEqual([]);
	});

	it("may answer with TwiML", async () => {
		await setFault("webhook:/voice", { status: 200, body: "<Response><Say>Other</Say></Response>" });
		expect((await callOnce()).heard).toEqual(["Other"]);
	});

	it("that drops the request once is healed by the retry", async () => {
		await setFault("webhook:/voice", { dropBeforeAccept: true }, 1);
		const call = await callOnce();
		expect(call.heard).toEqual(["Hello"]);
		expect(call.webhooks.filter(({ kind }) => kind === "voice").map(({ attempt }) => attempt)).toEqual([
			1, 2,
		]);
	});

	it("that loses the answer is not tried again", async () => {
		await setFault("webhook:/voice", { dropAfterAccept: true });
		expect((await callOnce()).heard).toEqual(["[application error]"]);
		expect(stage.app.requestsTo("/voice")).toHaveLength(1);
	});

	it("delivers twice with the same token", async () => {
		await setFault("webhook:/ended", { duplicate: true });
		await callOnce();
		const requests = await waitFor(
			() => stage.app.requestsTo("/ended"),
			({ length }) => length === 2,
		);
		expect(new Set(requests.map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(1);
	});

	it("delivers late", async () => {
		await setFault("webhook:/voice", { delayMs: 300 });
		const startedAt = Date.now();
		expect((await callOnce()).heard).toEqual(["Hello"]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(300);
	});

	it("lets another request overtake", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Record action="/done" recordingStatusCallback="/recorded" timeout="60"/>');
		app.on("/done", "<Hangup/>");
		app.on("/recorded", "");
		await setFault("webhook:/recorded", { outOfOrder: true });
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "record");
		await network.control("POST", `/calls/${sid}/recording`, { seconds: 2, endWith: "#" });
		await waitFor(
			() => app.requestsTo("/recorded"),
			({ length }) => length === 1,
		);
		const order = app.received.map(({ path }) => path);
		expect(order.indexOf("/recorded")).toBeGreaterThan(order.indexOf("/done"));
	});
});

describe("the list of faults", () => {
	it("is replaced as a whole, and cleared by an empty one", async () => {
		await setFault("ai", { status: 429, code: 3040 }, 3);
		const items = async () => (await stage.network.control<{ items: unknown[] }>("GET", "/faults")).items;
		expect(await items()).toEqual([{ match: "ai", effect: { status: 429, code: 3040 }, times: 3 }]);
		await stage.network.control("PUT", "/faults", []);
		expect(await items()).toEqual([]);
	});

	it.each([
		[{ match: "ai", effect: { status: 500 } }],
		[[{ effect: { status: 500 } }]],
		[[{ match: "ai" }]],
		[[{ match: "ai", effect: { explode: true } }]],
		[[{ match: "ai", effect: {} }]],
		[[{ match: "ai", effect: [] }]],
		[[{ match: "ai", effect: { status: "500" } }]],
		[[{ match: "ai", effect: { status: 500 }, times: 0 }]],
	])("%j is refused", async (body) => {
		const response = await stage.network.request("PUT", "/faults", body);
		expect([response.status, response.headers.get("content-type")]).toEqual([
			400,
			"application/problem+json",
		]);
	});
});
