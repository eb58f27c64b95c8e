import { describe, expect, it } from "vitest";
import { makeTone } from "../../src/audio/tone.ts";
import { writeWav } from "../../src/audio/wav.ts";
import type { Received } from "../support/customer-app.ts";
import { readMp3Frames } from "../support/mp3-frames.ts";
import { accountSid, publicUrl } from "../support/network.ts";
import { caller, main, useStage } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useStage();

/** A caller who hears the beep and is being recorded. */
async function startRecord(attributes = ""): Promise<string> {
	const { app, network } = stage;
	const timeout = attributes.includes("timeout=") ? "" : 'timeout="60"';
	app.on(
		"/voice",
		`<Record action="/done" recordingStatusCallback="/recorded" transcribeCallback="/text" ${timeout} ${attributes}/><Say>after</Say>`,
	);
	app.on("/done", "<Hangup/>");
	app.on("/recorded", "");
	app.on("/text", "");
	const sid = await network.dial(caller, main);
	await network.untilWaiting(sid, "record");
	return sid;
}

async function leave(sid: string, said: Record<string, unknown>): Promise<void> {
	await stage.network.control("POST", `/calls/${sid}/recording`, said);
}

async function first(path: string): Promise<Received["params"]> {
	const [request] = await waitFor(
		() => stage.app.requestsTo(path),
		(requests) => requests.length > 0,
	);
	return request?.params ?? {};
}

/** The network's public address leads to its test address. */
async function fetchMedia(url: string, authorized = true): Promise<Response> {
	const { origin } = stage.network;
	const credentials = `Basic ${btoa(`${accountSid}:12345`)}`;
	return await fetch(url.replace(publicUrl, origin), {
		headers: authorized ? { authorization: credentials } : {},
	});
}

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

describe("a transcription", () => {
	it("comes later, with the words that were spoken", async () => {
		const sid = await startRecord('transcribe="true"');
		await leave(sid, { seconds: 5, transcript: "This is Jane, please call me.", endWith: "hangup" });
		const text = await first("/text");
		expect(text).toMatchObject({
			TranscriptionStatus: "completed",
			TranscriptionText: "This is Jane, please call me.",
			CallSid: sid,
			From: caller,
			To: main,
			CallStatus: "completed",
			RecordingSid: (await first("/recorded")).RecordingSid,
		});
		const read = await stage.network.rest("GET", `/Transcriptions/${text.TranscriptionSid}.json`);
		expect(await read.json()).toMatchObject({
			status: "completed",
			transcription_text: text.TranscriptionText,
		});
	});

	it.each([
		[2, false],
		[3, true],
		[119, true],
		[120, false],
	])("of %i seconds is made: %s", async (seconds, isMade) => {
		const { app, network } = stage;
		const sid = await startRecord('transcribe="true" maxLength="300"');
		await leave(sid, { seconds, transcript: "Hello", endWith: "hangup" });
		if (isMade) expect(await first("/text")).toMatchObject({ TranscriptionText: "Hello" });
		else await network.until(sid, ({ timeline }) => timeline.some(({ kind }) => kind === "warning"));
		expect(app.requestsTo("/text")).toHaveLength(isMade ? 1 : 0);
	});

	it.each([
		["a fault is set", [{ match: "transcription", effect: { status: 500 } }], "Hello"],
		["nobody said words", [], undefined],
	])("fails when %s", async (_, faults, transcript) => {
		const { network } = stage;
		await network.control("PUT", "/faults", faults);
		const sid = await startRecord('transcribe="true"');
		await leave(sid, { seconds: 5, transcript, endWith: "#" });
		expect(await first("/text")).toMatchObject({ TranscriptionStatus: "failed", TranscriptionText: "" });
	});

	it("is not made unless it was asked for", async () => {
		const { network } = stage;
		const sid = await startRecord();
		await leave(sid, { seconds: 5, transcript: "Hello", endWith: "#" });
		await network.untilEnded(sid);
		const list = (await (await network.rest("GET", "/Transcriptions.json")).json()) as {
			transcriptions: unknown[];
		};
		expect(list.transcriptions).toEqual([]);
	});
});

describe("a recording's sound", () => {
	it("is a tone of its length, as MP3 and as WAV, for the account only", async () => {
		const sid = await startRecord();
		await leave(sid, { seconds: 6, endWith: "#" });
		const { RecordingUrl = "", RecordingSid } = await first("/done");
		expect(RecordingUrl).toBe(
			`${publicUrl}/simulator/2010-04-01/Accounts/${accountSid}/Recordings/${RecordingSid}`,
		);
		const mp3 = await fetchMedia(`${RecordingUrl}.mp3`);
		expect(mp3.headers.get("content-type")).toBe("audio/mpeg");
		const frames = readMp3Frames(new Uint8Array(await mp3.arrayBuffer()));
		expect(frames.rest).toBe(0);
		expect(Math.round(frames.seconds)).toBe(6);
		for (const url of [RecordingUrl, `${RecordingUrl}.wav`]) {
			const wav = await fetchMedia(url);
			expect(wav.headers.get("content-type")).toBe("audio/x-wav");
			expect((await wav.arrayBuffer()).byteLength).toBe(44 + 6 * 16_000 * 2);
		}
		const refused = await fetchMedia(`${RecordingUrl}.mp3`, false);
		expect(refused.status).toBe(401);
		expect(await refused.json()).toMatchObject({ code: 20003 });
	});

	it("is open to everybody when the account does not protect media", async () => {
		await stage.network.control("PUT", "/options", { mediaNeedsAuth: false });
		const sid = await startRecord();
		await leave(sid, { seconds: 1, endWith: "#" });
		const { RecordingUrl = "" } = await first("/done");
		expect((await fetchMedia(RecordingUrl, false)).status).toBe(200);
		expect((await fetchMedia(`${RecordingUrl}.json`, false)).status).toBe(401);
	});

	it("is what was uploaded: a WAV as such and as MP3", async () => {
		const wav = writeWav(makeTone(2, 2));
		const sid = await startRecord();
		await leave(sid, {
			seconds: 2,
			endWith: "#",
			audioBase64: Buffer.from(wav).toString("base64"),
			contentType: "audio/wav",
		});
		const { RecordingUrl = "" } = await first("/done");
		const kept = new Uint8Array(await (await fetchMedia(RecordingUrl)).arrayBuffer());
		expect(Buffer.from(kept).equals(wav)).toBe(true);
		const mp3 = new Uint8Array(await (await fetchMedia(`${RecordingUrl}.mp3`)).arrayBuffer());
		expect(readMp3Frames(mp3)).toMatchObject({ channels: 2, rest: 0 });
	});

	it("is what was uploaded: an MP3 as such, and no WAV", async () => {
		const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251);
		const sid = await startRecord();
		await leave(sid, {
			seconds: 2,
			endWith: "#",
			audioBase64: Buffer.from(bytes).toString("base64"),
			contentType: "audio/mpeg",
		});
		const { RecordingUrl = "" } = await first("/done");
		const mp3 = new Uint8Array(await (await fetchMedia(`${RecordingUrl}.mp3`)).arrayBuffer());
		expect(Buffer.from(mp3).equals(bytes)).toBe(true);
		expect((await fetchMedia(RecordingUrl)).status).toBe(404);
	});

	it.each([
		[{ audioBase64: "%%%", contentType: "audio/wav" }, "base64"],
		[{ audioBase64: btoa("no sound"), contentType: "audio/wav" }, "WAV"],
		[{ audioBase64: btoa("no sound"), contentType: "audio/ogg" }, "contentType"],
	])("is refused when it is none: %o", async (audio, word) => {
		const sid = await startRecord('timeout="600"');
		const body = { seconds: 2, ...audio };
		const response = await stage.network.request("POST", `/calls/${sid}/recording`, body);
		expect(response.status).toBe(400);
		expect(((await response.json()) as { detail: string }).detail).toContain(word);
	});
});
