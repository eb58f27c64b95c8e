import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CustomerApp } from "../support/customer-app.ts";
import { KillableNetwork } from "../support/killable-network.ts";
import type { CallView, NetworkClient } from "../support/network.ts";
import { caller, otherPhone, phone } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

/** One number for each situation. The network is killed once, during all of them. */
const finished = "+15125550101";
const gathering = "+15125550102";
const ringing = "+15125550103";
const recording = "+15125550104";
const reporting = "+15125550105";
const transcribing = "+15125550106";
const states = {
	FINISHED: finished,
	GATHERING: gathering,
	RINGING: ringing,
	RECORDING: recording,
	REPORTING: reporting,
	TRANSCRIBING: transcribing,
};

let server: KillableNetwork;
let network: NetworkClient;
let app: CustomerApp;
let before: CallView;
let sound: Uint8Array;
const sids = new Map<string, string>();

beforeAll(async () => {
	[server, app] = await Promise.all([KillableNetwork.start(), CustomerApp.start()]);
	network = server.client;
	await prepare();
	for (const number of Object.values(states)) sids.set(number, await network.dial(caller, number));
	await bringAbout();
	// The call is quiet for longer than the network's notes of its life are apart.
	await waitFor(
		() => network.call(sidOf(gathering)),
		({ answeredAt }) => Date.now() - Date.parse(answeredAt ?? "") > 2500,
	);
	before = await network.call(sidOf(finished));
	sound = await fetchSound();
	await network.control("PUT", "/clock", { speed: 0.01, forSeconds: 1, holder: "a page that dies" });
	await server.kill();
	await server.revive();
});
afterAll(async () => {
	await Promise.all([server.remove(), app.close()]);
});

async function prepare(): Promise<void> {
	await network.speed(100);
	await network.control("PUT", `/phones/${otherPhone}`, { onCall: "busy" });
	await network.control("PUT", "/options", { transcriptionSeconds: 36_000 });
	await network.control("PUT", "/faults", [
		{ match: "webhook:/ended/REPORTING", effect: { delayMs: 600_000 }, times: 1 },
	]);
	for (const [state, number] of Object.entries(states)) {
		app.on(`/ended/${state}`, "");
		app.on(`/action/${state}`, "<Hangup/>");
		await network.buy(number, {
			VoiceUrl: app.url(`/voice/${state}`),
			StatusCallback: app.url(`/ended/${state}`),
		});
	}
	const record = (state: string, more = "") => `<Record action="/action/${state}" timeout="86400" ${more}/>`;
	app.on("/voice/FINISHED", record("FINISHED"));
	app.on("/voice/GATHERING", '<Gather timeout="86400"/>');
	app.on(
		"/voice/RINGING",
		`<Dial answerOnBridge="true" timeout="600" action="/action/RINGING">${phone}</Dial>`,
	);
	app.on("/voice/RECORDING", record("RECORDING", 'recordingStatusCallback="/recorded"'));
	app.on("/voice/REPORTING", "<Hangup/>");
	app.on("/voice/TRANSCRIBING", record("TRANSCRIBING", 'transcribe="true" transcribeCallback="/text"'));
	app.on("/recorded", "");
	app.on("/text", "");
}

async function bringAbout(): Promise<void> {
	for (const number of [finished, transcribing]) {
		await network.untilWaiting(sidOf(number), "record");
		const said = { seconds: 5, transcript: "Hello", endWith: "#" };
		await network.control("POST", `/calls/${sidOf(number)}/recording`, said);
		await network.until(sidOf(number), ({ webhooks }) => webhooks.some(({ kind }) => kind === "status"));
	}
	await network.untilWaiting(sidOf(gathering), "digits");
	await network.untilWaiting(sidOf(ringing), "ring");
	await network.untilWaiting(sidOf(recording), "record");
	await network.control("POST", `/calls/${sidOf(recording)}/speech`, { text: "Please call me back" });
	await network.untilEnded(sidOf(reporting));
}

function sidOf(number: string): string {
	return sids.get(number) ?? "";
}

async function recordingsOf(number: string): Promise<{ sid: string }[]> {
	const response = await network.rest("GET", `/Calls/${sidOf(number)}/Recordings.json`);
	return ((await response.json()) as { recordings: { sid: string }[] }).recordings;
}

async function fetchSound(): Promise<Uint8Array> {
	const [recording] = await recordingsOf(finished);
	return new Uint8Array(await (await network.rest("GET", `/Recordings/${recording?.sid}.mp3`)).arrayBuffer());
}

async function first(path: string): Promise<Record<string, string>> {
	const [request] = await waitFor(
		() => app.requestsTo(path),
		(requests) => requests.length > 0,
	);
	return request?.params ?? {};
}

describe("a network that was killed and has come back", () => {
	it("has everything that was finished", async () => {
		expect(await network.call(sidOf(finished))).toEqual(before);
		expect(sound.length).toBeGreaterThan(5 * 4000);
		expect(Buffer.from(await fetchSound()).equals(sound)).toBe(true);
		expect(await network.control("GET", `/phones/${otherPhone}`)).toMatchObject({ onCall: "busy" });
		expect(await network.control("GET", "/clock")).toMatchObject({ speed: 100 });
	});

	it("has ended a lease of the clock whose time was up meanwhile", async () => {
		expect(await network.control("GET", "/clock")).toMatchObject({ speed: 100, lastingSpeed: 100 });
	});

	it("has ended a call in progress as a dropped line does", async () => {
		const call = await network.call(sidOf(gathering));
		expect(call).toMatchObject({ status: "completed", waitingFor: null, endedAt: expect.any(String) });
		expect(call.durationSeconds).toBeGreaterThan(0);
		expect(call.timeline.some(({ kind, text }) => kind === "warning" && text.includes("dropped"))).toBe(true);
		expect(await first("/ended/GATHERING")).toMatchObject({ CallSid: call.sid, CallStatus: "completed" });
		const response = await network.request("POST", `/calls/${call.sid}/digits`, { digits: "1" });
		expect(response.status).toBe(409);
	});

	it("has ended a call that rang as failed, with its leg, and asks the action", async () => {
		const call = await network.call(sidOf(ringing));
		expect(call.status).toBe("failed");
		expect(call.legs.map(({ status }) => status)).toEqual(["failed"]);
		expect(await first("/action/RINGING")).toMatchObject({ DialBridged: "false", CallStatus: "failed" });
	});

	it("has kept what was being recorded, as after a hang-up", async () => {
		expect(await first("/action/RECORDING")).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
		expect(await first("/recorded")).toMatchObject({ RecordingStatus: "completed", RecordingDuration: "2" });
		expect(await recordingsOf(recording)).toHaveLength(1);
	});

	it("counts a call as long as it went on, and reports its end once", async () => {
		const { status, ...call } = await network.call(sidOf(gathering));
		expect(status).toBe("completed");
		const seconds = (Date.parse(call.endedAt ?? "") - Date.parse(call.answeredAt ?? "")) / 1000;
		// The call was quiet for longer than a second and lasted until the kill.
		expect(seconds).toBeGreaterThan(1);
		expect(app.requestsTo("/ended/GATHERING")).toHaveLength(1);
		expect(app.requestsTo("/action/RINGING")).toHaveLength(1);
		expect(app.requestsTo("/recorded")).toHaveLength(1);
	});

	it("delivers a callback that was under way", async () => {
		expect(await first("/ended/REPORTING")).toMatchObject({ CallSid: sidOf(reporting) });
	});

	it("finishes a transcription that had begun", async () => {
		expect(app.requestsTo("/text")).toEqual([]);
		await network.control("PUT", "/clock", { advanceSeconds: 36_000 });
		expect(await first("/text")).toMatchObject({
			TranscriptionText: "Hello",
			TranscriptionStatus: "completed",
		});
	});
});
