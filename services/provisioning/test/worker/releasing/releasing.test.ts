import { exports } from "cloudflare:workers";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, describe, expect, it } from "vitest";
import { releaseNumber } from "../../../src/releasing/release-number.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, findTroubles, openMarket, rentNumber, testContext } from "../company.ts";
import type { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	carrier = await openMarket();
});

const addNumber = (number: string, extensionId: string | null = null) =>
	rentNumber(carrier, number, extensionId);

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
