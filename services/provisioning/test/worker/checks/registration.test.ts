import { exports } from "cloudflare:workers";
import { serviceMarks } from "@cloudpbx/db/schema/marks";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sweep } from "../../../src/cron.ts";
import { db, emptyBooks, rentNumber, testEnv } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
const line = "+12125550150";
const mainLine = "+18885550100";
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
});

async function troubles() {
	const check = await service.checkNumbers();
	if (!check.ok) throw new Error(check.error.message);
	return check.value.troubles;
}

async function senders() {
	const read = await service.readRegistration();
	if (!read.ok) throw new Error(read.error.message);
	return read.value.senders;
}

describe("a number in a Messaging Service", () => {
	it.each([
		["drops them", {}],
		["sends them to another application", { inbound_request_url: "https://stranger.example/sms" }],
		["sends them to another application", { inbound_request_url: "https://texts.example.com/x" }],
	])("is in trouble when the service %s, and repairing mends it", async (words, settings) => {
		const id = await rentNumber(carrier, line);
		const inService = carrier.registry.addService({ numbers: [line], ...settings });
		const [trouble] = await troubles();
		expect(trouble).toMatchObject({ id, number: line, trouble: "drifted" });
		expect(trouble?.message).toContain(words);
		expect(await service.repairNumber(id)).toMatchObject({ ok: true });
		expect(inService.use_inbound_webhook_on_number).toBe(true);
		expect(await troubles()).toEqual([]);
	});

	it("is in order when its texts come here by the one way or the other", async () => {
		const id = await rentNumber(carrier, line);
		const other = await rentNumber(carrier, "+12125550151");
		carrier.registry.addService({ numbers: [line], use_inbound_webhook_on_number: true });
		const smsUrl = carrier.rented[0]?.sms_url ?? "";
		carrier.registry.addService({ numbers: ["+12125550151"], inbound_request_url: smsUrl });
		expect(await troubles()).toEqual([]);
		for (const each of [id, other]) expect(await service.repairNumber(each)).toMatchObject({ ok: true });
		expect(carrier.registry.writes).toEqual([]);
	});

	it("keeps its service as it is while a number there is not ours", async () => {
		const id = await rentNumber(carrier, line);
		const inService = carrier.registry.addService({ numbers: [line, "+12125550199"] });
		const refused = await service.repairNumber(id);
		expect(refused).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(refused.ok || refused.error.message).toContain('"Sales"');
		expect(inService.use_inbound_webhook_on_number).toBe(false);
		expect(await troubles()).toHaveLength(1);
	});

	it("is not judged when the services cannot be read", async () => {
		await rentNumber(carrier, line);
		carrier.registry.broken = /Services/;
		expect(await service.checkNumbers()).toMatchObject({
			ok: false,
			error: { code: "upstream_unavailable" },
		});
	});
});

describe("the registration", () => {
	it("tells of a toll-free number what became of its verification", async () => {
		const id = await rentNumber(carrier, mainLine);
		const sid = carrier.rented[0]?.sid ?? "";
		const expected = [
			[null, "none", false, [`toll_free_unverified:${id}`]],
			["IN_REVIEW", "pending", false, [`toll_free_pending:${id}`]],
			["TWILIO_REJECTED", "rejected", false, [`toll_free_rejected:${id}`]],
			["TWILIO_APPROVED", "approved", true, []],
		] as const;
		for (const [status, ours, canText, findings] of expected) {
			if (status) carrier.registry.verifications.set(sid, status);
			const [sender] = await senders();
			expect(sender).toMatchObject({
				number: mainLine,
				canText,
				tollFreeVerification: { status: ours },
				brand: null,
				campaign: null,
			});
			expect(sender?.findings.map(({ id }) => id)).toEqual(findings);
			expect(sender?.nextStep === null).toBe(canText);
		}
	});

	it("tells of a local number its service, campaign and brand, and the next step", async () => {
		const numberId = await rentNumber(carrier, line);
		const next = async () => {
			const [sender] = await senders();
			return [sender?.canText, sender?.findings.map(({ id }) => id.replace(`:${numberId}`, ""))];
		};
		carrier.registry.brand = null;
		expect(await next()).toEqual([false, ["brand_missing"]]);
		carrier.registry.brand = { status: "FAILED", failure_reason: "The EIN is unknown" };
		expect(await next()).toEqual([false, ["brand_rejected"]]);
		carrier.registry.brand = { status: "APPROVED", failure_reason: null };
		expect(await next()).toEqual([false, ["campaign_missing"]]);
		const inService = carrier.registry.addService({ numbers: [line], campaign: null });
		expect(await next()).toEqual([false, ["texts_swallowed", "campaign_missing"]]);
		inService.use_inbound_webhook_on_number = true;
		inService.campaign = "IN_PROGRESS";
		expect(await next()).toEqual([false, ["campaign_pending"]]);
		inService.campaign = "SUSPENDED";
		expect(await next()).toEqual([false, ["campaign_rejected"]]);
		inService.campaign = "VERIFIED";
		expect(await next()).toEqual([true, []]);
		expect(await senders()).toEqual([
			{
				numberId,
				number: line,
				kind: "local",
				canText: true,
				tollFreeVerification: null,
				brand: { status: "approved", reason: null },
				campaign: { status: "approved", reason: null },
				messagingService: { id: inService.sid, name: "Sales", inbound: "number" },
				findings: [],
				nextStep: null,
			},
		]);
	});

	it("is refused in words when the carrier does not answer", async () => {
		await rentNumber(carrier, line);
		carrier.registry.broken = /a2p/;
		expect(await service.readRegistration()).toMatchObject({ error: { code: "upstream_unavailable" } });
	});
});

describe("the diagnosis", () => {
	const idsOf = async () => {
		const made = await service.diagnose();
		if (!made.ok) throw new Error(made.error.message);
		return made.value.findings.map(({ id, level }) => `${level} ${id}`);
	};

	let lineId: string;

	beforeEach(async () => {
		lineId = await rentNumber(carrier, line);
		carrier.registry.addService({ numbers: [line], use_inbound_webhook_on_number: true });
	});

	it("finds nothing when all is well, and never tells the credentials", async () => {
		const made = await service.diagnose();
		expect(made).toMatchObject({ ok: true, value: { findings: [], probes: [] } });
		expect(JSON.stringify(made)).not.toContain(testEnv.TWILIO_AUTH_TOKEN);
	});

	it("finds numbers, senders and the error log", async () => {
		Object.assign(carrier.rented[0] ?? {}, { voice_url: "https://stranger.example" });
		await db.insert(phoneNumbers).values({
			id: "num_gone",
			number: mainLine,
			carrierId: null,
			kind: "toll_free",
			extensionId: null,
			createdAt: new Date(),
		});
		carrier.rent("+12125550159");
		const strayId = (await troubles()).find(({ trouble }) => trouble === "stray")?.id;
		carrier.registry.alerts = ["11200", "11200"];
		carrier.usage = [{ price: "1.25", price_unit: "usd" }];
		expect(await idsOf()).toEqual([
			"error number_missing:num_gone",
			`error number_drifted:${lineId}`,
			`warning number_stray:${strayId}`,
			"warning carrier_alerts:11200",
			"info cost_of_yesterday",
			"warning toll_free_unverified:num_gone",
		]);
	});

	it("says what it could not find out", async () => {
		carrier.registry.broken = /^\/v1/;
		expect(await idsOf()).toEqual(["warning numbers_unknown", "warning registration_unknown"]);
	});

	it.each([
		["credentials_refused", { status: 401, code: 20003 }],
		["carrier_unreachable", "lost before" as const],
		["carrier_unreachable", "500 before" as const],
	])("finds %s, and asks no further", async (id, fault) => {
		carrier.fault = () => fault;
		expect(await idsOf()).toEqual([`error ${id}`]);
	});
});

it("leaves a mark after each run of the cron", async () => {
	const scheduledTime = Date.parse("2026-11-22T12:00:00Z");
	const controller = { scheduledTime, cron: "", noRetry: () => undefined };
	await sweep(controller, testEnv, { waitUntil: () => undefined });
	await sweep(controller, testEnv, { waitUntil: () => undefined });
	const [mark] = await db.select().from(serviceMarks).where(eq(serviceMarks.service, "provisioning"));
	expect(mark).toMatchObject({ name: "cron", count: 2 });
});
