import { exports } from "cloudflare:workers";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, describe, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { db, emptyBooks, openMarket, testContext, webhooks } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";
import { expectNothingUnknown, loadOpenOrders } from "../outcome.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	carrier = await openMarket();
});

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
