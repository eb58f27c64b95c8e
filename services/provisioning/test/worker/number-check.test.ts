import { exports } from "cloudflare:workers";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, expect, it } from "vitest";
import { checkNumbers } from "../../src/operations/check-numbers.ts";
import { reportNumbers } from "../../src/operations/sweep-numbers.ts";
import { addExtension, db, emptyBooks, rentNumber, testProvisioning } from "./company.ts";
import { FakeCarrier } from "./fake-carrier.ts";

const service = exports.ProvisioningService;
const now = new Date("2026-11-22T12:00:00Z");
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
});

const loadCheck = async () => (await db.select().from(numberChecks))[0];
const troubledNumbers = async () => (await loadCheck())?.troubles.map(({ number }) => number);

/** A drifted number, a missing one and a stray. */
async function bringTrouble() {
	const drifted = await rentNumber(carrier, "+12125550150");
	Object.assign(carrier.rented[0] ?? {}, { voice_url: "" });
	const missing = await rentNumber(carrier, "+12125550151");
	carrier.rented.pop();
	const stray = `num_${carrier.rent("+12125550152", {}).sid.slice(2)}`;
	return { drifted, missing, stray };
}

it("keeps what it finds, with the instant at which it began", async () => {
	await bringTrouble();
	const at = { now: () => now };
	carrier.around = async (carryOut) => {
		at.now = () => new Date(now.getTime() + 5000);
		return carryOut();
	};
	const check = await checkNumbers({ ...testProvisioning(), now: () => at.now() });
	if (!check.ok) throw new Error(check.error.message);
	expect(check.value.checkedAt).toBe("2026-11-22T12:00:00.000Z");
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: check.value.troubles });
	expect((await troubledNumbers())?.sort()).toEqual(["+12125550150", "+12125550151", "+12125550152"]);
});

it("is kept by the daily comparison as well, also when all is well", async () => {
	await rentNumber(carrier, "+12125550150");
	await reportNumbers(testProvisioning({ now: () => now }));
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: [] });
});

it("stays when the carrier does not answer", async () => {
	await bringTrouble();
	await reportNumbers(testProvisioning({ now: () => now }));
	const kept = await loadCheck();
	carrier.fault = () => "500 before";
	expect(await service.checkNumbers()).toMatchObject({ ok: false });
	expect(await loadCheck()).toEqual(kept);
});

it("gives way to none that began earlier", async () => {
	await reportNumbers(testProvisioning({ now: () => now }));
	await bringTrouble();
	await reportNumbers(testProvisioning({ now: () => new Date(now.getTime() - 1) }));
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: [] });
});

it("names a number no more once it is repaired, taken up, rented again or given back", async () => {
	const { drifted, missing, stray } = await bringTrouble();
	carrier.rent("+12125550153", {});
	await addExtension("ext_1", "104", { status: "active" });
	await reportNumbers(testProvisioning());
	const checkedAt = (await loadCheck())?.checkedAt;
	expect(await troubledNumbers()).toHaveLength(4);
	expect(await service.repairNumber(drifted)).toMatchObject({ ok: true });
	expect((await troubledNumbers())?.sort()).toEqual(["+12125550151", "+12125550152", "+12125550153"]);
	carrier.available = ["+12125550151"];
	expect(await service.repairNumber(missing)).toMatchObject({ ok: true });
	expect((await troubledNumbers())?.sort()).toEqual(["+12125550152", "+12125550153"]);
	expect(await service.repairNumber(stray)).toMatchObject({ ok: true });
	expect(await troubledNumbers()).toEqual(["+12125550153"]);
	expect(await service.adoptNumber({ number: "+12125550153" })).toMatchObject({ ok: true });
	expect(await loadCheck()).toMatchObject({ checkedAt, troubles: [] });

	const other = await rentNumber(carrier, "+12125550154");
	Object.assign(carrier.rented.at(-1) ?? {}, { sms_url: "" });
	await reportNumbers(testProvisioning());
	expect(await troubledNumbers()).toEqual(["+12125550154"]);
	expect(await service.releaseNumber(other)).toMatchObject({ ok: true });
	expect(await troubledNumbers()).toEqual([]);
});
