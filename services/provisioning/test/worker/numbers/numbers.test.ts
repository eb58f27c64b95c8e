import { exports } from "cloudflare:workers";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { addExtension, db, loadExtension, openMarket, rentNumber, webhooks } from "../company.ts";
import type { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	carrier = await openMarket();
});

const addNumber = (number: string, extensionId: string | null = null) =>
	rentNumber(carrier, number, extensionId);

describe("adopting", () => {
	it("takes up a number that the account has and points it here", async () => {
		carrier.rent("+18005550177", {
			voice_url: "https://elsewhere.example.com",
			voice_application_sid: "AP1",
		});
		expect(await service.adoptNumber({ number: "1-800-555-0177" })).toMatchObject({
			ok: true,
			value: { number: "+18005550177", kind: "toll_free", extensionId: null },
		});
		expect(carrier.rented[0]).toMatchObject({ ...webhooks, voice_application_sid: "" });
		expect(await service.adoptNumber({ number: "+18005550177" })).toMatchObject({
			ok: false,
			error: { code: "conflict" },
		});
	});

	it("refuses what the account does not have, what is no number, and what an extension forwards to", async () => {
		await addExtension("ext_1", "104", { status: "active", forwardTo: "+18005550177" });
		const codeOf = async (number: string) => {
			const answer = await service.adoptNumber({ number });
			return answer.ok ? "ok" : answer.error.code;
		};
		expect(await codeOf("+18005550199")).toBe("not_found");
		expect(await codeOf("911")).toBe("bad_input");
		carrier.rent("+18005550177");
		expect(await codeOf("+18005550177")).toBe("conflict");
	});
});

describe("assigning", () => {
	it("lets a number ring an extension, and frees the one it had", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		const old = await addNumber("+12125550150", "ext_1");
		const spare = await addNumber("+12125550151");
		expect(await service.assignNumber(spare, "ext_1")).toMatchObject({
			ok: true,
			value: { extensionId: "ext_1", extension: "104" },
		});
		expect((await loadExtension("ext_1")).numbers).toEqual(["+12125550151"]);
		const [freed] = await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, old));
		expect(freed?.extensionId).toBeNull();
		expect(await service.assignNumber(spare, null)).toMatchObject({ ok: true, value: { extensionId: null } });
	});

	it("makes a failed extension active and keeps a number that was to be released", async () => {
		await addExtension("ext_1", "104", { status: "failed", reason: "No number." });
		const spare = await addNumber("+12125550151");
		await db.update(phoneNumbers).set({ releaseAt: new Date(Date.now() + 1000) });
		expect(await service.assignNumber(spare, "ext_1")).toMatchObject({
			ok: true,
			value: { releaseAt: null },
		});
		expect(await loadExtension("ext_1")).toMatchObject({ status: "active", reason: null });
	});

	it("refuses what is unknown, deactivated, being looked for or being given back", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addExtension("ext_2", "105", { status: "inactive" });
		await addExtension("ext_3", "106", { status: "provisioning" });
		const kept = await addNumber("+12125550150", "ext_1");
		const spare = await addNumber("+12125550151");
		const codeOf = async (numberId: string, extensionId: string | null) => {
			const answer = await service.assignNumber(numberId, extensionId);
			return answer.ok ? "ok" : answer.error.code;
		};
		expect(await codeOf("num_unknown", "ext_1")).toBe("not_found");
		expect(await codeOf(spare, "ext_unknown")).toBe("not_found");
		expect(await codeOf(spare, "ext_2")).toBe("conflict");
		expect(await codeOf(spare, "ext_3")).toBe("conflict");
		await db.update(phoneNumbers).set({ releasingAt: new Date() }).where(eq(phoneNumbers.id, spare));
		expect(await codeOf(spare, "ext_1")).toBe("conflict");
		expect((await loadExtension("ext_1")).numbers).toEqual(["+12125550150"]);
		expect(kept).not.toBe(spare);
	});
});
