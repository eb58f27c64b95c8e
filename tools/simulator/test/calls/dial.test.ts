import { describe, expect, it } from "vitest";
import type { Received } from "../support/customer-app.ts";
import type { CallView } from "../support/network.ts";
import { caller, main, otherPhone, phone, useStage } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useStage();
const number = `<Number>${phone}</Number>`;

/** A caller whose call rings; returns the call and its legs. */
async function startDial(attributes: string, nouns = number, from = caller): Promise<CallView> {
	const { app, network } = stage;
	app.on("/voice", `<Dial action="/dialled" ${attributes}>${nouns}</Dial><Say>after</Say>`);
	app.on("/dialled", "<Hangup/>");
	const sid = await network.dial(from, main);
	return await network.until(
		sid,
		({ legs }) => legs.length > 0 && legs.every(({ status }) => status !== "initiated"),
	);
}

function legOf(call: CallView, to = phone): string {
	return call.legs.find((leg) => leg.to === to)?.sid ?? "";
}

async function result(): Promise<Received["params"] | undefined> {
	const [request] = await waitFor(
		() => stage.app.requestsTo("/dialled"),
		(requests) => requests.length > 0,
	);
	return request?.params;
}

async function act(sid: string, what: "answer" | "reject" | "hangup"): Promise<void> {
	await stage.network.control("POST", `/calls/${sid}/${what}`);
}

async function behave(phone: string, behaviour: Record<string, unknown>): Promise<void> {
	await stage.network.control("PUT", `/phones/${encodeURIComponent(phone)}`, behaviour);
}

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

describe("a phone that forwards", () => {
	it("sends the call on to a number of the account, which is told whose phone it was", async () => {
		const { app, network } = stage;
		await behave(phone, { onCall: "forward", forwardTo: main, answerAfterSeconds: 2 });
		const call = await startDial("");
		app.on("/voice", "<Say>The voicemail</Say><Pause length='500'/>");
		await network.until(legOf(call), ({ status }) => status === "in-progress");
		expect(app.requestsTo("/voice").at(-1)?.params).toMatchObject({
			From: caller,
			To: main,
			ForwardedFrom: phone,
			Direction: "inbound",
		});
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("reaches nobody when the account has no such number", async () => {
		await behave(phone, { onCall: "forward", forwardTo: otherPhone });
		await startDial("");
		expect(await result()).toMatchObject({ DialCallStatus: "failed", DialBridged: "false" });
	});
});

describe("<Dial> of several numbers", () => {
	const bothNumbers = `${number}<Number>${otherPhone}</Number>`;

	it("connects the first who answers and cancels the others", async () => {
		const { network } = stage;
		const call = await startDial("", bothNumbers);
		await act(legOf(call, otherPhone), "answer");
		expect((await network.untilEnded(legOf(call))).status).toBe("canceled");
		await act(legOf(call, otherPhone), "hangup");
		expect(await result()).toMatchObject({ DialCallSid: legOf(call, otherPhone), DialBridged: "true" });
	});

	it("goes on ringing the rest when one is busy", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		const call = await startDial("", bothNumbers);
		await act(legOf(call, otherPhone), "answer");
		await network.until(legOf(call, otherPhone), ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("rings one after another when it is sequential", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		const call = await startDial('sequential="true"', bothNumbers);
		const both = await network.until(call.sid, ({ legs }) => legs.length === 2);
		expect(both.legs.map(({ to, status }) => [to, status])).toEqual([
			[phone, "busy"],
			[otherPhone, expect.any(String)],
		]);
		await act(legOf(both, otherPhone), "answer");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialCallSid: legOf(both, otherPhone) });
	});

	it("keeps the others ringing during a screening when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { simulringWhileScreening: "keep-ringing" });
		app.on("/screen", '<Gather numDigits="1" timeout="500" action="/accept"/><Hangup/>');
		const call = await startDial("", `<Number url="/screen">${phone}</Number><Number>${otherPhone}</Number>`);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		expect((await network.call(legOf(call, otherPhone))).status).toBe("ringing");
		await act(legOf(call, otherPhone), "answer");
		await network.untilEnded(legOf(call));
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialCallSid: legOf(call, otherPhone), DialBridged: "true" });
	});
});

describe("a screened leg", () => {
	const screened = `<Number url="/screen">${phone}</Number>`;

	it("is connected when its document ends without <Hangup>", async () => {
		const { app, network } = stage;
		app.on(
			"/screen",
			'<Gather numDigits="1" timeout="500" action="/accept"><Say>Press 1</Say></Gather><Hangup/>',
		);
		app.on("/accept", "");
		const call = await startDial('answerOnBridge="true"', screened);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		expect((await network.call(call.sid)).status).toBe("ringing");
		await network.press(legOf(call), "1");
		await network.until(call.sid, ({ status }) => status === "in-progress");
		expect(app.requestsTo("/accept")[0]?.params).toMatchObject({
			CallSid: legOf(call),
			ParentCallSid: call.sid,
			Digits: "1",
		});
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("that declines has answered all the same: completed, and no bridge", async () => {
		const { app, network } = stage;
		app.on("/screen", "<Say>No</Say><Hangup/>");
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
		expect((await network.call(legOf(call))).heard).toEqual(["No"]);
	});

	it.each(["completed", "no-answer", "busy", "canceled", "failed"])(
		"that is picked up and not taken has the DialCallStatus that the options say (%s)",
		async (untakenDialCallStatus) => {
			const { app, network } = stage;
			await network.control("PUT", "/options", { untakenDialCallStatus });
			app.on("/screen", "<Hangup/>");
			const call = await startDial("", screened);
			await act(legOf(call), "answer");
			expect(await result()).toMatchObject({ DialCallStatus: untakenDialCallStatus, DialBridged: "false" });
		},
	);

	it("hears a key that is pressed as soon as picking up was answered, however slow the application is", async () => {
		const { app, network } = stage;
		app.on("/screen", async () => {
			await new Promise((resolve) => setTimeout(resolve, 300));
			return '<Gather numDigits="1" timeout="500" action="/accept"><Say>Press 1</Say></Gather><Hangup/>';
		});
		app.on("/accept", "");
		const call = await startDial('answerOnBridge="true"', screened);
		await act(legOf(call), "answer");
		await network.press(legOf(call), "1");
		await network.until(call.sid, ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("is not taken by a phone that answers by itself: it presses no key", async () => {
		const { app, network } = stage;
		await behave(phone, { onCall: "answer" });
		app.on(
			"/screen",
			'<Gather numDigits="1" timeout="8" action="/accept" actionOnEmptyResult="true"><Say>Press 1</Say></Gather>',
		);
		app.on("/accept", "<Hangup/>");
		const call = await startDial('answerOnBridge="true"', screened);
		expect(await result()).toMatchObject({ DialBridged: "false" });
		expect(app.requestsTo("/accept")[0]?.params).toMatchObject({ Digits: "", ParentCallSid: call.sid });
		expect((await network.call(call.sid)).heard).toEqual(["[ringing]"]);
	});

	it.each([
		["hang-up", "false"],
		["connect", "true"],
	])("whose address fails is treated as the options say: %s", async (failedScreening, DialBridged) => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { failedScreening });
		app.on("/screen", { status: 500 });
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		if (failedScreening === "connect") {
			await network.until(legOf(call), ({ timeline }) =>
				timeline.some(({ text }) => text.startsWith("talks with")),
			);
			await act(legOf(call), "hangup");
		}
		expect(await result()).toMatchObject({ DialBridged });
	});

	it("says nothing of DialBridged when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { dialBridgedIsSent: false });
		app.on("/screen", "");
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await network.until(legOf(call), ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks with")),
		);
		await act(legOf(call), "hangup");
		const params = await result();
		expect(params).toMatchObject({ DialCallStatus: "completed", DialCallDuration: expect.any(String) });
		expect(params).not.toHaveProperty("DialBridged");
	});

	it("whose person hangs up is no bridge either", async () => {
		const { app, network } = stage;
		app.on("/screen", '<Gather numDigits="1" timeout="500"/>');
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		await act(legOf(call), "hangup");
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
	});

	it("may not dial or record", async () => {
		const { app, network } = stage;
		app.on("/screen", `<Dial>${otherPhone}</Dial><Record/><Hangup/>`);
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await result();
		const { timeline } = await network.call(legOf(call));
		expect(timeline.filter(({ code }) => code === 12200)).toHaveLength(2);
	});
});

describe("<Dial> of a client or a SIP address", () => {
	it.each([
		["<Client>ann</Client>", "client:ann"],
		["<Client><Identity>ann</Identity><Parameter name='a' value='b'/></Client>", "client:ann"],
		["<Sip>sip:ann@example.com</Sip>", "sip:ann@example.com"],
	])("%s rings the virtual phone %s", async (noun, address) => {
		const { network } = stage;
		await behave(address, { onCall: "answer" });
		const call = await startDial("", noun);
		await network.until(legOf(call, address), ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});
});

describe("<Dial> of a number of the account", () => {
	const extension = "+15125550101";

	it("is an inbound call there, with its own webhook, and passes keys and words both ways", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Gather numDigits="2" timeout="500" action="/keys"><Say>Extension</Say></Gather>');
		app.on("/keys", "<Say>Thank you</Say>");
		const call = await startDial("", `<Number>${extension}</Number>`);
		const onward = await waitFor(
			async () => (await network.control<{ items: CallView[] }>("GET", "/calls")).items,
			(calls) => calls.some(({ to, direction }) => to === extension && direction === "inbound"),
		);
		const inbound = onward.find(({ to, direction }) => to === extension && direction === "inbound");
		expect(inbound).toMatchObject({ from: caller, parentSid: null });
		await network.untilWaiting(inbound?.sid ?? "", "digits");
		await network.press(call.sid, "42");
		await network.untilEnded(inbound?.sid ?? "");
		expect(app.requestsTo("/extension")[0]?.params).toMatchObject({ From: caller, To: extension });
		expect(app.requestsTo("/keys")[0]?.params).toMatchObject({ Digits: "42", CallSid: inbound?.sid });
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
		expect((await network.call(call.sid)).heard).toContain("Thank you");
	});

	it("gets the leg's sendDigits as keys", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Gather numDigits="2" timeout="500" action="/keys"/>');
		app.on("/keys", "<Hangup/>");
		await startDial("", `<Number sendDigits="wW42">${extension}</Number>`);
		await result();
		expect(app.requestsTo("/keys")[0]?.params).toMatchObject({ Digits: "42" });
	});

	it("takes over how the call there ended", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Reject reason="busy"/>');
		await startDial("", `<Number>${extension}</Number>`);
		expect(await result()).toMatchObject({ DialCallStatus: "busy", DialBridged: "false" });
	});

	it("that dials itself comes to an end", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", `<Dial answerOnBridge="true">${extension}</Dial>`);
		await startDial("", `<Number>${extension}</Number>`);
		expect(await result()).toMatchObject({ DialBridged: "false" });
	});
});

describe("a phone that dials another phone", () => {
	it("rings it, talks, and hangs up", async () => {
		const { network } = stage;
		const sid = await network.dial(caller, phone);
		const call = await network.until(sid, ({ legs }) => legs[0]?.status === "ringing");
		await act(legOf(call), "answer");
		await network.until(sid, ({ status }) => status === "in-progress");
		await network.control("POST", `/calls/${sid}/speech`, { text: "Hi" });
		expect((await network.call(legOf(call))).heard).toEqual(["Hi"]);
		await network.hangup(sid);
		expect(await network.untilEnded(legOf(call))).toMatchObject({ status: "completed" });
		const list = (await (await network.rest("GET", "/Calls.json")).json()) as { calls: unknown[] };
		expect(list.calls).toEqual([]);
	});

	it("ends as the other phone decides", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		expect((await network.untilEnded(await network.dial(caller, phone))).status).toBe("busy");
	});
});
