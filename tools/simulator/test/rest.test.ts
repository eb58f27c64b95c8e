import twilio from "twilio";
import { beforeEach, describe, expect, it } from "vitest";
import { accountSid, authToken } from "./support/network.ts";
import { caller, main, phone, useStage } from "./support/stage.ts";
import { waitFor } from "./support/wait-for.ts";

const stage = useStage();

/** The official SDK as a client of the network. */
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

describe("a call by REST is refused", () => {
	const valid = { To: phone, From: main, Twiml: "<Response/>" };
	it.each([
		[{ To: "" }, 21201],
		[{ From: "" }, 21213],
		[{ Twiml: "" }, 21205],
		[{ To: "hello" }, 21211],
		[{ To: "+15005550001" }, 21217],
		[{ To: "+15005550002" }, 21214],
		[{ To: "+15005550003" }, 21215],
		[{ To: "+15005550004" }, 21216],
		[{ From: "+15005550001" }, 21212],
		[{ From: "+12125550111" }, 21210],
		[{ Twiml: "<Response>" }, 12100],
		[{ Url: "ftp://example.com" }, 21402],
	])("with %o: error %i", async (change, code) => {
		const response = await stage.network.rest("POST", "/Calls.json", { ...valid, ...change });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			code,
			status: 400,
			message: expect.any(String),
			more_info: `https://www.twilio.com/docs/errors/${code}`,
		});
	});
});

describe("buying a number", () => {
	const buy = async (form: Record<string, string>) => {
		const response = await stage.network.rest("POST", "/IncomingPhoneNumbers.json", form);
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	};

	it.each([
		[{ PhoneNumber: "+15005550000" }, 21422, "+15005550000 is not available"],
		[{ PhoneNumber: "+15005550001" }, 21421, "+15005550001 is not a valid number"],
		[{ PhoneNumber: "33" }, 21421, "33 is not a valid number"],
		[{ PhoneNumber: main }, 21422, `${main} is not available`],
		[{ AreaCode: "533" }, 21452, "No phone numbers found in area code 533"],
		[{ AreaCode: "99" }, 21451, "99 is not a valid area code"],
		[{ PhoneNumber: "+12125550111", VoiceUrl: "http://my_host/a" }, 21402, "VoiceUrl is not a valid URL"],
		[{ PhoneNumber: "+12125550111", VoiceFallbackUrl: "http://localhost/a" }, 21405, "VoiceFallbackUrl"],
		[{ PhoneNumber: "+12125550111", SmsFallbackUrl: "http://localhost/a" }, 21406, "SmsFallbackUrl"],
	])("with %o is refused with %i", async (form, code, message) => {
		const { status, body } = await buy(form);
		expect([status, body.code]).toEqual([400, code]);
		expect(body.message).toContain(message);
	});

	it.each(["+15005550006", "+15125559999", "+442071838750"])("%s succeeds", async (number) => {
		expect(await buy({ PhoneNumber: number })).toMatchObject({ status: 201, body: { phone_number: number } });
	});

	it("from an area code takes one that was on offer, and offers it no more", async () => {
		const offers = async () => {
			const response = await stage.network.rest("GET", "/AvailablePhoneNumbers/US/Local.json?AreaCode=303");
			const { available_phone_numbers } = (await response.json()) as {
				available_phone_numbers: { phone_number: string }[];
			};
			return available_phone_numbers.map(({ phone_number }) => phone_number);
		};
		const before = await offers();
		const { body } = await buy({ AreaCode: "303" });
		expect(before).toContain(body.phone_number);
		expect(await offers()).not.toContain(body.phone_number);
	});
});

describe("a search for numbers", () => {
	const search = async (path: string) => {
		const response = await stage.network.rest("GET", `/AvailablePhoneNumbers/${path}`);
		const body = (await response.json()) as {
			available_phone_numbers: { phone_number: string; region: string }[];
		};
		return body.available_phone_numbers;
	};

	it.each([
		["US/Local.json?AreaCode=512", /^\+1512/],
		["US/Local.json?InRegion=CA&PageSize=5", /^\+1(213|408|415|510|619|628|650)/],
		["US/Local.json?InLocality=boston", /^\+1617/],
		["US/TollFree.json?AreaCode=888", /^\+1888/],
		["US/TollFree.json", /^\+18(00|33)/],
		["US/Local.json?AreaCode=512&Contains=2**5", /2\d\d5/],
	])("%s finds such numbers only", async (path, form) => {
		const numbers = await search(path);
		expect(numbers.length).toBeGreaterThan(0);
		for (const { phone_number } of numbers) expect(phone_number).toMatch(form);
	});

	it.each([
		"US/Local.json?AreaCode=533",
		"US/Local.json?AreaCode=911",
		"US/Local.json?AreaCode=800",
		"US/TollFree.json?AreaCode=512",
		"US/Local.json?AreaCode=512&SmsEnabled=false",
		"CA/Local.json?AreaCode=416",
	])("%s finds none, and says so with an empty list", async (path) => {
		expect(await search(path)).toEqual([]);
	});

	it("finds the same numbers again", async () => {
		expect(await search("US/Local.json?AreaCode=206")).toEqual(await search("US/Local.json?AreaCode=206"));
	});

	it("is never longer than asked", async () => {
		expect(await search("US/Local.json?PageSize=7")).toHaveLength(7);
	});
});

describe("what does not exist", () => {
	it.each([
		["GET", "/Calls/CA0.json"],
		["POST", "/Calls/CA0.json"],
		["GET", "/Recordings/RE0.json"],
		["DELETE", "/Recordings/RE0.json"],
		["GET", `/Recordings/RE${"0".repeat(32)}.mp3`],
		["GET", "/Transcriptions/TR0.json"],
		["GET", "/Messages/SM0.json"],
		["GET", "/Messages/SM0/Media/ME0.json"],
		["GET", `/Messages/SM0/Media/ME${"0".repeat(32)}`],
		["GET", "/IncomingPhoneNumbers/PN0.json"],
		["GET", "/AvailablePhoneNumbers/DE/Local.json"],
		["GET", "/Nothing.json?Page=1"],
	])("names the whole path of %s %s", async (method, path) => {
		const response = await stage.network.rest(method, path, method === "POST" ? {} : undefined);
		const [resource] = path.split("?");
		expect(response.status).toBe(404);
		expect(await response.json()).toEqual({
			code: 20404,
			message: `The requested resource /2010-04-01/Accounts/${accountSid}${resource} was not found`,
			more_info: "https://www.twilio.com/docs/errors/20404",
			status: 404,
		});
	});
});
