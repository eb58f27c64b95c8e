import { exports } from "cloudflare:workers";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, expect, it } from "vitest";
import { checkNumbers } from "../../../src/checks/check-numbers.ts";
import { reportNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, emptyBooks, rentNumber, testContext } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
const now = new Date("2026-11-22T12:00:00Z");
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
});

const loadCheck = async () => (await db.select().from(numberChecks))[0];
const troubledNumbers = async () => (await loadCheck())?.troubles.map(({ number }) => number);

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
	const check = await checkNumbers({ ...testContext(), now: () => at.now() });
	if (!check.ok) throw new Error(check.error.message);
	expect(check.value.checkedAt).toBe("2026-11-22T12:00:00.000Z");
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: check.value.troubles });
	expect((await troubledNumbers())?.sort()).toEqual(["+12125550150", "+12125550151", "+12125550152"]);
});

it("is kept by the daily comparison as well, also when all is well", async () => {
	await rentNumber(carrier, "+12125550150");
	await reportNumbers(testContext({ now: () => now }));
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: [] });
});

it("stays when the carrier does not answer", async () => {
	await bringTrouble();
	await reportNumbers(testContext({ now: () => now }));
	const kept = await loadCheck();
	carrier.fault = () => "500 before";
	expect(await service.checkNumbers()).toMatchObject({ ok: false });
	expect(await loadCheck()).toEqual(kept);
});

it("gives way to none that began earlier", async () => {
	await reportNumbers(testContext({ now: () => now }));
	await bringTrouble();
	await reportNumbers(testContext({ now: () => new Date(now.getTime() - 1) }));
	expect(await loadCheck()).toEqual({ id: 1, checkedAt: now, troubles: [] });
});

it("names a number no more once it is repaired, taken up, rented again or given back", async () => {
	const { drifted, missing, stray } = await bringTrouble();
	carrier.rent("+12125550153", {});
	await addExtension("ext_1", "104", { status: "active" });
	await reportNumbers(testContext());
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
	await reportNumbers(testContext());
	expect(await troubledNumbers()).toEqual(["+12125550154"]);
	expect(await service.releaseNumber(other)).toMatchObject({ ok: true });
	expect(await troubledNumbers()).toEqual([]);
});

const mute = { voice: false, sms: true, mms: false };
const deaf = { voice: true, sms: false, mms: false };

it.each([
	[deaf, "no_texts", /takes no texts/],
	[mute, "no_calls", /takes no calls/],
] as const)(
	"keeps what a number cannot do (%j) from when it is taken up",
	async (capabilities, trouble, words) => {
		await checkNumbers({ ...testContext(), now: () => now });
		const { sid } = carrier.rent("+12125550160", { capabilities });
		const id = `num_${sid.slice(2)}`;
		const adopted = await service.adoptNumber({ number: "+12125550160" });
		expect(adopted).toMatchObject({ ok: true, value: { id, warning: expect.stringMatching(words) } });
		expect((await loadCheck())?.troubles).toMatchObject([
			{ id, trouble, message: expect.stringMatching(words) },
		]);
		const check = await service.checkNumbers();
		expect(check).toMatchObject({ ok: true, value: { troubles: [{ id, trouble }] } });
		expect(await service.repairNumber(id)).toMatchObject({
			ok: true,
			value: { warning: expect.stringMatching(words) },
		});
		expect((await loadCheck())?.troubles).toMatchObject([{ id, trouble }]);
	},
);

it("is told of a stray before it is taken up, and of one that can do nothing, which is not taken up", async () => {
	const { sid } = carrier.rent("+12125550161", { capabilities: { voice: false, sms: false, mms: false } });
	const check = await service.checkNumbers();
	expect(check).toMatchObject({
		ok: true,
		value: { troubles: [{ trouble: "stray", message: expect.stringContaining("no texts either") }] },
	});
	expect(await service.adoptNumber({ number: "+12125550161" })).toMatchObject({
		ok: false,
		error: {
			code: "precondition_failed",
			message: expect.stringMatching(/neither calls nor texts.*Choose another/),
		},
	});
	expect(await service.repairNumber(`num_${sid.slice(2)}`)).toMatchObject({ ok: false });
});

it("lets a number that takes no calls be no extension's, and a carrier that is silent stop nobody", async () => {
	await addExtension("ext_104", "104", { status: "active" });
	await addExtension("ext_105", "105", { status: "active" });
	const id = await rentNumber(carrier, "+12125550162");
	Object.assign(carrier.rented[0] ?? {}, { capabilities: mute });
	expect(await service.assignNumber(id, "ext_104")).toMatchObject({
		ok: false,
		error: { code: "precondition_failed", message: expect.stringMatching(/takes no calls.*Choose another/) },
	});
	expect(await service.assignNumber(id, null)).toMatchObject({ ok: true });
	carrier.fault = () => "500 before";
	expect(await service.assignNumber(id, "ext_105")).toMatchObject({ ok: true });
	carrier.fault = () => null;
	const check = await service.checkNumbers();
	expect(check.ok && check.value.troubles[0]?.message).toContain("extension 105's number");
});

it.each([
	[{ voice: true, sms: true, mms: true }, null],
	[undefined, null],
])("has nothing against a number of which the carrier says %j", async (capabilities, warning) => {
	carrier.rent("+12125550163", { capabilities: capabilities as typeof mute });
	expect(await service.adoptNumber({ number: "+12125550163" })).toMatchObject({
		ok: true,
		value: { warning },
	});
});

it.each([
	[21631, 400, /Add the address/],
	[21649, 400, /bundle.*Regulatory Compliance/],
	[21650, 400, /identity document/],
	[21404, 400, /trial.*Upgrade/],
	[22300, 403, /Ask Twilio's support/],
	[20005, 403, /Sign in to the Twilio Console/],
	[29_999, 400, /error 29999.*twilio.com\/docs\/api\/errors\/29999/],
])("error %i of a purchase reaches the owner with its next step", async (code, status, words) => {
	carrier.available = ["+18005550100"];
	carrier.fault = (request) => (request === "POST /IncomingPhoneNumbers" ? { status, code } : null);
	expect(await service.buyNumber({ kind: "toll_free" })).toMatchObject({
		ok: false,
		error: { code: "precondition_failed", message: expect.stringMatching(words) },
	});
});
