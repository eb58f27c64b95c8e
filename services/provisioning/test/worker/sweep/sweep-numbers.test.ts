import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, describe, expect, it } from "vitest";
import { reportNumbers, sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, openMarket, rentNumber, testContext, testEnv, webhooks } from "../company.ts";
import type { FakeCarrier } from "../fake-carrier.ts";
import { loadOpenOrders } from "../outcome.ts";

let carrier: FakeCarrier;

beforeEach(async () => {
	carrier = await openMarket();
});

const addNumber = (number: string, extensionId: string | null = null) =>
	rentNumber(carrier, number, extensionId);

describe("the sweep", () => {
	it("asks the carrier nothing when there is nothing to do", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addNumber("+12125550150", "ext_1");
		await sweepNumbers(testContext());
		expect(carrier.requests).toEqual([]);
	});

	/** Twenty-one orders an hour apart: one more than a sweep takes. */
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
