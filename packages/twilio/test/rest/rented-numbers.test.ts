import { afterEach, describe, expect, it, vi } from "vitest";
import { openCarrier } from "../../src/rest/open-carrier.ts";
import { findDrift, webhooksOf } from "../../src/rest/rented-number.ts";
import {
	findRentedNumber,
	listRentedNumbers,
	pointNumber,
	rentNumber,
	returnNumber,
} from "../../src/rest/rented-numbers.ts";
import { account, errorBody, fakeCarrier, numberBody, numberSid, pageBody } from "./fake-carrier.ts";

afterEach(() => vi.unstubAllGlobals());

const webhooks = webhooksOf({
	voiceUrl: "https://pbx.example.com/",
	messagingUrl: "https://texts.example.com/",
	fallbackUrl: "",
});
const order = { number: "+12125550100", label: "CloudPBX 104 (ext_1)", webhooks };

describe("renting a number", () => {
	it("buys exactly this number, marked and pointed here, in one request", async () => {
		const { carrier, asked } = fakeCarrier({ status: 201, body: numberBody() });
		const result = await rentNumber(carrier, order);
		expect(result).toEqual({
			ok: true,
			value: {
				carrierId: numberSid,
				number: "+12125550100",
				label: order.label,
				webhooks,
				notPosted: [],
				isOverridden: false,
				capabilities: { voice: true, sms: true },
			},
		});
		expect(asked).toEqual([
			{
				method: "POST",
				path: "/IncomingPhoneNumbers.json",
				authorization: `Basic ${btoa(`${account.accountSid}:12345`)}`,
				form: {
					PhoneNumber: "+12125550100",
					FriendlyName: order.label,
					VoiceUrl: "https://pbx.example.com/ivr/inbound",
					VoiceMethod: "POST",
					VoiceFallbackUrl: "https://pbx.example.com/ivr/fallback",
					VoiceFallbackMethod: "POST",
					StatusCallback: "https://pbx.example.com/ivr/status",
					StatusCallbackMethod: "POST",
					SmsUrl: "https://texts.example.com/sms/inbound",
					SmsMethod: "POST",
				},
			},
		]);
	});

	it.each([
		["not_available", 400, 21422],
		["none_in_area", 400, 21452],
		["none_in_area", 400, 21451],
		["invalid_number", 400, 21421],
		["address_needed", 400, 21615],
		["trial_limit", 400, 21404],
		["unauthenticated", 401, 20003],
		["not_found", 404, 20404],
		["refused", 400, 99999],
	])("names %s for %i with code %i, asking once", async (kind, status, code) => {
		const { carrier, asked } = fakeCarrier(errorBody(status, code));
		const result = await rentNumber(carrier, order);
		expect(result).toEqual({ ok: false, problem: { kind, status, code } });
		expect(asked).toHaveLength(1);
		expect(JSON.stringify(result)).not.toContain("5005550000");
	});

	it.each([
		["the connection breaks", "hangs up" as const],
		["the carrier's server fails", errorBody(500, 20500)],
		["a server error carries a code of its own", errorBody(503, 21422)],
		["a success is no JSON", { status: 201, text: "<html>" }],
		["a success has no number in it", { status: 201, body: {} }],
	])("does not know the outcome when %s, and does not ask again", async (_case, answer) => {
		const { carrier, asked } = fakeCarrier(answer);
		const result = await rentNumber(carrier, order);
		expect(result).toMatchObject({ ok: false, problem: { kind: "unknown_outcome" } });
		expect(asked).toHaveLength(1);
	});

	it("follows no redirect with its credentials", async () => {
		const { carrier, asked } = fakeCarrier({ status: 307 });
		expect(await rentNumber(carrier, order)).toMatchObject({
			ok: false,
			problem: { kind: "refused", status: 307 },
		});
		expect(asked).toHaveLength(1);
	});

	it("waits longer each time when there are too many requests, and succeeds", async () => {
		const { carrier, asked, waits } = fakeCarrier(
			errorBody(429, 20429),
			errorBody(429, 20429),
			errorBody(429, 20429),
			{ status: 201, body: numberBody() },
		);
		expect(await rentNumber(carrier, order)).toMatchObject({ ok: true });
		expect(asked).toHaveLength(4);
		expect(waits).toEqual([500, 1000, 2000]);
	});

	it("gives up after the fourth refusal for the rate", async () => {
		const { carrier, asked } = fakeCarrier(errorBody(429, 20429));
		expect(await rentNumber(carrier, order)).toMatchObject({ ok: false, problem: { kind: "rate_limited" } });
		expect(asked).toHaveLength(4);
	});

	it("gives up waiting after the time limit", async () => {
		vi.stubGlobal(
			"fetch",
			(_url: string, init: RequestInit) =>
				new Promise((_resolve, reject) =>
					init.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
				),
		);
		const impatient = openCarrier(account, { timeoutMilliseconds: 5 });
		expect(await rentNumber(impatient, order)).toMatchObject({
			ok: false,
			problem: { kind: "unknown_outcome" },
		});
	});
});

describe("the account's numbers", () => {
	it("are read from every page", async () => {
		const path = `/2010-04-01/Accounts/${account.accountSid}/IncomingPhoneNumbers.json?PageSize=1000&Page=1&PageToken=x`;
		const second = { sid: `PN${"b".repeat(32)}`, phone_number: "+12125550102" };
		const { carrier, asked } = fakeCarrier(
			{ status: 200, body: pageBody("incoming_phone_numbers", [numberBody()], path) },
			{ status: 200, body: pageBody("incoming_phone_numbers", [numberBody(second)]) },
		);
		const result = await listRentedNumbers(carrier);
		expect(result.ok && result.value.map(({ number }) => number)).toEqual(["+12125550100", "+12125550102"]);
		expect(asked.map((request) => request.path)).toEqual([
			"/IncomingPhoneNumbers.json?PageSize=1000",
			"/IncomingPhoneNumbers.json?PageSize=1000&Page=1&PageToken=x",
		]);
	});

	it("are found by the whole number, not by a part of it", async () => {
		const longer = numberBody({ phone_number: "+121255501001" });
		const { carrier, asked } = fakeCarrier(
			{ status: 200, body: pageBody("incoming_phone_numbers", [longer, numberBody()]) },
			{ status: 200, body: pageBody("incoming_phone_numbers", [longer]) },
		);
		expect(await findRentedNumber(carrier, "+12125550100")).toMatchObject({
			ok: true,
			value: { carrierId: numberSid },
		});
		expect(await findRentedNumber(carrier, "+12125550100")).toEqual({ ok: true, value: null });
		expect(asked[0]?.path).toBe("/IncomingPhoneNumbers.json?PhoneNumber=%2B12125550100");
	});

	it("say nothing when an answer cannot be read", async () => {
		const { carrier } = fakeCarrier({ status: 200, body: { unexpected: true } });
		expect(await listRentedNumbers(carrier)).toMatchObject({
			ok: false,
			problem: { kind: "unknown_outcome" },
		});
	});
});

describe("pointing and returning a number", () => {
	const rented = {
		carrierId: numberSid,
		number: "+12125550100",
		label: "",
		webhooks,
		notPosted: [],
		isOverridden: false,
		capabilities: { voice: true, sms: true },
	};

	it("takes away an application that would win over the webhooks", async () => {
		const { carrier, asked } = fakeCarrier({ status: 200, body: numberBody() });
		await pointNumber(carrier, rented, webhooks);
		await pointNumber(carrier, { ...rented, isOverridden: true }, webhooks);
		expect(asked[0]).toMatchObject({ method: "POST", path: `/IncomingPhoneNumbers/${numberSid}.json` });
		expect(asked[0]?.form).not.toHaveProperty("VoiceApplicationSid");
		expect(asked[1]?.form).toMatchObject({ VoiceApplicationSid: "", TrunkSid: "", SmsApplicationSid: "" });
	});

	it("falls back to an address outside of our Workers where there is one", () => {
		const fallbackUrl = "https://webhooks.twilio.com/v1/Accounts/AC/Flows/FW";
		const addresses = { voiceUrl: "https://a.co", messagingUrl: "https://b.co" };
		expect(webhooksOf({ ...addresses, fallbackUrl }).voiceFallbackUrl).toBe(fallbackUrl);
		expect(webhooksOf({ ...addresses, fallbackUrl: "" }).voiceFallbackUrl).toBe("https://a.co/ivr/fallback");
	});

	it("finds what has drifted", () => {
		expect(findDrift(rented, webhooks)).toEqual([]);
		expect(findDrift({ ...rented, webhooks: { ...webhooks, smsUrl: "" } }, webhooks)).toEqual(["smsUrl"]);
		expect(findDrift({ ...rented, isOverridden: true }, webhooks)).toHaveLength(4);
	});

	it.each([
		["voice_method", "voiceUrl"],
		["voice_fallback_method", "voiceFallbackUrl"],
		["status_callback_method", "statusUrl"],
		["sms_method", "smsUrl"],
	])(
		"counts a webhook with another method (%s) as drifted, and none that names no method",
		async (field, name) => {
			const driftOf = async (method: unknown) => {
				const body = pageBody("incoming_phone_numbers", [numberBody({ [field]: method })]);
				const { carrier } = fakeCarrier({ status: 200, body });
				const found = await findRentedNumber(carrier, "+12125550100");
				return found.ok && found.value && findDrift(found.value, webhooks);
			};
			expect(await driftOf("GET")).toEqual([name]);
			for (const method of ["POST", "post", "", null, undefined]) expect(await driftOf(method)).toEqual([]);
		},
	);

	it("counts a number that the carrier no longer has as returned", async () => {
		const { carrier, asked } = fakeCarrier({ status: 204 }, errorBody(404, 20404), errorBody(500, 20500));
		expect(await returnNumber(carrier, numberSid)).toEqual({ ok: true, value: null });
		expect(await returnNumber(carrier, numberSid)).toEqual({ ok: true, value: null });
		expect(await returnNumber(carrier, numberSid)).toMatchObject({
			ok: false,
			problem: { kind: "unknown_outcome" },
		});
		expect(asked[0]).toMatchObject({ method: "DELETE", path: `/IncomingPhoneNumbers/${numberSid}.json` });
	});
});
