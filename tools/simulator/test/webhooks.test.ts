import webhooks from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { authToken, type WebhookView } from "./support/network.ts";
import { caller, main, useStage } from "./support/stage.ts";
import { waitFor } from "./support/wait-for.ts";

const stage = useStage();

async function pointMainAt(settings: Record<string, string>): Promise<void> {
	const { network } = stage;
	const list = await network.rest(
		"GET",
		`/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(main)}`,
	);
	const [number] = ((await list.json()) as { incoming_phone_numbers: { sid: string }[] })
		.incoming_phone_numbers;
	await network.rest("POST", `/IncomingPhoneNumbers/${number?.sid}.json`, settings);
}

describe("the webhook of an inbound call", () => {
	it("carries every standard parameter", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		const sid = await network.dial(caller, main);
		await network.untilEnded(sid);
		expect(app.requestsTo("/voice")[0]?.params).toMatchObject({
			CallSid: sid,
			AccountSid: expect.stringMatching(/^AC/),
			ApiVersion: "2010-04-01",
			CallStatus: "ringing",
			Direction: "inbound",
			From: caller,
			Caller: caller,
			To: main,
			Called: main,
			FromCity: "Austin",
			FromState: "TX",
			FromZip: "78701",
			FromCountry: "US",
			ToCity: "",
			ToCountry: "US",
		});
	});

	it.each(["POST", "GET"])("is signed so that the official validator accepts it, with %s", async (method) => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		await pointMainAt({ VoiceUrl: app.url("/voice?tenant=it's+ours#rc=0"), VoiceMethod: method });
		await network.untilEnded(await network.dial(caller, main));
		const [request] = app.requestsTo("/voice");
		const signature = request?.headers["x-twilio-signature"] ?? "";
		const { tenant, ...form } = request?.params ?? {};
		const signed = method === "GET" ? {} : form;
		expect(tenant).toBe("it's ours");
		expect(request?.method).toBe(method);
		expect(webhooks.validateRequest(authToken, signature, request?.url ?? "", signed)).toBe(true);
		const { items } = await network.control<{ items: WebhookView[] }>("GET", "/webhooks?limit=500");
		const logged = items.find(({ kind }) => kind === "voice");
		expect(logged).toMatchObject({ url: request?.url, method, status: 200, attempt: 1 });
		expect(logged?.params).toMatchObject({ From: caller });
	});

	it("withholds the caller's number in the words that the carrier gives", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		await network.untilEnded(await network.dial("anonymous", main));
		expect(app.requestsTo("/voice")[0]?.params).toMatchObject({ From: "anonymous", FromCountry: "" });
	});

	it("names the caller only when the number looks names up", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Hangup/>");
		const dial = async () => {
			const body = { from: caller, to: main, callerName: "JANE ROE", forwardedFrom: "+15125550177" };
			const { sid } = await network.control<{ sid: string }>("POST", "/calls", body);
			await network.untilEnded(sid);
		};
		await dial();
		await pointMainAt({ VoiceCallerIdLookup: "true" });
		await dial();
		const [first, second] = app.requestsTo("/voice");
		expect(first?.params).not.toHaveProperty("CallerName");
		expect(first?.params.ForwardedFrom).toBe("+15125550177");
		expect(second?.params.CallerName).toBe("JANE ROE");
	});

	it("keeps cookies for the length of the call", async () => {
		const { app, network } = stage;
		app.on("/voice", {
			headers: { "set-cookie": "step=1; Path=/" },
			body: "<Response><Redirect>/next</Redirect></Response>",
		});
		app.on("/next", "<Hangup/>");
		await network.untilEnded(await network.dial(caller, main));
		expect(app.requestsTo("/voice")[0]?.headers.cookie).toBeUndefined();
		expect(app.requestsTo("/next")[0]?.headers.cookie).toBe("step=1");
	});

	it("follows an HTTP redirect without the parameters of the POST", async () => {
		const { app, network } = stage;
		app.on("/voice", { status: 307, headers: { location: "/moved" } });
		app.on("/moved", "<Say>Moved</Say>");
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.heard).toEqual(["Moved"]);
		expect(app.requestsTo("/moved")[0]).toMatchObject({ method: "GET", params: {} });
	});

	it("gives up after ten redirects with 11215", async () => {
		const { app, network } = stage;
		app.on("/voice", { status: 302, headers: { location: "/voice" } });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(app.requestsTo("/voice")).toHaveLength(11);
		expect(call.timeline.some(({ code }) => code === 11215)).toBe(true);
	});

	it("fails the call when the number has no VoiceUrl", async () => {
		const { network } = stage;
		await network.buy("+15125550150");
		const call = await network.untilEnded(await network.dial(caller, "+15125550150"));
		expect(call.status).toBe("failed");
	});

	it("tells the status callback the end, with the length of the call", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Pause length="1"/><Say>Hi</Say><Pause length="90"/>');
		const call = await network.untilEnded(await network.dial(caller, main));
		const [ended] = await waitFor(
			() => app.requestsTo("/ended"),
			(requests) => requests.length > 0,
		);
		expect(ended?.params).toMatchObject({ CallSid: call.sid, CallStatus: "completed", Duration: "2" });
		expect(Number(ended?.params.CallDuration)).toBeGreaterThanOrEqual(90);
		expect(call.durationSeconds).toBe(Number(ended?.params.CallDuration));
	});
});

describe("a webhook that fails", () => {
	const failures: [name: string, answer: Parameters<typeof stage.app.on>[1], code: number][] = [
		["status 500", { status: 500, body: "<Response/>" }, 11200],
		["status 404", { status: 404, body: "" }, 11200],
		["broken XML", { body: "<Response><Say>a</Response>" }, 12100],
		["no Content-Type", { type: null, body: "<Response/>" }, 12300],
		["JSON", { type: "application/json", body: "{}" }, 12300],
		["65 kB of TwiML", { body: `<Response><Say>${"a".repeat(66_000)}</Say></Response>` }, 11750],
	];

	it.each(failures)("by %s goes to the fallback URL with the error's code", async (_, answer, code) => {
		const { app, network } = stage;
		await pointMainAt({ VoiceFallbackUrl: app.url("/fallback") });
		app.on("/voice", answer);
		app.on("/fallback", "<Say>Sorry</Say>");
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call).toMatchObject({ status: "completed", heard: ["Sorry"] });
		expect(app.requestsTo("/fallback")[0]?.params).toMatchObject({
			ErrorCode: String(code),
			ErrorUrl: app.url("/voice"),
			CallSid: call.sid,
		});
		expect(call.timeline.some((entry) => entry.kind === "error" && entry.code === code)).toBe(true);
	});

	it("without a fallback lets the caller hear the application error and hangs up", async () => {
		const { app, network } = stage;
		app.on("/voice", { status: 500 });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call).toMatchObject({ status: "completed", heard: ["[application error]"] });
	});

	it("in the fallback too ends with the application error", async () => {
		const { app, network } = stage;
		await pointMainAt({ VoiceFallbackUrl: app.url("/fallback") });
		app.on("/voice", { status: 500 });
		app.on("/fallback", { status: 500 });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.heard).toEqual(["[application error]"]);
		expect(app.requestsTo("/fallback")).toHaveLength(1);
	});

	it("to connect is tried once more with the same idempotency token", async () => {
		const { network } = stage;
		await pointMainAt({ VoiceUrl: "http://localhost:1/voice" });
		const call = await network.untilEnded(await network.dial(caller, main));
		const tries = call.webhooks.filter(({ kind }) => kind === "voice");
		expect(tries.map(({ attempt, status, error }) => [attempt, status, error])).toEqual([
			[1, null, "could not connect"],
			[2, null, "could not connect"],
		]);
		expect(call.timeline.some(({ code }) => code === 11205)).toBe(true);
	});

	it("by an answer that does not come in time is not tried again", async () => {
		const { app, network } = stage;
		app.on("/voice", () => new Promise((resolve) => setTimeout(() => resolve(""), 1000)));
		await pointMainAt({ VoiceUrl: app.url("/voice#rt=150") });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(app.requestsTo("/voice")).toHaveLength(1);
		expect(call.webhooks[0]).toMatchObject({ status: null, error: "no answer in time" });
	});

	it("is tried again on any failure when its address says so", async () => {
		const { app, network } = stage;
		let tries = 0;
		app.on("/voice", () => {
			tries += 1;
			return tries < 3 ? { status: 503 } : "<Say>Third time lucky</Say>";
		});
		await pointMainAt({ VoiceUrl: app.url("/voice#rc=2&rp=all") });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.heard).toEqual(["Third time lucky"]);
		const requests = app.requestsTo("/voice");
		const tokens = new Set(requests.map(({ headers }) => headers["i-twilio-idempotency-token"]));
		expect([requests.length, tokens.size]).toEqual([3, 1]);
	});

	it("for an address beyond this machine is refused with a warning", async () => {
		const { network } = stage;
		await pointMainAt({ VoiceUrl: "https://example.com/voice" });
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.webhooks[0]?.error).toContain("only loopback addresses");
		expect(call.heard).toEqual(["[application error]"]);
	});

	it("as a status callback is a warning and nothing more", async () => {
		const { app, network } = stage;
		app.on("/ended", { status: 500 });
		app.on("/voice", "<Hangup/>");
		const sid = await network.dial(caller, main);
		await network.until(sid, ({ timeline }) => timeline.some(({ code }) => code === 15003));
		expect(app.requestsTo("/ended").filter(({ params }) => params.CallSid === sid)).toHaveLength(1);
	});
});
