import { describe, expect, it } from "vitest";
import { caller, main, useStage } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useStage();

/** Starts a call that waits in this <Gather>. The verb after it says "nothing came". */
async function startGather(attributes: string, prompts = "", wait = "digits"): Promise<string> {
	const { app, network } = stage;
	const timeout = attributes.includes("timeout=") ? "" : 'timeout="60"';
	app.on(
		"/voice",
		`<Gather action="/chosen" ${timeout} ${attributes}>${prompts}</Gather><Say>nothing came</Say>`,
	);
	app.on("/chosen", "<Hangup/>");
	const sid = await network.dial(caller, main);
	await network.untilWaiting(sid, wait);
	return sid;
}

async function chosen(sid: string): Promise<Record<string, string> | undefined> {
	await stage.network.untilEnded(sid);
	return stage.app.requestsTo("/chosen")[0]?.params;
}

describe("<Gather> of keys", () => {
	it("ends with the last of numDigits, and later keys are lost", async () => {
		const sid = await startGather('numDigits="3" timeout="60"');
		await stage.network.press(sid, "1014");
		expect(await chosen(sid)).toMatchObject({ Digits: "101", CallStatus: "in-progress", FinishedOnKey: "" });
		const { timeline } = await stage.network.call(sid);
		expect(timeline.filter(({ kind }) => kind === "lost").map(({ text }) => text)).toEqual([
			"key 4 was lost: no <Gather> runs",
		]);
	});

	it("ends with the finishing key, which is not among the digits", async () => {
		const sid = await startGather('timeout="600"');
		await stage.network.press(sid, "42#");
		expect(await chosen(sid)).toMatchObject({ Digits: "42", FinishedOnKey: "#" });
	});

	it("takes # as a digit when finishOnKey is empty", async () => {
		const sid = await startGather('finishOnKey="" numDigits="2"');
		await stage.network.press(sid, "#*");
		expect(await chosen(sid)).toMatchObject({ Digits: "#*" });
	});

	it("ends with the timeout after the last key", async () => {
		const sid = await startGather('timeout="50"');
		await stage.network.press(sid, "4");
		await stage.network.press(sid, "2");
		expect(await chosen(sid)).toMatchObject({ Digits: "42" });
	});

	it("counts the timeout anew from every key", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startGather('timeout="10"');
		for (const key of ["1", "2", "3"]) {
			await network.press(sid, key);
			await network.control("PUT", "/clock", { advanceSeconds: 9 });
		}
		expect((await network.call(sid)).waitingFor).not.toBeNull();
		await network.control("PUT", "/clock", { advanceSeconds: 2 });
		expect(await chosen(sid)).toMatchObject({ Digits: "123" });
	});

	it("without a key goes on with the next verb and asks nothing", async () => {
		const sid = await startGather('timeout="60"');
		const call = await stage.network.untilEnded(sid);
		expect(call.heard).toEqual(["nothing came"]);
		expect(stage.app.requestsTo("/chosen")).toEqual([]);
	});

	it("treats the finishing key alone as no input", async () => {
		const sid = await startGather('timeout="60"');
		await stage.network.press(sid, "#");
		expect((await stage.network.untilEnded(sid)).heard).toEqual(["nothing came"]);
	});

	it("asks the action without digits when actionOnEmptyResult is set", async () => {
		const sid = await startGather('timeout="60" actionOnEmptyResult="true"');
		expect(await chosen(sid)).toMatchObject({ Digits: "" });
	});

	it("waits while the prompts play, and a key cuts them short", async () => {
		const sid = await startGather('numDigits="1"', '<Say>One</Say><Pause length="500"/><Say>Two</Say>');
		await stage.network.until(sid, ({ heard }) => heard.includes("One"));
		await stage.network.press(sid, "1");
		expect(await chosen(sid)).toMatchObject({ Digits: "1" });
		expect((await stage.network.call(sid)).heard).toEqual(["One"]);
	});

	it("lasts no longer for a jump of the clock, as the call's length tells", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startGather('timeout="10"');
		await network.control("PUT", "/clock", { advanceSeconds: 200 });
		await network.until(sid, ({ heard }) => heard.includes("nothing came"));
		await network.hangup(sid);
		const { durationSeconds } = await network.untilEnded(sid);
		expect(durationSeconds).toBeGreaterThanOrEqual(10);
		expect(durationSeconds).toBeLessThan(20);
	});

	it("begins its timeout after the prompts", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startGather('timeout="5"', '<Pause length="60"/>');
		await network.control("PUT", "/clock", { advanceSeconds: 59 });
		expect((await network.call(sid)).waitingFor).toMatchObject({ kind: "digits" });
		await network.control("PUT", "/clock", { advanceSeconds: 2 });
		await network.control("PUT", "/clock", { advanceSeconds: 6 });
		await network.until(sid, ({ heard }) => heard.includes("nothing came"));
		await network.hangup(sid);
	});

	it("asks for its own document again when it has no action", async () => {
		const { app, network } = stage;
		app.on("/voice", ({ params }) => (params.Digits ? "<Hangup/>" : '<Gather numDigits="1" timeout="600"/>'));
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "digits");
		await network.press(sid, "7");
		await network.untilEnded(sid);
		expect(app.requestsTo("/voice").map(({ params }) => params.Digits)).toEqual([undefined, "7"]);
	});

	it("is a new wait each time, told apart by since", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Gather numDigits="1" timeout="60"/>');
		const sid = await network.dial(caller, main);
		const first = await network.untilWaiting(sid, "digits");
		await network.press(sid, "1");
		const second = await network.untilWaiting(sid, "digits", first.waitingFor?.since);
		expect(second.waitingFor?.since).not.toBe(first.waitingFor?.since);
		await network.hangup(sid);
	});

	it("asks nothing when the caller hangs up, only the status callback comes", async () => {
		const { network } = stage;
		const sid = await startGather('timeout="600"');
		await network.press(sid, "1");
		await network.hangup(sid);
		const { webhooks } = await network.until(sid, (call) => call.webhooks.length > 1);
		expect(webhooks.map(({ kind }) => kind)).toEqual(["voice", "status"]);
	});

	it("asks the action for a caller who hung up in the middle of his keys when that option is on", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { gatherActionOnHangup: true });
		const sid = await startGather('timeout="600"');
		await network.press(sid, "12");
		await network.hangup(sid);
		const [request] = await waitFor(
			() => app.requestsTo("/chosen"),
			(requests) => requests.length === 1,
		);
		expect(request?.params).toMatchObject({ Digits: "12", CallStatus: "completed" });
	});
});

describe("<Gather> of speech", () => {
	it("sends the words and how sure the recogniser is", async () => {
		const { network } = stage;
		const sid = await startGather('input="speech" speechTimeout="auto"', "<Say>Speak</Say>", "speech");
		await network.control("POST", `/calls/${sid}/speech`, { text: "sales please", confidence: 0.42 });
		const params = await chosen(sid);
		expect(params).toMatchObject({ SpeechResult: "sales please", Confidence: "0.42" });
		expect(params).not.toHaveProperty("Digits");
	});

	it("joins what is said before the pause is long enough", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startGather('input="speech" speechTimeout="5"', "", "speech");
		await network.control("POST", `/calls/${sid}/speech`, { text: "I would like" });
		await network.control("POST", `/calls/${sid}/speech`, { text: "to speak to Ann" });
		await network.control("PUT", "/clock", { advanceSeconds: 6 });
		expect(await chosen(sid)).toMatchObject({ SpeechResult: "I would like to speak to Ann" });
	});

	it("reports partial results while somebody speaks", async () => {
		const { app, network } = stage;
		app.on("/partial", "");
		const attributes = 'input="speech" speechTimeout="1" partialResultCallback="/partial"';
		const sid = await startGather(attributes, "", "speech");
		await network.control("POST", `/calls/${sid}/speech`, { text: "hello" });
		await chosen(sid);
		await waitFor(
			() => app.requestsTo("/partial"),
			([request]) => request?.params.UnstableSpeechResult === "hello",
		);
	});

	it("or keys takes what comes first", async () => {
		const { network } = stage;
		const sid = await startGather('input="dtmf speech" timeout="600" numDigits="3"', "", "digits speech");
		await network.press(sid, "10");
		expect((await network.call(sid)).waitingFor).toMatchObject({ kind: "digits" });
		await network.control("POST", `/calls/${sid}/speech`, { text: "sales" });
		await network.press(sid, "1");
		expect(await chosen(sid)).toMatchObject({ Digits: "101" });
		expect((await network.call(sid)).timeline.some(({ kind }) => kind === "lost")).toBe(true);
	});

	it("does not hear keys when it listens for speech only", async () => {
		const { network } = stage;
		const sid = await startGather('input="speech" timeout="60" speechTimeout="1"', "", "speech");
		await network.press(sid, "1");
		expect((await network.untilEnded(sid)).heard).toEqual(["nothing came"]);
	});
});

describe("a key pressed while no <Gather> runs", () => {
	it("is lost, and the timeline says so", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Say>Hello</Say><Pause length="600"/>');
		const sid = await network.dial(caller, main);
		await network.until(sid, ({ heard }) => heard.length === 1);
		await network.press(sid, "5");
		await network.control("POST", `/calls/${sid}/speech`, { text: "anybody there?" });
		const { timeline } = await network.call(sid);
		expect(timeline.filter(({ kind }) => kind === "lost").map(({ text }) => text)).toEqual([
			"key 5 was lost: no <Gather> runs",
			'"anybody there?" was lost: nobody listens',
		]);
		await network.hangup(sid);
	});
});
