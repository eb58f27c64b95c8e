import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import { db, loadExtension, webhooks } from "./company.ts";
import type { FakeCarrier } from "./fake-carrier.ts";

export async function expectClearOutcome(
	carrier: FakeCarrier,
	extensionId: string,
): Promise<"active" | "failed"> {
	const { status, reason, numbers } = await loadExtension(extensionId);
	const booked = await db.select().from(phoneNumbers);
	const open = await loadOpenOrders();
	if (status === "active") {
		expect(carrier.rented).toHaveLength(1);
		expect(carrier.rented[0]).toMatchObject(webhooks);
		expect(booked).toEqual([
			expect.objectContaining({
				number: carrier.rented[0]?.phone_number,
				carrierId: carrier.rented[0]?.sid,
				extensionId,
			}),
		]);
		expect(reason).toBeNull();
		expect(open).toEqual([]);
		return "active";
	}
	expect(status).toBe("failed");
	expect(reason).toMatch(/^[A-Z].*\.$/);
	expect(carrier.rented).toEqual([]);
	expect(booked).toEqual([]);
	expect(numbers).toEqual([]);
	expect(open).toEqual([]);
	return "failed";
}

export async function expectNothingUnknown(carrier: FakeCarrier): Promise<void> {
	const booked = await db.select({ number: phoneNumbers.number }).from(phoneNumbers);
	const known = [...booked, ...(await loadOpenOrders())].map(({ number }) => number);
	expect(known).toEqual(expect.arrayContaining(carrier.rented.map((rented) => rented.phone_number)));
}

export function loadOpenOrders() {
	return db
		.select({ number: numberOrders.number, status: numberOrders.status })
		.from(numberOrders)
		.where(inArray(numberOrders.status, ["buying", "bought", "releasing"]));
}
