import { exports } from "cloudflare:workers";
import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, describe, expect, it } from "vitest";
import {
	addExtension,
	db,
	findTroubles,
	loadExtension,
	openMarket,
	rentNumber,
	webhooks,
} from "../company.ts";
import type { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	carrier = await openMarket();
});

const addNumber = (number: string, extensionId: string | null = null) =>
	rentNumber(carrier, number, extensionId);

describe("comparing with the carrier", () => {
	it("lists nothing when both sides agree, and what is on its way is no trouble", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addNumber("+12125550150", "ext_1");
		carrier.rent("+12125550100", { friendly_name: "CloudPBX 105 (ext_2)" });
		const at = new Date();
		await db.insert(numberOrders).values({
			id: "ord_1",
			purpose: "ext_2",
			kind: "local",
			number: "+12125550100",
			label: "CloudPBX 105 (ext_2)",
			status: "buying",
			createdAt: at,
			updatedAt: at,
		});
		expect(await findTroubles()).toEqual([]);
	});

	it("names a drifted one, and repairing sets it up again", async () => {
		const id = await addNumber("+12125550150");
		Object.assign(carrier.rented[0] ?? {}, { voice_url: "https://elsewhere.example.com", sms_url: "" });
		expect(await findTroubles()).toEqual([
			{
				id,
				number: "+12125550150",
				trouble: "drifted",
				message:
					"+12125550150 is not set up as it should be at Twilio: where its calls go (callers do not reach you), where its texts go (they do not reach you). Repairing sets it up again.",
			},
		]);
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { id } });
		expect(carrier.rented[0]).toMatchObject(webhooks);
		expect(await findTroubles()).toEqual([]);
	});

	it("names one whose calls end at an address that was moved, and repairing sets the new one", async () => {
		const id = await addNumber("+12125550150");
		Object.assign(carrier.rented[0] ?? {}, {
			status_callback: "https://voice.acme.workers.dev/calls/status",
		});
		const troubles = await findTroubles();
		expect(troubles).toMatchObject([{ id, trouble: "drifted" }]);
		expect(troubles[0]?.message).toContain("who hears that a call has ended");
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { id } });
		expect(carrier.rented[0]).toMatchObject({ status_callback: "https://voice.acme.workers.dev/ivr/status" });
		expect(await findTroubles()).toEqual([]);
	});

	it("names one whose webhooks are asked by another method, and repairing sets them to POST", async () => {
		const id = await addNumber("+12125550150");
		Object.assign(carrier.rented[0] ?? {}, { voice_method: "GET", sms_method: "GET" });
		const troubles = await findTroubles();
		expect(troubles).toMatchObject([{ id, trouble: "drifted" }]);
		expect(troubles[0]?.message).toMatch(/where its calls go .*, where its texts go /);
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { id } });
		expect(carrier.rented[0]).toMatchObject({ voice_method: "POST", sms_method: "POST" });
		expect(await findTroubles()).toEqual([]);
	});

	it("names a missing one, and repairing rents it again when it is free", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		const id = await addNumber("+12125550150", "ext_1");
		carrier.rented = [];
		expect(await findTroubles()).toMatchObject([{ id, trouble: "missing" }]);
		expect(await service.repairNumber(id)).toMatchObject({
			ok: false,
			error: { code: "precondition_failed" },
		});
		carrier.available = ["+12125550150"];
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { id, extensionId: "ext_1" } });
		expect(carrier.rented).toEqual([expect.objectContaining(webhooks)]);
		expect(await findTroubles()).toEqual([]);
	});

	it("names one that was rented again by hand, and repairing learns its new id", async () => {
		const id = await addNumber("+12125550150");
		carrier.rented = [];
		carrier.rent("+12125550150", webhooks);
		expect(await findTroubles()).toMatchObject([{ id, trouble: "drifted" }]);
		await service.repairNumber(id);
		expect(await findTroubles()).toEqual([]);
	});

	it("names a stray, and repairing takes it up for the extension it was bought for", async () => {
		await addExtension("ext_1", "104", { status: "failed", reason: "Restored from an old copy." });
		carrier.rent("+12125550150", { friendly_name: "CloudPBX 104 (ext_1)" });
		const troubles = await findTroubles();
		expect(troubles).toMatchObject([
			{
				trouble: "stray",
				message:
					"+12125550150 is paid for at Twilio and not used here. It was bought for extension 104. Repairing takes it up.",
			},
		]);
		const id = troubles[0]?.id ?? "";
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { id, extension: "104" } });
		expect(await loadExtension("ext_1")).toMatchObject({ status: "active", numbers: ["+12125550150"] });
		expect(await service.repairNumber("num_unknown")).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	});

	it("says so when the carrier does not answer", async () => {
		carrier.fault = () => "500 before";
		expect(await service.checkNumbers()).toMatchObject({
			ok: false,
			error: { code: "upstream_unavailable", message: "Twilio did not answer. Try again." },
		});
	});
});
