import { exports } from "cloudflare:workers";
import { settings } from "@cloudpbx/db/schema/admin";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, emptyBooks, loadExtension, testContext } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";
import { loadOpenOrders } from "../outcome.ts";

const service = exports.ProvisioningService;
const sam = { ext: "104", name: "Sam Lee", department: "Support", email: "sam@acme.example" };
const dayMilliseconds = 86_400_000;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	await db.delete(settings);
	carrier = new FakeCarrier().install();
	carrier.available = ["+12125550100", "+12125550101", "+14155550100"];
});

async function waitForStatus(extensionId: string, status: string): Promise<void> {
	await vi.waitFor(async () => expect((await loadExtension(extensionId)).status).toBe(status), {
		timeout: 10_000,
	});
}

async function createActive(input = sam, areaCode = "212"): Promise<string> {
	const created = await service.createExtension({ ...input, areaCode });
	if (!created.ok) throw new Error(created.error.message);
	await waitForStatus(created.value.id, "active");
	return created.value.id;
}

describe("creating an extension", () => {
	it("answers at once with an extension in provisioning, which becomes active", async () => {
		const created = await service.createExtension({ ...sam, forwardTo: "(415) 555-0151", areaCode: "212" });
		expect(created).toMatchObject({
			ok: true,
			value: {
				...sam,
				id: expect.stringMatching(/^ext_/),
				forwardTo: "+14155550151",
				answerWith: "key",
				purpose: "",
				areaCode: "212",
				number: null,
				status: "provisioning",
				reason: null,
			},
		});
		if (created.ok) await waitForStatus(created.value.id, "active");
		expect(carrier.rented.map((rented) => rented.phone_number)).toEqual(["+12125550100"]);
	});

	it("makes one extension and one conflict of two requests at once, and rents one number", async () => {
		const answers = await Promise.all(
			[1, 2, 3].map(() => service.createExtension({ ...sam, areaCode: "212" })),
		);
		const refused = answers.filter((answer) => !answer.ok);
		expect(refused).toEqual([
			{ ok: false, error: { code: "conflict", message: "Extension 104 exists already." } },
			{ ok: false, error: { code: "conflict", message: "Extension 104 exists already." } },
		]);
		const created = answers.find((answer) => answer.ok);
		if (created?.ok) await waitForStatus(created.value.id, "active");
		expect(carrier.rented).toHaveLength(1);
	});

	it("looks where the company's other numbers are when no area code is wished", async () => {
		await createActive({ ...sam, ext: "101" }, "415");
		carrier.available = ["+12125550100", "+14155550101"];
		const created = await service.createExtension(sam);
		expect(created).toMatchObject({ ok: true, value: { areaCode: "415" } });
		if (created.ok) await waitForStatus(created.value.id, "active");
		expect(carrier.rented.map((rented) => rented.phone_number)).toEqual(["+14155550100", "+14155550101"]);
	});

	it.each([
		[
			"three keys outside of 101 to 199",
			{ ext: "100" },
			"ext: An extension is three digits from 101 to 199.",
		],
		["an e-mail address that is none", { email: "sam" }, "email: This is not an e-mail address."],
		["an empty name", { name: " " }, "name: A name is needed."],
		[
			"an area code that is no place",
			{ areaCode: "800" },
			"areaCode: 800 is a toll-free prefix, not the area code of a place.",
		],
		[
			"an area code abroad",
			{ areaCode: "416" },
			"areaCode: 416 is in Canada; numbers are rented in the United States.",
		],
		[
			"a telephone that nobody has",
			{ forwardTo: "+1 115 555 0151" },
			"forwardTo: No telephone has this number.",
		],
		[
			"a premium-rate telephone",
			{ forwardTo: "+1 900 234 5678" },
			"forwardTo: Calls are not forwarded to premium-rate numbers.",
		],
	])("refuses %s in words", async (_what, wrong, message) => {
		expect(await service.createExtension({ ...sam, ...wrong })).toEqual({
			ok: false,
			error: { code: "bad_input", message },
		});
	});

	it("forwards to allowed countries only", async () => {
		const create = (ext: string, forwardTo: string) => service.createExtension({ ...sam, ext, forwardTo });
		for (const forwardTo of ["+18765550199", "+8821312345678", "+442071838750"]) {
			expect(await create("106", forwardTo)).toMatchObject({ ok: false, error: { code: "bad_input" } });
		}
		await db.insert(settings).values({ key: "callCountries", value: ["GB"], updatedAt: new Date() });
		expect(await create("106", "+442071838750")).toMatchObject({ ok: true });
		expect(await create("107", "+447011123456")).toMatchObject({ ok: false });
		await db.delete(settings);
	});

	it("refuses to forward to one of our own numbers", async () => {
		await createActive();
		const refused = await service.createExtension({ ...sam, ext: "105", forwardTo: "212 555 0100" });
		expect(refused).toMatchObject({ ok: false, error: { code: "bad_input" } });
		expect(refused.ok || refused.error.message).toContain("go round in a circle");
	});
});

describe("changing an extension", () => {
	it("changes what the patch names and nothing else", async () => {
		const id = await addExtension("ext_1", "104", {
			status: "active",
			forwardTo: "+14155550151",
			department: "Sales",
		});
		expect(await service.updateExtension(id, { name: "Samuel Lee", ext: "105" })).toMatchObject({
			ok: true,
			value: { ext: "105", name: "Samuel Lee", forwardTo: "+14155550151", department: "Sales" },
		});
		expect(await service.updateExtension(id, { forwardTo: null })).toMatchObject({
			ok: true,
			value: { forwardTo: null },
		});
		const changed = { answerWith: "pickup", purpose: "Printers, passwords" } as const;
		expect(await service.updateExtension(id, changed)).toMatchObject({ ok: true, value: changed });
		expect(await service.createExtension({ ...sam, ext: "106", ...changed, areaCode: "212" })).toMatchObject({
			ok: true,
			value: changed,
		});
	});

	it("refuses keys that another one has, an unknown one and a deactivated one", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addExtension("ext_2", "105", { status: "active" });
		await addExtension("ext_3", "106", { status: "inactive" });
		const codeOf = async (id: string, patch: object) => {
			const answer = await service.updateExtension(id, patch);
			return answer.ok ? answer.value.ext : answer.error.code;
		};
		expect(await codeOf("ext_2", { ext: "104" })).toBe("conflict");
		expect(await codeOf("ext_2", { ext: "105" })).toBe("105");
		expect(await codeOf("ext_2", { ext: "106" })).toBe("106");
		expect(await codeOf("ext_3", { name: "Old Timer" })).toBe("conflict");
		expect(await codeOf("ext_4", { name: "Nobody" })).toBe("not_found");
	});
});

describe("retrying", () => {
	it("finds a number for an extension that failed, once however often it is asked", async () => {
		carrier.available = [];
		const created = await service.createExtension({ ...sam, areaCode: "212" });
		if (!created.ok) throw new Error(created.error.message);
		const { id } = created.value;
		await waitForStatus(id, "failed");
		carrier.available = ["+12125550100", "+12125550101"];
		const retries = await Promise.all([service.retryExtension(id), service.retryExtension(id)]);
		expect(retries).toEqual([
			expect.objectContaining({
				ok: true,
				value: expect.objectContaining({ status: "provisioning", reason: null }),
			}),
			expect.objectContaining({
				ok: true,
				value: expect.objectContaining({ status: "provisioning", reason: null }),
			}),
		]);
		await waitForStatus(id, "active");
		expect(carrier.rented).toHaveLength(1);
		expect(await service.retryExtension(id)).toMatchObject({ ok: false, error: { code: "conflict" } });
		expect(await service.retryExtension("ext_unknown")).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	});
});

describe("deactivating", () => {
	it("releases the number at once when asked to, and a second time without complaint", async () => {
		const id = await createActive();
		const answer = await service.deactivateExtension(id, { release: true });
		expect(answer).toMatchObject({ ok: true, value: { status: "inactive", number: null } });
		expect(carrier.rented).toEqual([]);
		expect(await db.select().from(phoneNumbers)).toEqual([]);
		expect(await service.deactivateExtension(id, { release: true })).toMatchObject({ ok: true });
		expect(await service.deactivateExtension("ext_unknown", { release: true })).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	});

	it("gives its three keys back", async () => {
		await service.deactivateExtension(await createActive(), { release: true });
		expect(await service.createExtension({ ...sam, areaCode: "212" })).toMatchObject({ ok: true });
	});

	it("keeps the number for the grace time that the owner set, then the sweep releases it", async () => {
		await db.insert(settings).values({ key: "numberGraceDays", value: 10, updatedAt: new Date() });
		const id = await createActive();
		const answer = await service.deactivateExtension(id, { release: false });
		if (!answer.ok) throw new Error(answer.error.message);
		expect(answer.value.number).toBe("+12125550100");
		const releaseAt = new Date(answer.value.numberReleaseAt ?? 0).getTime();
		expect(Math.round((releaseAt - Date.now()) / dayMilliseconds)).toBe(10);

		const sweepAt = (instant: number) => sweepNumbers(testContext({ now: () => new Date(instant) }));
		await sweepAt(releaseAt - 1);
		expect(carrier.rented).toHaveLength(1);
		await sweepAt(releaseAt);
		expect(carrier.rented).toEqual([]);
		expect((await loadExtension(id)).numbers).toEqual([]);
	});

	it("does not extend the grace time when it is repeated", async () => {
		const id = await createActive();
		const first = await service.deactivateExtension(id, { release: false });
		await db.insert(settings).values({ key: "numberGraceDays", value: 90, updatedAt: new Date() });
		const second = await service.deactivateExtension(id, { release: false });
		expect(second.ok && second.value.numberReleaseAt).toBe(first.ok && first.value.numberReleaseAt);
		expect(second.ok && second.value.numberReleaseAt).not.toBeNull();
	});

	it.each(["lost before", "lost after", "500 after", "429"] as const)(
		"releases with the next sweep when the carrier fails at first (%s)",
		async (fault) => {
			const id = await createActive();
			carrier.fault = (request) => (request.startsWith("DELETE") ? fault : null);
			const answer = await service.deactivateExtension(id, { release: true });
			expect(answer).toMatchObject({ ok: true, value: { status: "inactive", number: "+12125550100" } });
			carrier.fault = () => null;
			await sweepNumbers(testContext());
			expect(carrier.rented).toEqual([]);
			expect(await db.select().from(phoneNumbers)).toEqual([]);
		},
	);

	it("leaves no number behind while one is being looked for", async () => {
		let id = "";
		carrier.around = async (carryOut) => {
			if (id) await service.deactivateExtension(id, { release: true });
			return carryOut();
		};
		const created = await service.createExtension({ ...sam, areaCode: "212" });
		id = created.ok ? created.value.id : "";
		await vi.waitFor(async () => {
			expect((await loadExtension(id)).status).toBe("inactive");
			expect(await loadOpenOrders()).toEqual([]);
			expect(carrier.rented).toEqual([]);
		});
	});
});
