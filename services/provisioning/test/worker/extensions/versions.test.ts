import { exports } from "cloudflare:workers";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { addExtension, db, emptyBooks, rentNumber } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
});

const versionOf = async (id: string) => {
	const [row] = await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, id));
	return row?.version;
};

describe("a patch of an extension", () => {
	it("on an old version changes nothing and is answered with both values", async () => {
		const id = await addExtension("ext_1", "104", { status: "active" });
		const first = await service.updateExtension(id, { name: "Jane Park", version: 1 });
		expect(first).toMatchObject({ ok: true, value: { name: "Jane Park", version: 2 } });
		const old = await service.updateExtension(id, {
			name: "Jane Lee",
			forwardTo: "(415) 555-0151",
			version: 1,
		});
		expect(old).toMatchObject({
			ok: false,
			error: {
				code: "conflict",
				current: { id, name: "Jane Park", forwardTo: null, version: 2 },
				sent: { name: "Jane Lee", forwardTo: "+14155550151", version: 1 },
			},
		});
		expect(await service.updateExtension(id, { department: "Sales" })).toMatchObject({
			ok: true,
			value: { name: "Jane Park", forwardTo: null, version: 3 },
		});
	});

	it("that changes nothing leaves the version, and the same patch again is no conflict", async () => {
		const id = await addExtension("ext_1", "104", { status: "active" });
		const patch = { name: "Jane Park", version: 1 };
		for (const _ of [1, 2, 3]) {
			expect(await service.updateExtension(id, patch)).toMatchObject({ ok: true, value: { version: 2 } });
		}
		const whole = await service.updateExtension(id, { name: "Jane Park", forwardTo: null, version: 2 });
		expect(whole).toMatchObject({ ok: true, value: { version: 2 } });
		expect(await service.updateExtension(id, {})).toMatchObject({ ok: true, value: { version: 2 } });
	});

	it("wins once of many at the same moment", async () => {
		const id = await addExtension("ext_1", "104", { status: "active" });
		const answers = await Promise.all(
			["A", "B", "C", "D"].map((name) => service.updateExtension(id, { name, version: 1 })),
		);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok).map(({ error }) => error.code)).toEqual(
			Array(3).fill("conflict"),
		);
	});

	it("is not in the way of a number that arrives meanwhile", async () => {
		const id = await addExtension("ext_1", "104", { status: "failed" });
		const numberId = await rentNumber(carrier, "+12125550150");
		expect(await service.assignNumber(numberId, id)).toMatchObject({ ok: true });
		const patch = { name: "Jane Park", version: 1 };
		expect(await service.updateExtension(id, patch)).toMatchObject({
			ok: true,
			value: { status: "active", number: "+12125550150", version: 2 },
		});
	});
});

describe("a number's label", () => {
	it("is given, kept through what else happens to the number, and taken away", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		const id = await rentNumber(carrier, "+12125550150");
		const labelled = await service.labelNumber(id, { label: "  Sales line " });
		expect(labelled).toMatchObject({ ok: true, value: { id, label: "Sales line", version: 2 } });
		expect(await service.assignNumber(id, "ext_1")).toMatchObject({
			ok: true,
			value: { label: "Sales line", extension: "104" },
		});
		expect(await service.repairNumber(id)).toMatchObject({ ok: true, value: { label: "Sales line" } });
		for (const label of ["", null]) {
			expect(await service.labelNumber(id, { label })).toMatchObject({ ok: true, value: { label: null } });
		}
	});

	it("has 40 characters at most, and belongs to a number that there is", async () => {
		const id = await rentNumber(carrier, "+12125550150");
		expect(await service.labelNumber(id, { label: "x".repeat(40) })).toMatchObject({ ok: true });
		expect(await service.labelNumber(id, { label: "x".repeat(41) })).toMatchObject({
			ok: false,
			error: { code: "bad_input", message: "label: A label has 40 characters at most." },
		});
		expect(await service.labelNumber("num_unknown", { label: "x" })).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	});

	it("on an old version is refused, unless it is there already", async () => {
		const id = await rentNumber(carrier, "+12125550150");
		expect(await service.labelNumber(id, { label: "Sales", version: 1 })).toMatchObject({ ok: true });
		expect(await service.labelNumber(id, { label: "Sales", version: 1 })).toMatchObject({
			ok: true,
			value: { version: 2 },
		});
		expect(await service.labelNumber(id, { label: "Support", version: 1 })).toMatchObject({
			ok: false,
			error: {
				code: "conflict",
				current: { label: "Sales", version: 2 },
				sent: { label: "Support", version: 1 },
			},
		});
	});
});

describe("what a number does", () => {
	it("is not changed on an old version, nor what its extension has", async () => {
		await addExtension("ext_1", "104", { status: "active" });
		await addExtension("ext_2", "105", { status: "active" });
		const id = await rentNumber(carrier, "+12125550150");
		const other = await rentNumber(carrier, "+12125550151", "ext_1");
		expect(await service.assignNumber(id, "ext_2", 1)).toMatchObject({ ok: true, value: { version: 2 } });
		expect(await service.assignNumber(id, "ext_2", 1)).toMatchObject({ ok: true, value: { version: 2 } });
		expect(await service.assignNumber(id, "ext_1", 1)).toMatchObject({
			ok: false,
			error: {
				code: "conflict",
				current: { extensionId: "ext_2", extension: "105", version: 2 },
				sent: { extensionId: "ext_1", version: 1 },
			},
		});
		expect(await versionOf(other)).toBe(1);
		expect(await service.assignNumber(id, "ext_1", 2)).toMatchObject({ ok: true, value: { version: 3 } });
		// The menu is a change of it, too.
		expect(await versionOf(other)).toBe(2);
	});
});
