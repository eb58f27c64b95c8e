import { afterEach, describe, expect, it, vi } from "vitest";
import { signedProbe, unsignedProbe } from "../../src/probe-webhooks.ts";
import { countAlerts } from "../../src/rest/alerts.ts";
import { lookAtAccount } from "../../src/rest/look-at-account.ts";
import { leaveTextsToNumbers, listMessagingServices } from "../../src/rest/messaging-services.ts";
import { openCarrier } from "../../src/rest/open-carrier.ts";
import { findCampaign, listBrands, listTollFreeVerifications } from "../../src/rest/registrations.ts";
import { readSignedWebhook } from "../../src/webhook-signature.ts";

afterEach(() => vi.unstubAllGlobals());

const authToken = "a".repeat(32);
const account = { apiUrl: "https://api.twilio.com", accountSid: `AC${"0".repeat(32)}`, authToken };
const serviceSid = `MG${"a".repeat(32)}`;

/** Answers by address; what is not there is Twilio's 404. */
function answer(bodies: Record<string, unknown>, headers: Record<string, string> = {}): string[] {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
		asked.push(`${init.method ?? "GET"} ${url}`);
		const found = bodies[url] ?? bodies[url.replace(/\?.*/, "")];
		if (found === undefined) return Response.json({ code: 20404 }, { status: 404 });
		return Response.json(found, { headers });
	});
	return asked;
}

const page = (key: string, items: unknown[], next: string | null = null) => ({
	[key]: items,
	meta: { key, next_page_url: next },
});

describe("products with a host of their own", () => {
	it.each([
		["https://api.twilio.com", "https://monitor.twilio.com"],
		["https://api.dublin.ie1.twilio.com", "https://monitor.dublin.ie1.twilio.com"],
		["http://localhost:8787/simulator", "http://localhost:8787/simulator"],
		["https://api.twilio.com.example.org", "https://api.twilio.com.example.org"],
	])("belong to %s as %s", async (apiUrl, base) => {
		const asked = answer({ [`${base}/v1/Alerts`]: page("alerts", []) });
		const counted = await countAlerts(openCarrier({ ...account, apiUrl }), new Date(0));
		expect(counted).toEqual({ ok: true, value: [] });
		expect(asked[0]).toContain(`GET ${base}/v1/Alerts?LogLevel=error&StartDate=1970-01-01T00%3A00%3A00.000Z`);
	});
});

describe("Messaging Services", () => {
	const services = "https://messaging.twilio.com/v1/Services";

	it("are listed over pages with their numbers, on the configured host only", async () => {
		const other = `MG${"b".repeat(32)}`;
		const one = { sid: serviceSid, friendly_name: "Sales", use_inbound_webhook_on_number: true };
		const two = { sid: other, inbound_request_url: "https://x.example", inbound_method: "GET" };
		const asked = answer({
			[`${services}?PageSize=100`]: page("services", [one], "https://stranger.example/v1/Services?Page=1"),
			[`${services}?Page=1`]: page("services", [two]),
			[`${services}/${serviceSid}/PhoneNumbers`]: page("phone_numbers", [{ phone_number: "+12125550100" }]),
			[`${services}/${other}/PhoneNumbers`]: page("phone_numbers", []),
		});
		expect(await listMessagingServices(openCarrier(account))).toEqual({
			ok: true,
			value: [
				{
					id: serviceSid,
					name: "Sales",
					leavesTextsToNumbers: true,
					inboundUrl: null,
					isInboundPosted: true,
					numbers: ["+12125550100"],
				},
				{
					id: other,
					name: "",
					leavesTextsToNumbers: false,
					inboundUrl: "https://x.example",
					isInboundPosted: false,
					numbers: [],
				},
			],
		});
		expect(asked.every((address) => address.startsWith(`GET ${services}`))).toBe(true);
	});

	it("are told to leave texts to their numbers", async () => {
		const asked = answer({ [`${services}/${serviceSid}`]: {} });
		expect(await leaveTextsToNumbers(openCarrier(account), serviceSid)).toEqual({ ok: true, value: null });
		expect(asked).toEqual([`POST ${services}/${serviceSid}`]);
	});

	it("say why when they cannot be read", async () => {
		answer({ [services]: { unexpected: true } });
		expect(await listMessagingServices(openCarrier(account))).toMatchObject({
			problem: { kind: "unknown_outcome" },
		});
		answer({});
		expect(await findCampaign(openCarrier(account), serviceSid)).toMatchObject({
			problem: { kind: "not_found" },
		});
	});
});

it("reads registrations in our words; a word that Twilio adds counts as pending", async () => {
	const base = "https://messaging.twilio.com/v1";
	const verification = (sid: string, status: string, reason: string | null = null) => ({
		tollfree_phone_number_sid: sid,
		status,
		rejection_reason: reason,
	});
	answer({
		[`${base}/Tollfree/Verifications`]: page("verifications", [
			verification("PN1", "TWILIO_APPROVED"),
			verification("PN1", "TWILIO_REJECTED", "Too vague"),
			verification("PN2", "TWILIO_REJECTED", "Too vague"),
			verification("PN3", "ON_THE_MOON"),
		]),
		[`${base}/a2p/BrandRegistrations`]: page("data", [
			{ sid: "BN1", status: "FAILED", failure_reason: "EIN" },
		]),
		[`${base}/Services/${serviceSid}/Compliance/Usa2p`]: page("compliance", [
			{ campaign_status: "VERIFIED", brand_registration_sid: "BN1" },
		]),
	});
	const carrier = openCarrier(account);
	const verifications = await listTollFreeVerifications(carrier);
	expect(verifications.ok && [...verifications.value]).toEqual([
		["PN3", { status: "pending", reason: null }],
		["PN2", { status: "rejected", reason: "Too vague" }],
		["PN1", { status: "approved", reason: null }],
	]);
	const brands = await listBrands(carrier);
	expect(brands.ok && brands.value.get("BN1")).toEqual({ status: "rejected", reason: "EIN" });
	expect(await findCampaign(carrier, serviceSid)).toEqual({
		ok: true,
		value: { status: "approved", reason: null, brandId: "BN1" },
	});
});

it("counts errors by their code", async () => {
	const alerts = ["11200", "12100", "11200", null].map((error_code) => ({ error_code }));
	answer({ "https://monitor.twilio.com/v1/Alerts": page("alerts", alerts) });
	expect(await countAlerts(openCarrier(account), new Date())).toMatchObject({
		value: [
			{ code: "11200", count: 2 },
			{ code: "12100", count: 1 },
			{ code: "unknown", count: 1 },
		],
	});
});

describe("the account", () => {
	const address = `https://api.twilio.com/2010-04-01/Accounts/${account.accountSid}.json`;
	const now = () => new Date("2026-11-22T12:00:00Z");

	it("is known with its type, its state and its clock", async () => {
		answer({ [address]: { type: "Trial", status: "suspended" } }, { date: "Sun, 22 Nov 2026 12:10:00 GMT" });
		const sight = { kind: "known", isTrial: true, isActive: false, clockAheadSeconds: 600 };
		expect(await lookAtAccount(account, now)).toEqual(sight);
		answer({ [address]: {} });
		expect(await lookAtAccount(account)).toMatchObject({ isTrial: false, isActive: true });
	});

	it.each([
		["refused", () => Response.json({ code: 20003 }, { status: 401 })],
		["refused", () => Response.json({ code: 20404 }, { status: 404 })],
		["unreachable", () => new Response("", { status: 502 })],
		["unreachable", () => new Response("<html>", { status: 200 })],
		["unreachable", () => Promise.reject(new TypeError("Network connection lost."))],
	])("is %s", async (kind, fetch) => {
		vi.stubGlobal("fetch", async () => fetch());
		expect(await lookAtAccount(account)).toEqual({ kind });
	});
});

it("signs a probe as the carrier would, for whoever has the same token", async () => {
	const publicUrl = "https://pbx.example.com";
	const probe = signedProbe({ authToken, publicUrl: `${publicUrl}/` }, "texts", "/sms/self-test");
	const { body, signature } = probe.signed ?? { body: "", signature: "" };
	const headers = { "x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded" };
	const send = (authToken: string) =>
		readSignedWebhook(new Request(probe.url, { method: "POST", headers, body }), { authToken, publicUrl });
	expect(await send(authToken)).toMatchObject({ ok: true, params: { SelfTest: "doctor" } });
	expect(await send("54321")).toMatchObject({ ok: false, status: 403 });
	expect(unsignedProbe(publicUrl, "texts", "/sms/inbound")).toMatchObject({ signed: null, isOurs: true });
});
