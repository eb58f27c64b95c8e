import twilio from "twilio";
import { beforeEach, describe, expect, it } from "vitest";
import { accountSid, authToken } from "../support/network.ts";
import { caller, main, phone, useStage } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useStage();

let client: ReturnType<typeof twilio>;
beforeEach(() => {
	client = twilio(accountSid, authToken);
	client.api.baseUrl = `${stage.network.origin}/simulator`;
});

describe("the official SDK", () => {
	it("buys, reads, changes, lists and releases numbers", async () => {
		const { app } = stage;
		const [offer] = await client.availablePhoneNumbers("US").local.list({ areaCode: 512, limit: 1 });
		expect(offer).toMatchObject({
			region: "TX",
			isoCountry: "US",
			phoneNumber: expect.stringMatching(/^\+1512/),
		});
		const bought = await client.incomingPhoneNumbers.create({
			phoneNumber: offer?.phoneNumber ?? "",
			friendlyName: "Front desk",
			voiceUrl: app.url("/voice"),
			voiceFallbackUrl: app.url("/fallback"),
			statusCallback: app.url("/ended"),
			smsUrl: app.url("/sms"),
		});
		expect(bought).toMatchObject({
			sid: expect.stringMatching(/^PN[0-9a-f]{32}$/),
			friendlyName: "Front desk",
			voiceUrl: app.url("/voice"),
			voiceMethod: "POST",
			capabilities: { voice: true, sms: true, mms: true, fax: false },
			status: "in-use",
		});
		const changed = await client.incomingPhoneNumbers(bought.sid).update({ voiceMethod: "GET", smsUrl: "" });
		expect(changed).toMatchObject({ voiceMethod: "GET", smsUrl: "", voiceUrl: app.url("/voice") });
		expect(await client.incomingPhoneNumbers.list({ phoneNumber: bought.phoneNumber })).toHaveLength(1);
		expect(await client.incomingPhoneNumbers.list({ friendlyName: "Front desk" })).toHaveLength(1);
		expect(await client.incomingPhoneNumbers.list()).toHaveLength(2);
		expect(await client.incomingPhoneNumbers(bought.sid).remove()).toBe(true);
		await expect(client.incomingPhoneNumbers(bought.sid).fetch()).rejects.toMatchObject({
			status: 404,
			code: 20404,
		});
	});

	it("follows the pages of a list to its end, newest first", async () => {
		for (let index = 0; index < 7; index += 1) await client.incomingPhoneNumbers.create({ areaCode: "212" });
		const numbers = await client.incomingPhoneNumbers.list({ pageSize: 3 });
		expect(new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size).toBe(8);
		expect(numbers.at(-1)?.phoneNumber).toBe(main);
	});

	it("calls a phone, which answers and hears the TwiML, and reads the call", async () => {
		const { network } = stage;
		const created = await client.calls.create({
			to: phone,
			from: main,
			twiml: "<Response><Say>Ahoy</Say></Response>",
		});
		expect(created).toMatchObject({ status: "queued", direction: "outbound-api", to: phone, from: main });
		await network.untilWaiting(created.sid, "ring");
		expect((await client.calls(created.sid).fetch()).status).toBe("ringing");
		await network.control("POST", `/calls/${created.sid}/answer`);
		expect((await network.untilEnded(created.sid)).heard).toEqual(["Ahoy"]);
		const read = await client.calls(created.sid).fetch();
		expect(read).toMatchObject({ status: "completed", duration: expect.stringMatching(/^\d+$/) });
		expect(read.endTime?.getTime()).toBeGreaterThanOrEqual(read.startTime.getTime());
	});

	it("reports a call's events to its status callback", async () => {
		const { app, network } = stage;
		app.on("/answered", "<Hangup/>");
		app.on("/events", "");
		await network.control("PUT", `/phones/${phone}`, { onCall: "answer" });
		const { sid } = await client.calls.create({
			to: phone,
			from: main,
			url: app.url("/answered"),
			method: "GET",
			statusCallback: app.url("/events"),
			statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
		});
		const requests = await waitFor(
			() => app.requestsTo("/events"),
			({ length }) => length === 4,
		);
		expect(requests.map(({ params }) => params.CallStatus).sort()).toEqual([
			"completed",
			"in-progress",
			"initiated",
			"ringing",
		]);
		expect(app.requestsTo("/answered")[0]).toMatchObject({
			method: "GET",
			params: { CallSid: sid, CallStatus: "in-progress", Direction: "outbound-api" },
		});
	});

	it("gives a call in progress other TwiML, another address, and its end", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Gather timeout="9000"/>');
		app.on("/elsewhere", '<Say>Elsewhere</Say><Pause length="9000"/>');
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "digits");
		await client.calls(sid).update({ twiml: '<Response><Say>Wait</Say><Pause length="9000"/></Response>' });
		await network.until(sid, ({ heard, waitingFor }) => heard.includes("Wait") && waitingFor === null);
		await client.calls(sid).update({ url: app.url("/elsewhere") });
		await network.until(sid, ({ heard }) => heard.includes("Elsewhere"));
		expect(await client.calls(sid).update({ status: "completed" })).toMatchObject({ status: "completed" });
		await expect(client.calls(sid).update({ status: "completed" })).rejects.toMatchObject({ code: 21220 });
	});

	it("moves a leg out of its conversation, and the caller goes on with the action", async () => {
		const { app, network } = stage;
		app.on("/voice", `<Dial action="/dialled">${phone}</Dial>`);
		app.on("/dialled", "<Say>Alone</Say>");
		await network.control("PUT", `/phones/${phone}`, { onCall: "answer" });
		const sid = await network.dial(caller, main);
		const call = await network.until(sid, ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks")),
		);
		const leg = call.legs[0]?.sid ?? "";
		await client.calls(leg).update({ twiml: '<Response><Say>Moved</Say><Pause length="900"/></Response>' });
		expect((await network.untilEnded(sid)).heard).toContain("Alone");
		expect(await network.until(leg, ({ heard }) => heard.includes("Moved"))).toMatchObject({
			status: "in-progress",
		});
		await network.hangup(leg);
	});

	it("cancels a call in the queue without a callback", async () => {
		const { app, network } = stage;
		await network.speed(0.05);
		const form = { to: phone, from: main, twiml: "<Response/>", statusCallback: app.url("/events") };
		const { sid } = await client.calls.create(form);
		expect(await client.calls(sid).update({ status: "canceled" })).toMatchObject({ status: "canceled" });
		expect((await network.call(sid)).webhooks).toEqual([]);
		expect(app.requestsTo("/events")).toEqual([]);
	});

	it("cancels a call that rings", async () => {
		const { network } = stage;
		const { sid } = await client.calls.create({ to: phone, from: main, twiml: "<Response/>" });
		await network.untilWaiting(sid, "ring");
		expect(await client.calls(sid).update({ status: "canceled" })).toMatchObject({ status: "canceled" });
	});

	it("lists calls by number, status and parent", async () => {
		const { app, network } = stage;
		app.on("/voice", `<Dial>${phone}</Dial>`);
		await network.control("PUT", `/phones/${phone}`, { onCall: "busy" });
		const sid = await network.dial(caller, main);
		await network.untilEnded(sid);
		const sids = async (filter: Parameters<typeof client.calls.list>[0]) =>
			(await client.calls.list(filter)).map((call) => call.sid);
		expect(await sids({ to: main })).toEqual([sid]);
		expect(await sids({ from: caller, status: "busy" })).toHaveLength(1);
		expect(await sids({ parentCallSid: sid })).toHaveLength(1);
		expect(await sids({ startTimeAfter: new Date(Date.now() + 60_000) })).toEqual([]);
		expect(await sids({ startTimeAfter: new Date(Date.now() - 60_000) })).toHaveLength(2);
	});

	it("lists, reads and deletes recordings with their transcriptions", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Record transcribe="true" timeout="60" action="/done"/>');
		app.on("/done", "<Hangup/>");
		const sid = await network.dial(caller, main);
		await network.untilWaiting(sid, "record");
		await network.control("POST", `/calls/${sid}/recording`, {
			seconds: 5,
			transcript: "Hello",
			endWith: "#",
		});
		await network.untilEnded(sid);
		const [recording] = await client.recordings.list({ callSid: sid });
		expect(recording).toMatchObject({
			callSid: sid,
			duration: "5",
			status: "completed",
			source: "RecordVerb",
		});
		const recordingSid = recording?.sid ?? "";
		expect(await client.calls(sid).recordings.list()).toHaveLength(1);
		expect(await client.recordings.list({ dateCreatedAfter: new Date(Date.now() + 60_000) })).toEqual([]);
		const [transcription] = await waitFor(
			() => client.recordings(recordingSid).transcriptions.list(),
			([first]) => first?.status === "completed",
		);
		expect(transcription).toMatchObject({ transcriptionText: "Hello", recordingSid });
		expect(await client.recordings(recordingSid).remove()).toBe(true);
		await expect(client.recordings(recordingSid).fetch()).rejects.toMatchObject({ status: 404 });
		expect((await network.rest("GET", `/Recordings/${recordingSid}.mp3`)).status).toBe(404);
	});

	it("is refused with a wrong token", async () => {
		const stranger = twilio(accountSid, "wrong");
		stranger.api.baseUrl = client.api.baseUrl;
		await expect(stranger.calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
	});
});
