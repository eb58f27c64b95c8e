import twilio from "twilio";
import { beforeEach, describe, expect, it } from "vitest";
import { accountSid, authToken } from "../support/network.ts";
import { main, phone, useStage } from "../support/stage.ts";

const stage = useStage();

let client: ReturnType<typeof twilio>;
beforeEach(() => {
	client = twilio(accountSid, authToken);
	client.api.baseUrl = `${stage.network.origin}/simulator`;
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
