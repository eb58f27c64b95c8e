import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import type { Context } from "../../../src/context.ts";
import { adoptNumber } from "../../../src/numbers/adopt-number.ts";
import { repairNumber } from "../../../src/numbers/repair-number.ts";
import { provisionExtension } from "../../../src/searching/provision-extension.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, emptyBooks, loadExtension, testContext } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";
import { MortalProcess } from "../mortal-process.ts";
import { expectClearOutcome, loadOpenOrders } from "../outcome.ts";

const extensionId = "ext_104";
const number = "+12125550100";
const label = "CloudPBX 104 (ext_104)";

type Order = typeof numberOrders.$inferInsert;
type Extension = typeof extensions.$inferInsert;

let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
});

async function leaveOrder(
	status: Order["status"],
	extension: Extension["status"] | null,
	values: Partial<Order> = {},
): Promise<string> {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	if (extension) await addExtension(extensionId, "104", { status: extension });
	const { sid } = carrier.rent(number, { friendly_name: label });
	const at = new Date(Date.now() - 3_600_000);
	await db.insert(numberOrders).values({
		id: "ord_1",
		purpose: extension ? extensionId : "spare-local-212",
		extensionId: extension && extensionId,
		kind: "local",
		number,
		label,
		status,
		carrierId: status === "buying" ? null : sid,
		createdAt: at,
		updatedAt: at,
		...values,
	});
	return `num_${sid.slice(2).toLowerCase()}`;
}

function adopt(ctx: Context = testContext()) {
	return adoptNumber(ctx, number);
}

function sweep(ctx: Context = testContext()) {
	return sweepNumbers(ctx);
}

async function sweepLater(): Promise<void> {
	await sweep(testContext({ now: () => new Date(Date.now() + 600_000) }));
}

async function expectAgreement(moment: string): Promise<string[]> {
	const booked = await db.select().from(phoneNumbers);
	const numbers = booked.map((row) => row.number);
	expect(await loadOpenOrders(), moment).toEqual([]);
	expect(
		carrier.rented.map((rented) => [rented.phone_number, rented.sid]),
		moment,
	).toEqual(booked.map((row) => [row.number, row.carrierId]));
	return numbers;
}

/** False when `work` has fewer statements and requests. */
async function interrupt(
	at: number,
	work: (ctx: Context) => Promise<unknown>,
	meanwhile: () => Promise<unknown>,
): Promise<boolean> {
	let count = 0;
	let isInterrupted = false;
	const process = new MortalProcess(carrier, null);
	process.before = async () => {
		if (count++ !== at) return;
		isInterrupted = true;
		await meanwhile();
	};
	await process.run((_steps, ctx) => work(ctx));
	carrier.around = (carryOut) => carryOut();
	return isInterrupted;
}

const leftBehind: [Order["status"], Extension["status"] | null][] = (
	["buying", "bought", "releasing"] as const
).flatMap((status) =>
	(["failed", "inactive", "active", null] as const).map(
		(extension) => [status, extension] as [Order["status"], Extension["status"] | null],
	),
);

describe("an adopted number", () => {
	it.each(leftBehind.filter(([status]) => status !== "releasing"))(
		"stays at the carrier, although its order was left behind (%s; extension: %s)",
		async (status, extension) => {
			await leaveOrder(status, extension);
			expect(await adopt()).toMatchObject({ ok: true, value: { number, extensionId: null } });
			expect(await loadOpenOrders()).toEqual([]);
			await sweepLater();
			expect(await expectAgreement("after the sweep")).toEqual([number]);
			const [order] = await db.select().from(numberOrders);
			expect(order).toMatchObject({ status: "stored", carrierId: carrier.rented[0]?.sid });
		},
	);

	it.each(leftBehind)(
		"agrees with the carrier when it is adopted at any moment of the sweep (%s, %s)",
		async (status, extension) => {
			for (let at = 0, isDone = false; !isDone; at++) {
				await leaveOrder(status, extension);
				let adopted: Awaited<ReturnType<typeof adopt>> | null = null;
				isDone = !(await interrupt(at, sweep, async () => {
					adopted = await adopt();
				}));
				await sweepLater();
				const numbers = await expectAgreement(`deed ${at}`);
				if ((adopted as { ok: boolean } | null)?.ok) expect(numbers, `deed ${at}`).toEqual([number]);
			}
		},
	);

	it.each(leftBehind)(
		"agrees with the carrier when the sweep comes at any moment of the adoption (%s, %s)",
		async (status, extension) => {
			for (let at = 0, isDone = false; !isDone; at++) {
				await leaveOrder(status, extension);
				let isAdopted = false;
				isDone = !(await interrupt(
					at,
					async (ctx) => {
						isAdopted = (await adopt(ctx)).ok;
					},
					sweep,
				));
				await sweepLater();
				const numbers = await expectAgreement(`deed ${at}`);
				if (isAdopted) expect(numbers, `deed ${at}`).toEqual([number]);
			}
		},
	);

	it("is refused while it is given back, and after that the carrier does not have it", async () => {
		await leaveOrder("releasing", "failed");
		expect(await adopt()).toMatchObject({
			ok: false,
			error: { code: "conflict", message: `${number} is being bought or given back just now.` },
		});
		await sweepLater();
		expect(await adopt()).toMatchObject({ ok: false, error: { code: "not_found" } });
		expect(await expectAgreement("after the sweep")).toEqual([]);
	});

	it("is refused while an extension looks for it, at any moment of its search", async () => {
		for (let at = 0, isDone = false; !isDone; at++) {
			await emptyBooks();
			carrier = new FakeCarrier().install();
			carrier.available = [number];
			carrier.forgetsWebhooks = true;
			await addExtension(extensionId, "104");
			const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
			isDone = !(await interrupt(
				at,
				(ctx) => provisionExtension(steps, ctx, { extensionId, run: 1 }),
				async () => expect(await adopt(), `deed ${at}`).toMatchObject({ ok: false }),
			));
			expect(await expectClearOutcome(carrier, extensionId), `deed ${at}`).toBe("active");
		}
	});

	it("is one number with the spare that is bought in the same moment", async () => {
		for (let at = 0, isDone = false; !isDone; at++) {
			await emptyBooks();
			carrier = new FakeCarrier().install();
			carrier.available = [number];
			isDone = !(await interrupt(
				at,
				async (ctx) => {
					const bought = await buyNumber(ctx, { kind: "local", areaCode: "212" });
					expect(bought, `deed ${at}`).toMatchObject({ ok: true, value: { number } });
				},
				adopt,
			));
			expect(await expectAgreement(`deed ${at}`)).toEqual([number]);
		}
	});

	it("that was a stray goes to the failed extension it was bought for, and stays there", async () => {
		const numberId = await leaveOrder("buying", "failed");
		expect(await repairNumber(testContext(), numberId)).toMatchObject({
			ok: true,
			value: { id: numberId, extension: "104" },
		});
		await sweepLater();
		expect(await expectClearOutcome(carrier, extensionId)).toBe("active");
	});

	it("stays when the answer to its purchase comes after the order was closed", async () => {
		await emptyBooks();
		await addExtension(extensionId, "104");
		carrier.available = [number];
		const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
		carrier.around = async (carryOut) => {
			const response = await carryOut();
			if (carrier.requests.at(-1) !== "POST /IncomingPhoneNumbers") return response;
			carrier.around = (other) => other();
			await db.update(numberOrders).set({ status: "refused" });
			await db.update(extensions).set({ status: "inactive" });
			expect(await adopt()).toMatchObject({ ok: true });
			return response;
		};
		await provisionExtension(steps, testContext(), { extensionId, run: 1 });
		await sweepLater();
		expect(await expectAgreement("after the sweep")).toEqual([number]);
		expect((await loadExtension(extensionId)).numbers).toEqual([]);
	});
});

describe("a number on our books", () => {
	it.each(leftBehind)(
		"is not given back for an order that was left open beside it (%s, %s)",
		async (status, extension) => {
			const numberId = await leaveOrder(status, extension);
			const carrierId = carrier.rented[0]?.sid;
			await db
				.insert(phoneNumbers)
				.values({ id: numberId, number, carrierId, kind: "local", createdAt: new Date() });
			await sweepLater();
			expect(await expectAgreement("after the sweep")).toEqual([number]);
		},
	);

	it("is not given back by a run that gives up", async () => {
		const numberId = await leaveOrder("bought", "provisioning");
		const carrierId = carrier.rented[0]?.sid;
		await db
			.insert(phoneNumbers)
			.values({ id: numberId, number, carrierId, kind: "local", createdAt: new Date() });
		const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
		await provisionExtension(steps, testContext(), { extensionId, run: 1 });
		expect(await expectAgreement("after the run")).toEqual([number]);
	});

	it("is given back for good when that was decided, also while an order for it is open", async () => {
		const numberId = await leaveOrder("bought", "inactive");
		const carrierId = carrier.rented[0]?.sid;
		const at = new Date(Date.now() - 1000);
		await db.insert(phoneNumbers).values({
			id: numberId,
			number,
			carrierId,
			kind: "local",
			releaseAt: at,
			releasingAt: at,
			createdAt: at,
		});
		await sweepLater();
		expect(await expectAgreement("after the sweep")).toEqual([]);
		expect(await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, numberId))).toEqual([]);
	});

	it("that was rented again stays when it cannot be set up, and whoever repairs it reads why", async () => {
		const { sid } = carrier.rent(number);
		const numberId = `num_${sid.slice(2)}`;
		await db
			.insert(phoneNumbers)
			.values({ id: numberId, number, carrierId: sid, kind: "local", createdAt: new Date() });
		carrier.rented = [];
		carrier.available = [number];
		carrier.forgetsWebhooks = true;
		carrier.fault = (request) =>
			request === "POST /IncomingPhoneNumbers/PN" ? { status: 400, code: 21402 } : null;
		const repaired = await repairNumber(testContext(), numberId);
		expect(!repaired.ok && repaired.error.message).toContain("21402");
		expect(carrier.rented).toHaveLength(1);
		expect(await loadOpenOrders()).toEqual([]);
		carrier.fault = () => null;
		expect(await repairNumber(testContext(), numberId)).toMatchObject({ ok: true });
		expect(await expectAgreement("after the repair")).toEqual([number]);
	});
});
