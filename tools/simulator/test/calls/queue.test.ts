import { describe, expect, it } from "vitest";
import { caller, main, otherPhone, phone, useStage } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useStage();
const agentLine = "+18005550188";

async function enqueue(attributes = ""): Promise<string> {
	const { app, network } = stage;
	app.on("/voice", `<Enqueue action="/left" ${attributes}>support</Enqueue><Say>after</Say>`);
	app.on("/left", "<Hangup/>");
	const sid = await network.dial(caller, main);
	await network.untilWaiting(sid, "queue");
	return sid;
}

async function dialQueue(nouns = "<Queue>support</Queue>", attributes = ""): Promise<string> {
	const { app, network } = stage;
	await network.buy(agentLine, { VoiceUrl: app.url("/agent") });
	app.on("/agent", `<Dial action="/served" ${attributes}>${nouns}</Dial>`);
	app.on("/served", "<Hangup/>");
	return await network.dial(phone, agentLine);
}

async function left(): Promise<Record<string, string> | undefined> {
	const [request] = await waitFor(
		() => stage.app.requestsTo("/left"),
		(requests) => requests.length > 0,
	);
	return request?.params;
}

describe("<Enqueue>", () => {
	it("plays the waitUrl in a loop with the caller's place in the queue", async () => {
		const { app, network } = stage;
		app.on("/wait", "<Say>Please hold</Say>");
		const sid = await enqueue('waitUrl="/wait"');
		await network.until(sid, ({ heard }) => heard.filter((text) => text === "Please hold").length > 1);
		expect(app.requestsTo("/wait")[0]?.params).toMatchObject({
			QueuePosition: "1",
			CurrentQueueSize: "1",
			QueueSid: expect.stringMatching(/^QU/),
			QueueTime: expect.any(String),
			MaxQueueSize: "1000",
		});
		await network.hangup(sid);
		expect(await left()).toMatchObject({ QueueResult: "hangup", CallStatus: "completed" });
	});

	it("lets the caller leave", async () => {
		const { app, network } = stage;
		app.on("/wait", '<Gather numDigits="1" timeout="500" action="/give-up"/>');
		app.on("/give-up", "<Leave/>");
		app.on("/voice", '<Enqueue action="/left" waitUrl="/wait">support</Enqueue>');
		app.on("/left", "<Hangup/>");
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "digits");
		await network.press(sid, "1");
		expect(await left()).toMatchObject({ QueueResult: "leave" });
	});

	it("refuses a caller when the queue is full", async () => {
		const { app, network } = stage;
		await enqueue();
		app.on("/voice", '<Enqueue action="/left" maxQueueSize="1">support</Enqueue>');
		await network.dial(otherPhone, main);
		expect(await left()).toMatchObject({ QueueResult: "queue-full" });
	});

	it("without an action goes on with the next verb", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Enqueue waitUrl="/wait">support</Enqueue><Say>after</Say>');
		app.on("/wait", "<Leave/>");
		expect((await network.untilEnded(await network.dial(caller, main))).heard).toEqual(["after"]);
	});
});

describe("<Dial> of a queue", () => {
	it("connects the caller who waits longest", async () => {
		const { app, network } = stage;
		app.on("/before", "<Say>An agent will now speak to you</Say>");
		const sid = await enqueue();
		const agent = await dialQueue('<Queue url="/before">support</Queue>');
		await network.until(agent, ({ timeline }) => timeline.some(({ text }) => text.startsWith("talks")));
		await network.control("POST", `/calls/${agent}/speech`, { text: "How can I help?" });
		const call = await network.call(sid);
		expect(call.heard).toEqual(["[hold music]", "An agent will now speak to you", "How can I help?"]);
		expect(app.requestsTo("/before")[0]?.params).toMatchObject({ DequeingCallSid: agent, CallSid: sid });
		await network.hangup(agent);
		expect(await left()).toMatchObject({ QueueResult: "bridged", CallStatus: "in-progress" });
	});

	it("ends for the agent when the caller hangs up", async () => {
		const { app, network } = stage;
		const sid = await enqueue();
		const agent = await dialQueue();
		await network.until(agent, ({ timeline }) => timeline.some(({ text }) => text.startsWith("talks")));
		await network.hangup(sid);
		expect(await left()).toMatchObject({ QueueResult: "bridged", CallStatus: "completed" });
		const [served] = await waitFor(
			() => app.requestsTo("/served"),
			({ length }) => length === 1,
		);
		expect(served?.params).toMatchObject({
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallSid: sid,
		});
	});

	it("waits for a caller when the queue is empty, until its timeout", async () => {
		const { app, network } = stage;
		const first = await enqueue();
		await network.hangup(first);
		await left();
		await dialQueue("<Queue>support</Queue>", 'timeout="20"');
		const [served] = await waitFor(
			() => app.requestsTo("/served"),
			({ length }) => length === 1,
		);
		expect(served?.params).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
	});

	it("that does not exist fails", async () => {
		const { app } = stage;
		await dialQueue("<Queue>nowhere</Queue>");
		const [served] = await waitFor(
			() => app.requestsTo("/served"),
			({ length }) => length === 1,
		);
		expect(served?.params).toMatchObject({ DialCallStatus: "failed" });
	});
});

describe("<Dial> of a conference", () => {
	async function join(from: string, attributes = ""): Promise<string> {
		const { app, network } = stage;
		app.on("/voice", `<Dial action="/left"><Conference ${attributes}>room</Conference></Dial>`);
		app.on("/left", "<Hangup/>");
		const sid = await network.dial(from, main);
		await network.until(sid, ({ timeline }) => timeline.some(({ text }) => text === "in conference room"));
		return sid;
	}

	it("starts with the second participant, and everybody hears who speaks", async () => {
		const { network } = stage;
		const first = await join(caller);
		const second = await join(phone);
		await network.control("POST", `/calls/${second}/speech`, { text: "Hello all" });
		expect((await network.call(first)).heard).toEqual(["[hold music]", "[beep]", "Hello all"]);
		expect((await network.call(second)).heard).toEqual([]);
		await network.hangup(second);
		expect(await left()).toMatchObject({ DialCallStatus: "answered", CallStatus: "completed" });
		expect((await network.call(first)).status).toBe("in-progress");
		await network.hangup(first);
	});

	it("ends for all when one with endConferenceOnExit leaves, and reports its life", async () => {
		const { app, network } = stage;
		app.on("/conference", "");
		const events = 'statusCallback="/conference" statusCallbackEvent="start end join leave"';
		const first = await join(caller, `endConferenceOnExit="true" ${events}`);
		const second = await join(phone);
		await network.hangup(first);
		await network.untilEnded(second);
		const requests = await waitFor(
			() => app.requestsTo("/conference"),
			({ length }) => length === 6,
		);
		const story = requests
			.toSorted((a, b) => Number(a.params.SequenceNumber) - Number(b.params.SequenceNumber))
			.map(({ params }) => [params.StatusCallbackEvent, params.CallSid ?? params.CallSidEndingConference]);
		expect(story).toEqual([
			["participant-join", first],
			["participant-join", second],
			["conference-start", second],
			["participant-leave", first],
			["participant-leave", second],
			["conference-end", first],
		]);
	});
});
