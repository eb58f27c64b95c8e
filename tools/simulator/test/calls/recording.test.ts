import { describe, expect, it } from "vitest";
import { makeTone } from "../../src/audio/tone.ts";
import { writeWav } from "../../src/audio/wav.ts";
import { readMp3Frames } from "../support/mp3-frames.ts";
import { accountSid, publicUrl } from "../support/network.ts";
import { useRecordStage } from "../support/record-stage.ts";
import { caller, main } from "../support/stage.ts";

const { stage, startRecord, leave, first, fetchMedia } = useRecordStage();

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
