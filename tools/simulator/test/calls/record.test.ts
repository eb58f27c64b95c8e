import { describe, expect, it } from "vitest";
import { accountSid } from "../support/network.ts";
import { useRecordStage } from "../support/record-stage.ts";
import { caller, main } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const { stage, startRecord, leave, first } = useRecordStage();

describe("<Record>", () => {
	it("ends with #, and reports the recording to the action and to the callback", async () => {
		const sid = await startRecord();
		await leave(sid, { seconds: 7, transcript: "Call me back", endWith: "#" });
		const done = await first("/done");
		expect(done).toMatchObject({
			RecordingDuration: "7",
			Digits: "#",
			CallStatus: "in-progress",
			CallSid: sid,
		});
		expect(await first("/recorded")).toMatchObject({
			AccountSid: accountSid,
			CallSid: sid,
			RecordingSid: done.RecordingSid,
			RecordingUrl: done.RecordingUrl,
			RecordingStatus: "completed",
			RecordingDuration: "7",
			RecordingChannels: "1",
			RecordingSource: "RecordVerb",
		});
		expect((await stage.network.untilEnded(sid)).heard).toEqual(["[beep]"]);
	});

	it("ends with the caller's hanging up: the action is asked with the word hangup", async () => {
		const sid = await startRecord();
		await leave(sid, { seconds: 4, endWith: "hangup" });
		expect(await first("/done")).toMatchObject({
			Digits: "hangup",
			CallStatus: "completed",
			RecordingDuration: "4",
		});
		expect(await first("/recorded")).toMatchObject({ RecordingDuration: "4" });
		expect((await stage.network.untilEnded(sid)).durationSeconds).toBeGreaterThanOrEqual(4);
	});

	it("ends with silence after its timeout", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startRecord('timeout="5"');
		await leave(sid, { seconds: 3 });
		expect((await network.call(sid)).waitingFor).toBeNull();
		await network.control("PUT", "/clock", { advanceSeconds: 6 });
		expect(await first("/done")).toMatchObject({ RecordingDuration: "3", Digits: "" });
	});

	it("does not end before somebody speaks or the timeout comes", async () => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startRecord('timeout="10"');
		await network.control("PUT", "/clock", { advanceSeconds: 9 });
		expect((await network.call(sid)).waitingFor).toMatchObject({ kind: "record" });
		await network.control("PUT", "/clock", { advanceSeconds: 2 });
		expect(Number((await first("/done")).RecordingDuration)).toBeGreaterThanOrEqual(10);
	});

	it.each([
		['timeout="10" maxLength="120"', null, "10", 10],
		['timeout="60" maxLength="30"', null, "30", 30],
		['timeout="10" maxLength="120"', { seconds: 3, transcript: "Call me" }, "3", 13],
		['timeout="60" maxLength="30"', { seconds: 20, transcript: "Call me" }, "20", 30],
	])("with %s and %j ends no later for a jump of the clock", async (attributes, said, length, lasts) => {
		const { network } = stage;
		await network.speed(1);
		const sid = await startRecord(`${attributes} transcribe="true"`);
		if (said) await leave(sid, said);
		await network.control("PUT", "/clock", { advanceSeconds: 200 });
		expect(await first("/done")).toMatchObject({ RecordingDuration: length, Digits: "" });
		expect(await first("/recorded")).toMatchObject({ RecordingDuration: length });
		const { durationSeconds } = await network.untilEnded(sid);
		expect(durationSeconds).toBeGreaterThanOrEqual(lasts);
		expect(durationSeconds).toBeLessThan(lasts + 10);
		expect(await first("/text")).toMatchObject({ TranscriptionText: said?.transcript ?? "" });
	});

	it("into which nobody spoke goes on with the next verb when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { emptyRecordFallsThrough: true });
		const sid = await startRecord();
		expect((await network.untilEnded(sid)).heard).toEqual(["[beep]", "after"]);
		expect(app.requestsTo("/recorded")).toEqual([]);
	});

	it("is cut at maxLength", async () => {
		const sid = await startRecord('maxLength="30"');
		await leave(sid, { seconds: 45, endWith: "#" });
		expect(await first("/done")).toMatchObject({ RecordingDuration: "30", Digits: "" });
		const { durationSeconds } = await stage.network.untilEnded(sid);
		expect(durationSeconds).toBeGreaterThanOrEqual(30);
		expect(durationSeconds).toBeLessThan(45);
	});

	it("has no length when the caller hangs up at the beep", async () => {
		await stage.network.speed(1);
		const sid = await startRecord('timeout="10"');
		await stage.network.hangup(sid);
		expect(await first("/done")).toMatchObject({ RecordingDuration: "0", Digits: "hangup" });
	});

	it("ends with a key of finishOnKey only", async () => {
		const { network } = stage;
		const sid = await startRecord('finishOnKey="9" timeout="600"');
		await network.press(sid, "1");
		expect((await network.call(sid)).waitingFor).not.toBeNull();
		await network.press(sid, "9");
		expect(await first("/done")).toMatchObject({ Digits: "9" });
	});

	it("takes down typed speech, as long as it would take to say", async () => {
		const { network } = stage;
		const sid = await startRecord('timeout="600" transcribe="true"');
		await network.control("POST", `/calls/${sid}/speech`, { text: "This is a message of some length." });
		await network.control("POST", `/calls/${sid}/speech`, { text: "Bye." });
		await network.press(sid, "#");
		expect(await first("/done")).toMatchObject({ RecordingDuration: "4" });
		expect(await first("/text")).toMatchObject({
			TranscriptionText: "This is a message of some length. Bye.",
		});
	});

	it("leaves nothing when the caller hangs up before the beep", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Pause length="600"/><Record action="/done" recordingStatusCallback="/recorded"/>');
		const sid = await network.dial(caller, main);
		await network.until(sid, ({ timeline }) => timeline.some(({ text }) => text === "<Pause>"));
		await network.hangup(sid);
		await network.until(sid, ({ webhooks }) => webhooks.some(({ kind }) => kind === "status"));
		expect([...app.requestsTo("/done"), ...app.requestsTo("/recorded")]).toEqual([]);
	});

	it("without a beep says none, and asks its own document without an action", async () => {
		const { app, network } = stage;
		app.on("/voice", ({ params }) =>
			params.RecordingUrl ? "<Hangup/>" : '<Record playBeep="false" timeout="60"/>',
		);
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "record");
		await leave(sid, { seconds: 2, endWith: "#" });
		expect((await network.untilEnded(sid)).heard).toEqual([]);
		expect(app.requestsTo("/voice")).toHaveLength(2);
	});

	it("reports its beginning too when asked", async () => {
		const sid = await startRecord('recordingStatusCallbackEvent="in-progress completed"');
		await leave(sid, { seconds: 2, endWith: "#" });
		const requests = await waitFor(
			() => stage.app.requestsTo("/recorded"),
			({ length }) => length === 2,
		);
		const seen = requests.map(({ params }) => [params.RecordingStatus, params.RecordingSid]);
		expect(seen.sort()).toEqual([
			["completed", requests[0]?.params.RecordingSid],
			["in-progress", requests[0]?.params.RecordingSid],
		]);
	});

	it("refuses words when it is not active", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Say>Hello</Say><Pause length="600"/>');
		const sid = await network.dial(caller, main);
		await network.until(sid, ({ heard }) => heard.length > 0);
		const response = await network.request("POST", `/calls/${sid}/recording`, { seconds: 3 });
		expect(response.status).toBe(409);
		expect(response.headers.get("content-type")).toContain("application/problem+json");
	});
});
