import { exports } from "cloudflare:workers";
import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import { releaseNumber } from "../../../src/releasing/release-number.ts";
import { reportNumbers, sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import {
	addExtension,
	db,
	emptyBooks,
	loadExtension,
	rentNumber,
	testContext,
	testEnv,
	webhooks,
} from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";
import { expectNothingUnknown, loadOpenOrders } from "../outcome.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = ["+18005550100", "+18885550100", "+12125550100", "+12125550101"];
});

const addNumber = (number: string, extensionId: string | null = null) =>
	rentNumber(carrier, number, extensionId);

async function findTroubles() {
	const check = await service.checkNumbers();
	if (!check.ok) throw new Error(check.error.message);
	return check.value.troubles;
}

describe("searching", () => {
	it("finds local numbers by area code and toll-free ones", async () => {
		expect(await service.searchAvailableNumbers({ kind: "local", areaCode: "212" })).toEqual({
			ok: true,
			value: ["+12125550100", "+12125550101"].map((number) => ({
				number,
				kind: "local",
				locality: "New York",
				region: "NY",
			})),
		});
		const tollFree = await service.searchAvailableNumbers({ kind: "toll_free" });
		expect(tollFree.ok && tollFree.value.map(({ number }) => number)).toEqual([
			"+18005550100",
			"+18885550100",
		]);
	});

	it("refuses in words, and says when the carrier does not answer", async () => {
		expect(await service.searchAvailableNumbers({ kind: "local", contains: "?" })).toMatchObject({
			ok: false,
			error: { code: "bad_input" },
		});
		carrier.fault = () => "lost before";
		expect(await service.searchAvailableNumbers({ kind: "local" })).toMatchObject({
			ok: false,
			error: { code: "upstream_unavailable" },
		});
	});
});

describe("buying a main line", () => {
	it("rents a toll-free number, pointed here, that plays the menu", async () => {
		expect(await service.buyNumber({ kind: "toll_free", areaCode: "888" })).toMatchObject({
			ok: true,
			value: {
				number: "+18885550100",
				kind: "toll_free",
				extensionId: null,
				extension: null,
				releaseAt: null,
			},
		});
		expect(carrier.rented).toEqual([expect.objectContaining({ phone_number: "+18885550100", ...webhooks })]);
	});

	it("rents one number for two requests at once, and another one for a later request", async () => {
		const wish = { kind: "toll_free" as const };
		const [first, second] = await Promise.all([service.buyNumber(wish), service.buyNumber(wish)]);
		expect(first.ok && first.value.id).toBe(second.ok && second.value.id);
		expect(carrier.rented).toHaveLength(1);
		await service.buyNumber(wish);
		expect(carrier.rented).toHaveLength(2);
	});

	it("finds the number again whose purchase was not answered, at whichever request, and buys once", async () => {
		for (let struck = 0; struck < 5; struck++) {
			for (const fault of ["lost before", "lost after", "500 after"] as const) {
				await emptyBooks();
				carrier = new FakeCarrier().install();
				carrier.available = ["+18005550100", "+18885550100"];
				carrier.forgetsWebhooks = true;
				carrier.fault = (_request, index) => (index === struck ? fault : null);
				const first = await buyNumber(testContext(), { kind: "toll_free" });
				expect(first).toMatchObject({ ok: false, error: { code: "upstream_unavailable" } });
				await expectNothingUnknown(carrier);
				const second = await buyNumber(testContext(), { kind: "toll_free" });
				expect(second).toMatchObject({ ok: true, value: { number: "+18005550100" } });
				expect(carrier.rented).toEqual([expect.objectContaining(webhooks)]);
				expect(await loadOpenOrders()).toEqual([]);
			}
		}
	});

	it("is finished by the sweep when nobody asks again", async () => {
		carrier.fault = (request) => (request === "POST /IncomingPhoneNumbers" ? "lost after" : null);
		expect(await service.buyNumber({ kind: "toll_free" })).toMatchObject({ ok: false });
		carrier.fault = () => null;
		await sweepNumbers(testContext({ now: () => new Date(Date.now() + 600_000) }));
		expect(await db.select().from(phoneNumbers)).toEqual([
			expect.objectContaining({ number: "+18005550100" }),
		]);
	});

	it("says that there is none", async () => {
		carrier.available = [];
		expect(await service.buyNumber({ kind: "local", areaCode: "212" })).toMatchObject({
			ok: false,
			error: {
				code: "precondition_failed",
				message: "Twilio has no number to rent in area code 212. Try again later, or in another area code.",
			},
		});
	});
});

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

describe("releasing", () => {
	it("gives a spare number back, and one rented again by hand under another id as well", async () => {
		const spare = await addNumber("+12125550151");
		carrier.rented = [];
		carrier.rent("+12125550151");
		expect(await service.releaseNumber(spare)).toEqual({ ok: true, value: null });
		expect(carrier.rented).toEqual([]);
		expect(await service.releaseNumber(spare)).toMatchObject({ ok: false, error: { code: "not_found" } });
	});

	it.each([
		["GET /IncomingPhoneNumbers", "lost before", "upstream_unavailable", "has not confirmed it yet"],
		["DELETE /IncomingPhoneNumbers/PN", "lost after", "upstream_unavailable", "has not confirmed it yet"],
		["DELETE /IncomingPhoneNumbers/PN", "429", "upstream_unavailable", "has not confirmed it yet"],
		["DELETE /IncomingPhoneNumbers/PN", { status: 400, code: 20001 }, "precondition_failed", "20001"],
	] as const)(
		"says that it is decided and goes on by itself (%s: %j)",
		async (struck, fault, code, reason) => {
			const spare = await addNumber("+12125550151");
			carrier.fault = (request) => (request === struck ? fault : null);
			const released = await releaseNumber(testContext(), spare);
			if (released.ok) throw new Error("The carrier has not taken it back.");
			expect(released.error.code).toBe(code);
			expect(released.error.message).toContain(
				"The number is being given back for good and no longer yours to use. This goes on by itself",
			);
			expect(released.error.message).toContain(reason);
			expect(released.error.message).not.toMatch(/rented|bought|[Tt]ry again/);
			carrier.fault = () => null;
			await sweepNumbers(testContext());
			expect(carrier.rented).toEqual([]);
			expect(await db.select().from(phoneNumbers)).toEqual([]);
		},
	);

	it("leaves alone who buys the number anew while a second release of it is still under way", async () => {
		const spare = await addNumber("+12125550151");
		let count = 0;
		carrier.around = async (carryOut) => {
			if (count++ !== 1) return carryOut();
			carrier.around = (other) => other();
			expect(await releaseNumber(testContext(), spare)).toMatchObject({ ok: true });
			carrier.available = ["+12125550151"];
			expect(await service.buyNumber({ kind: "local", areaCode: "212" })).toMatchObject({
				ok: true,
				value: { number: "+12125550151" },
			});
			return carryOut();
		};
		expect(await releaseNumber(testContext(), spare)).toMatchObject({ ok: true });
		expect(carrier.rented).toEqual([expect.objectContaining({ phone_number: "+12125550151" })]);
		expect(await findTroubles()).toEqual([]);
	});

	it("refuses while an extension uses it", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		const number = await addNumber("+12125550150", "ext_1");
		expect(await service.releaseNumber(number)).toMatchObject({ ok: false, error: { code: "conflict" } });
		expect(carrier.rented).toHaveLength(1);
	});
});

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

describe("the sweep", () => {
	it("asks the carrier nothing when there is nothing to do", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addNumber("+12125550150", "ext_1");
		await sweepNumbers(testContext());
		expect(carrier.requests).toEqual([]);
	});

	/** Twenty-one orders an hour apart: one more than a sweep takes at once, and the last one is the youngest. */
	async function leaveOrders(statusOf: (isLast: boolean) => "buying" | "bought" | "releasing") {
		for (let index = 0; index <= 20; index++) {
			const number = `+121255502${String(index).padStart(2, "0")}`;
			const { sid } = carrier.rent(number, { ...webhooks, friendly_name: "CloudPBX (ord)" });
			const at = new Date(Date.now() - (50 - index) * 3_600_000);
			const status = statusOf(index === 20);
			await db.insert(numberOrders).values({
				id: `ord_${index}`,
				purpose: `spare-local-${index}`,
				kind: "local",
				number,
				label: "CloudPBX (ord)",
				status,
				carrierId: status === "buying" ? null : sid,
				createdAt: at,
				updatedAt: at,
			});
		}
	}

	async function sweepTwice(workflow = testEnv.PROVISION_EXTENSION) {
		for (const minutes of [5, 10]) {
			const now = () => new Date(Date.now() + minutes * 60_000);
			await sweepNumbers(testContext({ now, workflow }));
		}
	}

	it("comes to a purchase behind twenty numbers that the carrier does not take back", async () => {
		await leaveOrders((isLast) => (isLast ? "buying" : "releasing"));
		carrier.fault = (request) => (request.startsWith("DELETE") ? { status: 400, code: 20001 } : null);
		await sweepTwice();
		const booked = await db.select({ number: phoneNumbers.number }).from(phoneNumbers);
		expect(booked).toEqual([{ number: "+12125550220" }]);
		expect(await loadOpenOrders()).toHaveLength(20);
	});

	it.each(["buying", "bought"] as const)(
		"comes to an order behind twenty (%s) without an answer",
		async (status) => {
			await leaveOrders(() => status);
			// The requests of the first sweep, one an order.
			carrier.fault = (_request, index) => (index < 20 ? "lost before" : null);
			await sweepTwice();
			const booked = await db.select({ number: phoneNumbers.number }).from(phoneNumbers);
			expect(booked).toContainEqual({ number: "+12125550220" });
		},
	);

	it("comes to every extension that waits, also behind more than it takes at once that cannot be started", async () => {
		for (let index = 0; index < 21; index++) {
			const updatedAt = new Date(Date.UTC(2026, 10, 22, 12, index));
			await addExtension(`ext_waits_${index}`, `${200 + index}`, { updatedAt });
		}
		const asked: string[] = [];
		const workflow = {
			get: async () => {
				throw new Error("instance.not_found");
			},
			create: async ({ id }: { id: string }) => {
				asked.push(id);
				throw new Error("The engine is away.");
			},
		} as unknown as typeof testEnv.PROVISION_EXTENSION;
		await sweepTwice(workflow);
		expect(new Set(asked).size).toBe(21);
	});

	it("compares with one question and changes nothing", async () => {
		carrier.rent("+12125550150");
		await reportNumbers(testContext());
		expect(carrier.requests).toEqual(["GET /IncomingPhoneNumbers"]);
		expect(await db.select().from(phoneNumbers)).toEqual([]);
	});
});
