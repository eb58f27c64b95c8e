import { describe, expect, it } from "vitest";
import { useDialStage } from "../support/dial-stage.ts";
import { caller, main, phone } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const { stage, startDial, legOf, result, act, behave } = useDialStage();

describe("<Dial> of a number", () => {
	it("rings a leg that waits to be answered, and lets the two talk", async () => {
		const { network } = stage;
		const call = await startDial("");
		const leg = legOf(call);
		expect(await network.untilWaiting(leg, "ring")).toMatchObject({
			parentSid: call.sid,
			from: caller,
			to: phone,
			direction: "outbound-dial",
			status: "ringing",
		});
		expect(await network.untilWaiting(call.sid, "ring")).toMatchObject({ heard: ["[ringing]"] });
		await act(leg, "answer");
		await network.until(call.sid, ({ waitingFor }) => waitingFor === null);
		await network.control("POST", `/calls/${call.sid}/speech`, { text: "Hello Ann" });
		await network.control("POST", `/calls/${leg}/speech`, { text: "Hello caller" });
		await network.press(call.sid, "5");
		expect((await network.call(leg)).heard).toEqual(["Hello Ann", "[key 5]"]);
		expect((await network.call(call.sid)).heard).toContain("Hello caller");
		await act(leg, "hangup");
		expect(await result()).toMatchObject({
			CallSid: call.sid,
			CallStatus: "in-progress",
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallSid: leg,
			DialCallDuration: expect.stringMatching(/^\d+$/),
		});
	});

	it("shows the callee the caller's number, or one of the account", async () => {
		const call = await startDial(`callerId="${main}"`);
		expect((await stage.network.call(legOf(call))).from).toBe(main);
	});

	it("fails with 13214 for a callerId that is not the account's", async () => {
		const { app, network } = stage;
		app.on("/voice", `<Dial action="/dialled" callerId="+12125550111">${phone}</Dial>`);
		app.on("/dialled", "<Hangup/>");
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(await result()).toMatchObject({ DialCallStatus: "failed", DialBridged: "false" });
		expect(call.timeline.some(({ code }) => code === 13214)).toBe(true);
		expect(call.legs).toEqual([]);
	});

	it("fails with 13224 for what is no number", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Dial action="/dialled"><Number>call me</Number></Dial>');
		app.on("/dialled", "<Hangup/>");
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(await result()).toMatchObject({ DialCallStatus: "failed" });
		expect(call.timeline.some(({ code }) => code === 13224)).toBe(true);
	});

	it("takes a North American number without its country code", async () => {
		const call = await startDial("", "(512) 555-0123");
		expect(call.legs[0]?.to).toBe(phone);
	});

	it("rings for its timeout and five seconds more", async () => {
		const { network } = stage;
		await network.speed(1);
		const call = await startDial('timeout="20"');
		await network.untilWaiting(legOf(call), "ring");
		await network.control("PUT", "/clock", { advanceSeconds: 24 });
		expect((await network.call(legOf(call))).status).toBe("ringing");
		await network.control("PUT", "/clock", { advanceSeconds: 2 });
		expect(await result()).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
		expect((await network.call(legOf(call))).status).toBe("no-answer");
	});

	it("rings no longer for a jump of the clock, as the caller's length tells", async () => {
		const { network } = stage;
		await network.speed(1);
		const call = await startDial('timeout="20"');
		await network.untilWaiting(legOf(call), "ring");
		await network.control("PUT", "/clock", { advanceSeconds: 200 });
		expect(await result()).toMatchObject({ DialCallStatus: "no-answer" });
		const { durationSeconds } = await network.untilEnded(call.sid);
		expect(durationSeconds).toBeGreaterThanOrEqual(25);
		expect(durationSeconds).toBeLessThan(35);
		expect((await network.call(legOf(call))).durationSeconds).toBe(0);
	});

	it.each([
		["busy", "busy"],
		["reject", "busy"],
		["unreachable", "failed"],
	])("to a phone that is set to %s comes to %s", async (onCall, status) => {
		await behave(phone, { onCall });
		await startDial("");
		expect(await result()).toMatchObject({ DialCallStatus: status, DialBridged: "false" });
	});

	it("to a phone that answers by itself is connected after so many seconds", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "answer", answerAfterSeconds: 2 });
		const call = await startDial("");
		await network.until(legOf(call), ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true", CallStatus: "completed" });
	});

	it("is rejected by the phone's person as busy", async () => {
		const call = await startDial("");
		await stage.network.untilWaiting(legOf(call), "ring");
		await act(legOf(call), "reject");
		expect(await result()).toMatchObject({ DialCallStatus: "busy" });
	});

	it("without an action goes on with the next verb", async () => {
		const { app, network } = stage;
		await behave(phone, { onCall: "busy" });
		app.on("/voice", `<Dial>${phone}</Dial><Say>after</Say>`);
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.heard).toEqual(["[ringing]", "after"]);
	});

	it("ends after its timeLimit", async () => {
		const { network } = stage;
		const call = await startDial('timeLimit="120"');
		await act(legOf(call), "answer");
		const leg = await network.untilEnded(legOf(call));
		expect(leg.status).toBe("completed");
		expect(leg.durationSeconds).toBeGreaterThanOrEqual(119);
		expect(await result()).toMatchObject({ DialCallStatus: "completed" });
	});

	it("ends when the caller presses * and hangupOnStar is set", async () => {
		const { network } = stage;
		const call = await startDial('hangupOnStar="true"');
		await act(legOf(call), "answer");
		await network.until(call.sid, ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks with")),
		);
		await network.press(call.sid, "1*");
		expect(await result()).toMatchObject({ DialBridged: "true", CallStatus: "in-progress" });
	});

	it("keeps the caller ringing until the answer with answerOnBridge", async () => {
		const { network } = stage;
		const call = await startDial('answerOnBridge="true"');
		expect(call).toMatchObject({ status: "ringing", answeredAt: null });
		await act(legOf(call), "answer");
		await network.until(call.sid, ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
	});

	it("reports the leg's progress in numbered events", async () => {
		const { app, network } = stage;
		app.on("/progress", "");
		const events = 'statusCallbackEvent="initiated ringing answered completed" statusCallback="/progress"';
		const call = await startDial("", `<Number ${events}>${phone}</Number>`);
		await network.untilWaiting(legOf(call), "ring");
		await act(legOf(call), "answer");
		await network.hangup(call.sid);
		const requests = await waitFor(
			() => app.requestsTo("/progress"),
			({ length }) => length === 4,
		);
		const seen = requests
			.map(({ params }) => [params.SequenceNumber, params.CallStatus, params.CallSid, params.ParentCallSid])
			.sort();
		expect(seen).toEqual([
			["0", "initiated", legOf(call), call.sid],
			["1", "ringing", legOf(call), call.sid],
			["2", "in-progress", legOf(call), call.sid],
			["3", "completed", legOf(call), call.sid],
		]);
		const last = requests.find(({ params }) => params.SequenceNumber === "3")?.params;
		expect(last).toMatchObject({ CallbackSource: "call-progress-events", CallDuration: expect.any(String) });
		expect(requests.filter(({ params }) => params.CallDuration)).toHaveLength(1);
	});

	it("talks no longer than its timeLimit for a jump of the clock", async () => {
		const { app, network } = stage;
		await network.speed(1);
		app.on("/recorded", "");
		const call = await startDial(
			'timeLimit="60" record="record-from-answer" recordingStatusCallback="/recorded"',
		);
		await act(legOf(call), "answer");
		await network.until(call.sid, ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks with")),
		);
		await network.control("PUT", "/clock", { advanceSeconds: 200 });
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialCallDuration: "60" });
		const [request] = await waitFor(
			() => app.requestsTo("/recorded"),
			(requests) => requests.length > 0,
		);
		expect(request?.params).toMatchObject({ RecordingDuration: "60" });
		expect(await network.untilEnded(legOf(call))).toMatchObject({ durationSeconds: 60 });
		expect((await network.untilEnded(call.sid)).durationSeconds).toBeLessThan(75);
	});

	it("records the conversation when asked", async () => {
		const { app, network } = stage;
		app.on("/recorded", "");
		const call = await startDial('record="record-from-answer-dual" recordingStatusCallback="/recorded"');
		await act(legOf(call), "answer");
		await network.until(call.sid, ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks with")),
		);
		await network.control("PUT", "/clock", { advanceSeconds: 30 });
		await act(legOf(call), "hangup");
		const { RecordingUrl } = (await result()) ?? {};
		const [request] = await waitFor(
			() => app.requestsTo("/recorded"),
			(requests) => requests.length > 0,
		);
		expect(request?.params).toMatchObject({
			RecordingSource: "DialVerb",
			RecordingChannels: "2",
			RecordingStatus: "completed",
			RecordingUrl,
			CallSid: call.sid,
		});
		expect(Number(request?.params.RecordingDuration)).toBeGreaterThanOrEqual(30);
	});
});

describe("a caller who hangs up", () => {
	it("while it rings: the legs are canceled, and the action is asked with CallStatus completed", async () => {
		const { network } = stage;
		const call = await startDial("");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({
			CallStatus: "completed",
			DialCallStatus: "no-answer",
			DialBridged: "false",
			DialCallSid: legOf(call),
		});
		expect((await network.untilEnded(legOf(call))).status).toBe("canceled");
	});

	it("while it rings unanswered with answerOnBridge leaves a call without an answer", async () => {
		const { network } = stage;
		const call = await startDial('answerOnBridge="true"');
		await network.hangup(call.sid);
		expect(await network.untilEnded(call.sid)).toMatchObject({ status: "no-answer", durationSeconds: 0 });
	});

	it("gets the DialCallStatus that the options say", async () => {
		const { network } = stage;
		await network.control("PUT", "/options", { abandonedDialCallStatus: "canceled" });
		const call = await startDial("");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialCallStatus: "canceled" });
	});

	it("asks no action when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { dialActionAfterHangup: false });
		const call = await startDial("");
		await network.hangup(call.sid);
		await network.until(call.sid, ({ webhooks }) => webhooks.some(({ kind }) => kind === "status"));
		expect(app.requestsTo("/dialled")).toEqual([]);
	});
});
