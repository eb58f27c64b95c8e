import { beforeEach, describe, expect, it } from "vitest";
import { accountSid, authToken } from "./support/network.ts";
import { main, phone } from "./support/stage.ts";
import { textLine, useTextStage } from "./support/text-stage.ts";

interface ServiceView {
	sid: string;
	numbers: string[];
	campaignStatus: string | null;
}

const stage = useTextStage();
const { network, texts, client } = stage;
const control = <Answer = unknown>(method: string, path: string, body?: unknown) =>
	network.control<Answer>(method, path, body);
const putLineIn = (service: object) =>
	control<ServiceView>("POST", "/services", { numbers: [textLine], ...service });

beforeEach(() => {
	client.messaging.baseUrl = client.api.baseUrl;
	client.monitor.baseUrl = client.api.baseUrl;
});

describe("numbers that are bought", () => {
	it("may text: the official SDK reads how they are registered", async () => {
		const [verification] = await client.messaging.v1.tollfreeVerifications.list();
		const [own] = await client.incomingPhoneNumbers.list({ phoneNumber: main });
		expect(verification).toMatchObject({ status: "TWILIO_APPROVED", tollfreePhoneNumberSid: own?.sid });
		const [brand] = await client.messaging.v1.brandRegistrations.list();
		expect(brand).toMatchObject({ status: "APPROVED", failureReason: null });
		const [service] = await client.messaging.v1.services.list();
		expect(service).toMatchObject({ useInboundWebhookOnNumber: true, usAppToPersonRegistered: true });
		const found = client.messaging.v1.services(service?.sid ?? "");
		expect(await found.phoneNumbers.list()).toMatchObject([
			{ phoneNumber: textLine, serviceSid: service?.sid },
		]);
		expect(await found.usAppToPerson.list()).toMatchObject([
			{ campaignStatus: "VERIFIED", brandRegistrationSid: brand?.sid },
		]);
	});

	it("are not registered when the options say so, nor any more when they are given back", async () => {
		await control("PUT", "/options", { newNumbersAreRegistered: false });
		const sid = await network.buy("+18885550177");
		expect(await control("GET", "/senders/+18885550177")).toMatchObject({ registration: "unverified" });
		await control("PUT", "/verifications/+18885550177", { status: "IN_REVIEW" });
		expect(await control("GET", "/senders/+18885550177")).toMatchObject({ registration: "pending" });
		await network.rest("DELETE", `/IncomingPhoneNumbers/${sid}.json`);
		expect(await client.messaging.v1.tollfreeVerifications.list({ status: "IN_REVIEW" })).toEqual([]);
		expect((await network.request("GET", "/verifications/+18885550177")).status).toBe(404);
	});
});

describe("what the carrier knows decides what becomes of a text", () => {
	const send = async (from: string) => {
		const { sid } = await texts.create({ From: from, To: phone, Body: "Hello" });
		return texts.until(sid, ({ status }) => status === "delivered" || status === "undelivered");
	};

	it("of a number in a service without a campaign, of a brand that failed", async () => {
		const { sid, campaignStatus } = await putLineIn({});
		expect(campaignStatus).toBe("VERIFIED");
		expect(await send(textLine)).toMatchObject({ status: "delivered" });
		await control("PUT", `/services/${sid}`, { campaignStatus: null });
		expect(await send(textLine)).toMatchObject({ errorCode: 30034 });
		await control("PUT", `/services/${sid}`, { campaignStatus: "VERIFIED" });
		await control("PUT", "/brand", { status: "FAILED", failureReason: "The EIN is unknown" });
		expect(await send(textLine)).toMatchObject({ errorCode: 30034 });
	});

	it("of a toll-free number whose verification was rejected", async () => {
		await control("PUT", `/verifications/${main}`, {
			status: "TWILIO_REJECTED",
			rejectionReason: "Too vague",
		});
		expect(await send(main)).toMatchObject({ errorCode: 30032 });
		const [read] = await client.messaging.v1.tollfreeVerifications.list();
		expect(read).toMatchObject({ status: "TWILIO_REJECTED", rejectionReason: "Too vague" });
	});
});

describe("a text to a number in a Messaging Service", () => {
	it("goes where the service says, with the service's fallback", async () => {
		stage.app.on("/service", { status: 500 });
		stage.app.on("/service-fallback", "");
		const [inboundRequestUrl, fallbackUrl] = [stage.app.url("/service"), stage.app.url("/service-fallback")];
		await putLineIn({ useInboundWebhookOnNumber: false, inboundRequestUrl, fallbackUrl });
		const sid = await texts.text(phone, textLine, "Hello");
		const { webhooks } = await texts.until(sid, (text) => text.webhooks.length === 2);
		expect(webhooks.map(({ kind, status }) => [kind, status])).toEqual([
			["message", 500],
			["fallback", 200],
		]);
	});

	it("is swallowed when the service has no address: in no list, without an alert", async () => {
		await putLineIn({ useInboundWebhookOnNumber: false });
		const sid = await texts.text(phone, textLine, "Hello");
		const { webhooks } = await texts.until(sid, ({ timeline }) => timeline.some((l) => l.kind === "warning"));
		expect(webhooks).toEqual([]);
		expect(await client.messages.list({ to: textLine })).toEqual([]);
		expect(await control("GET", "/alerts")).toEqual({ items: [] });
	});

	it("goes to the number's address again once REST has said so", async () => {
		const { sid } = await putLineIn({ useInboundWebhookOnNumber: false });
		const updated = await client.messaging.v1.services(sid).update({ useInboundWebhookOnNumber: true });
		expect(updated.useInboundWebhookOnNumber).toBe(true);
		const text = await texts.text(phone, textLine, "Hello");
		await texts.until(text, ({ webhooks }) => webhooks.length === 1);
	});

	it("has one service at most", async () => {
		const [line] = await client.incomingPhoneNumbers.list({ phoneNumber: textLine });
		const { sid } = await client.messaging.v1.services.create({ friendlyName: "Other" });
		// The object that the SDK returns for a created service has no further resources.
		const other = client.messaging.v1.services(sid);
		const add = () => other.phoneNumbers.create({ phoneNumberSid: line?.sid ?? "" });
		await expect(add()).rejects.toMatchObject({ status: 409, code: 21712 });
		const [before] = (await control<{ items: ServiceView[] }>("GET", "/services")).items.filter(
			({ numbers }) => numbers.includes(textLine),
		);
		await client.messaging.v1
			.services(before?.sid ?? "")
			.phoneNumbers(line?.sid ?? "")
			.remove();
		expect(await add()).toMatchObject({ phoneNumber: textLine });
		await other.remove();
		expect(await control("GET", `/senders/${textLine}`)).toMatchObject({ registration: "unverified" });
	});
});

describe("the error log", () => {
	it("has what failed, by level and time", async () => {
		stage.app.on("/sms", { status: 500 });
		await texts.text(phone, textLine, "Hello");
		await expect
			.poll(() => client.monitor.v1.alerts.list({ logLevel: "error" }))
			.toMatchObject([{ errorCode: "11200", logLevel: "error", resourceSid: expect.stringMatching(/^SM/) }]);
		await control("POST", "/alerts", { errorCode: 13224, logLevel: "warning", secondsAgo: 7200 });
		const startDate = new Date(Date.now() - 3_600_000);
		expect(await client.monitor.v1.alerts.list({ startDate })).toHaveLength(1);
		expect(await client.monitor.v1.alerts.list()).toHaveLength(2);
		await control("DELETE", "/alerts");
		expect(await client.monitor.v1.alerts.list()).toEqual([]);
	});
});

describe("the account", () => {
	it("marks the texts of a trial, and is a full one again after a reset", async () => {
		expect(await control("PUT", "/account", { type: "Trial" })).toMatchObject({ type: "Trial" });
		expect((await client.api.accounts(accountSid).fetch()).type).toBe("Trial");
		const { body } = await texts.create({ From: textLine, To: phone, Body: "Hello" });
		expect(body).toBe("Sent from your Twilio trial account - Hello");
		await control("POST", "/reset");
		expect(await control("GET", "/account")).toMatchObject({ type: "Full" });
	});

	it("tells its own time", async () => {
		await control("PUT", "/options", { dateAheadSeconds: 600 });
		const { headers } = await network.rest("GET", ".json");
		const ahead = (Date.parse(headers.get("date") ?? "") - Date.now()) / 1000;
		expect(Math.round(ahead / 60)).toBe(10);
	});
});

describe("a product that is not here", () => {
	it.each(["/v2/Services", "/v1/Fleets", "/verify/v2/Services", "/v2010/x", "/2008-08-01/Accounts"])(
		"answers 20404 to %s in JSON",
		async (path) => {
			for (const authorization of ["", `Basic ${btoa(`${accountSid}:${authToken}`)}`]) {
				const response = await fetch(`${network.origin}/simulator${path}`, { headers: { authorization } });
				expect(response.status).toBe(404);
				expect(await response.json()).toMatchObject({ code: 20404, status: 404 });
			}
		},
	);

	it("differs from one whose caller is a stranger", async () => {
		const response = await fetch(`${network.origin}/simulator/v1/Services`);
		expect([response.status, await response.json()]).toMatchObject([401, { code: 20003 }]);
	});
});

it.each([
	["POST", "/services", { useInboundWebhookOnNumber: "yes" }, 400],
	["POST", "/services", { numbers: ["+15125559999"] }, 404],
	["POST", "/services", { campaignStatus: "FINE" }, 400],
	["PUT", "/services/MG0", {}, 404],
	["PUT", `/verifications/${textLine}`, { status: null }, 400],
	["PUT", "/brand", { status: "FINE" }, 400],
	["POST", "/alerts", { errorCode: "many" }, 400],
	["PUT", "/account", { type: "Gold" }, 400],
	["PUT", "/senders/+15125559999", { registration: "approved" }, 404],
])("refuses %s %s %j with %d", async (method, path, body, status) => {
	expect((await network.request(method, path, body)).status).toBe(status);
});

describe("a number that cannot do everything", () => {
	it("says so, and neither sends nor gets what it cannot", async () => {
		expect(await control("GET", `/numbers/${textLine}`)).toEqual({
			number: textLine,
			capabilities: { voice: true, sms: true, mms: true },
		});
		await control("PUT", `/numbers/${textLine}`, { capabilities: { sms: false, voice: false } });
		const [own] = await client.incomingPhoneNumbers.list({ phoneNumber: textLine });
		expect(own?.capabilities).toMatchObject({ voice: false, sms: false, mms: true });
		expect(await texts.create({ From: textLine, To: phone, Body: "Hello" })).toMatchObject({ code: 21606 });
		const { sid } = await control<{ sid: string }>("POST", "/messages", {
			from: phone,
			to: textLine,
			body: "Hello",
		});
		expect(await texts.until(sid, ({ status }) => status === "undelivered")).toMatchObject({
			errorCode: 30006,
		});
		const call = await control<{ sid: string }>("POST", "/calls", { from: phone, to: textLine });
		await expect.poll(() => control("GET", `/calls/${call.sid}`)).toMatchObject({ status: "failed" });
		expect(
			(await network.request("PUT", `/numbers/${textLine}`, { capabilities: { fly: true } })).status,
		).toBe(400);
	});
});
