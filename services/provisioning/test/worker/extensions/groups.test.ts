import { exports } from "cloudflare:workers";
import type { CreateExtension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { placeOrder } from "../../../src/buying/place-order.ts";
import { adoptNumber } from "../../../src/numbers/adopt-number.ts";
import { addExtension, db, emptyBooks, rentNumber, testContext } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const service = exports.ProvisioningService;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	await db.delete(settings);
	carrier = new FakeCarrier().install();
	for (const ext of ["101", "102", "103"]) {
		await addExtension(`ext_${ext}`, ext, {
			status: "active",
			forwardTo: `+14155550${ext}`,
			email: "a@b.example",
		});
	}
});

const sales = { kind: "group", ext: "110", name: "Sales", members: ["101", "102"] } as const;
const create = (input: Partial<CreateExtension> = {}) =>
	service.createExtension({ ...sales, members: [...sales.members], areaCode: "212", ...input });
const update = (id: string, patch: UpdateExtension) => service.updateExtension(id, patch);

async function createId(input: Partial<CreateExtension> = {}): Promise<string> {
	const created = await create(input);
	if (!created.ok) throw new Error(created.error.message);
	return created.value.id;
}

const phones = (count: number, from = 1) =>
	Array.from({ length: count }, (_, index) => `+1415555${1000 + from + index}`);

async function refusalOf(answer: ReturnType<typeof update>): Promise<string | null> {
	const { ok, ...rest } = await answer;
	return ok ? null : (rest as { error: { message: string } }).error.message;
}

const storedMembers = async (id: string) => {
	const [row] = await db.select().from(extensions).where(eq(extensions.id, id));
	return row?.members;
};

describe("a group", () => {
	it("has members in their order, whoever has which keys later", async () => {
		const id = await createId({
			members: ["102", "101"],
			ringing: "in_order",
			ringSeconds: 15,
			greeting: " Hi ",
		});
		expect(await storedMembers(id)).toEqual(["ext_102", "ext_101"]);
		await update("ext_101", { ext: "150" });
		await addExtension("ext_new", "101", { status: "active" });
		const shown = await update(id, {});
		expect(shown).toMatchObject({
			ok: true,
			value: {
				kind: "group",
				members: ["102", "150"],
				ringing: "in_order",
				ringSeconds: 15,
				greeting: "Hi",
				forwardTo: null,
				alsoRing: [],
				email: "",
				version: 1,
			},
		});
		const moved = await update(id, { members: ["150", "102", "101"], ringing: "together", greeting: "" });
		expect(moved).toMatchObject({
			ok: true,
			value: { members: ["150", "102", "101"], ringing: "together", greeting: null, version: 2 },
		});
		expect(await update(id, { members: ["150", "102", "101"], version: 1 })).toMatchObject({
			ok: true,
			value: { version: 2 },
		});
	});

	it("takes back all that it was shown as", async () => {
		const id = await createId();
		const shown = await update(id, {});
		if (!shown.ok) throw new Error(shown.error.message);
		expect(await update(id, shown.value as UpdateExtension)).toEqual({
			ok: true,
			value: { ...shown.value, updatedAt: expect.any(String) },
		});
	});

	it.each([
		["nobody", { members: [] }, "members: A group has at least one member."],
		["nobody named", { members: undefined }, "members: A group has at least one member."],
		["somebody twice", { members: ["101", "101"] }, "members: 101 is there twice."],
		["keys of nobody", { members: ["101", "150"] }, "members: There is no extension 150."],
		["keys of somebody who left", { members: ["104"] }, "members: There is no extension 104."],
		["a group", { members: ["109"] }, "members: 109 is a group; only persons are members."],
		[
			"a telephone",
			{ forwardTo: "+14155550151" },
			"forwardTo: A group has no telephone of its own: it rings those of its members.",
		],
		[
			"further telephones",
			{ alsoRing: ["+14155550151"] },
			"alsoRing: A group has no telephones of its own: it rings those of its members.",
		],
		[
			"an e-mail address",
			{ email: "sales@acme.example" },
			"email: A group has no e-mail address of its own.",
		],
	])("is refused with %s, when it is made and when it is changed", async (_what, wrong, message) => {
		await addExtension("ext_104", "104", { status: "inactive" });
		await addExtension("ext_109", "109", { kind: "group", members: ["ext_101"], status: "active" });
		expect(await refusalOf(create(wrong))).toBe(message);
		const id = await createId();
		if (Object.values(wrong)[0] !== undefined) expect(await refusalOf(update(id, wrong))).toBe(message);
		expect(await storedMembers(id)).toEqual(["ext_101", "ext_102"]);
	});

	it("stays a group, and a person a person without members", async () => {
		const id = await createId();
		expect(await refusalOf(update(id, { kind: "person" }))).toBe("kind: 110 is a group, and stays one.");
		expect(await refusalOf(update("ext_101", { kind: "group" }))).toBe(
			"kind: 101 is a person, and stays one.",
		);
		expect(await refusalOf(update("ext_101", { members: ["102"] }))).toContain("Only a group has members");
		expect(await refusalOf(update("ext_101", { ringing: "in_order" }))).toContain("Only a group");
		expect(
			await update("ext_101", { kind: "person", members: [], ringing: "together", ringSeconds: 40 }),
		).toMatchObject({ ok: true, value: { ringSeconds: 40 } });
	});

	it("loses a member who is deactivated, and is said to have changed", async () => {
		const id = await createId({ members: ["102", "101", "103"] });
		const announced: object[] = [];
		const { deactivateExtension } = await import("../../../src/extensions/deactivate-extension.ts");
		const ctx = testContext({ announce: (events) => announced.push(...events) });
		await deactivateExtension(ctx, "ext_101", { release: true });
		expect(await update(id, {})).toMatchObject({ ok: true, value: { members: ["102", "103"], version: 2 } });
		expect(await storedMembers(id)).toEqual(["ext_102", "ext_103"]);
		expect(announced).toContainEqual(expect.objectContaining({ kind: "extension", extensionId: id }));
		await service.deactivateExtension("ext_102", { release: true });
		await service.deactivateExtension("ext_103", { release: true });
		const empty = await update(id, {});
		expect(empty).toMatchObject({ ok: true, value: { members: [] } });
		expect(await update(id, { members: [], name: "Sellers" })).toMatchObject({ ok: true });
		expect(await refusalOf(update(id, { members: ["102"] }))).toBe("members: There is no extension 102.");
	});
});

describe("ten telephones at once", () => {
	const tooMany = (field: string, count = 11) =>
		`${field}: Group 110 (Sales) would ring ${count} telephones at once, and 10 is the most. Let it ring in order, or take a member or a telephone away.`;

	beforeEach(async () => {
		await update("ext_101", { alsoRing: phones(4) });
		await update("ext_102", { alsoRing: phones(4, 10) });
	});

	it("are the most of a group, which is refused with one more", async () => {
		expect(await refusalOf(create({ members: ["101", "102", "103"] }))).toBe(tooMany("members"));
		const id = await createId();
		expect(await refusalOf(update(id, { members: ["101", "103", "102"] }))).toBe(tooMany("members"));
		expect(await update(id, { members: ["101", "103", "102"], ringing: "in_order" })).toMatchObject({
			ok: true,
		});
		expect(await refusalOf(update(id, { ringing: "together" }))).toBe(tooMany("members"));
	});

	it("are counted when a member gets another one, too", async () => {
		await update("ext_103", { forwardTo: null });
		await createId({ members: ["101", "102", "103"] });
		expect(await refusalOf(update("ext_103", { forwardTo: "+14155550151" }))).toBe(tooMany("forwardTo"));
		const both = { forwardTo: "+14155550151", alsoRing: phones(1, 30) };
		expect(await refusalOf(update("ext_103", both))).toBe(tooMany("alsoRing", 12));
		expect(await update("ext_102", { alsoRing: phones(3, 10) })).toMatchObject({ ok: true });
		expect(await update("ext_103", { forwardTo: "+14155550151" })).toMatchObject({ ok: true });
	});

	it("stay ten when two members are saved at the same moment", async () => {
		await update("ext_101", { alsoRing: phones(3) });
		await update("ext_103", { forwardTo: null });
		const id = await createId({ members: ["101", "102", "103"] });
		const answers = await Promise.all([
			update("ext_101", { alsoRing: phones(4) }),
			update("ext_103", { forwardTo: "+14155550151" }),
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		await update("ext_101", { alsoRing: phones(4) });
		await update("ext_103", { forwardTo: null });
		const races = await Promise.all([
			update(id, { members: ["101", "102"] }),
			update("ext_103", { forwardTo: "+14155550151" }),
			update(id, { members: ["103", "102", "101"] }),
		]);
		expect(races.some(({ ok }) => !ok)).toBe(true);
	});
});

it("a person is in twenty groups at most", async () => {
	for (let index = 0; index < 20; index += 1) {
		await addExtension(`ext_g${index}`, `${120 + index}`, {
			kind: "group",
			members: ["ext_101"],
			status: "active",
		});
	}
	expect(await refusalOf(create())).toBe("members: 101 is a member of 20 groups already, which is the most.");
	expect(await update("ext_g0", { members: ["101", "102"] })).toMatchObject({ ok: true });
});

describe("a person's further telephones", () => {
	it("are stored as E.164, in their order", async () => {
		const patch = { alsoRing: ["(415) 555-0152", "+1 613 555 0153"] };
		const stored = { alsoRing: ["+14155550152", "+16135550153"], version: 2 };
		expect(await update("ext_101", patch)).toMatchObject({ ok: true, value: stored });
		expect(await update("ext_101", patch)).toMatchObject({ ok: true, value: stored });
		const person = { ext: "105", name: "Nora", department: "", email: "nora@acme.example", areaCode: "212" };
		const created = await service.createExtension({ ...person, forwardTo: "415 555 0154", ...patch });
		expect(created).toMatchObject({ ok: true, value: { kind: "person", alsoRing: stored.alsoRing } });
	});

	it.each([
		["of no form", ["12"], "alsoRing: "],
		["of an emergency", ["911"], "alsoRing: "],
		["that is paid for", ["+1 900 234 5678"], "alsoRing: Calls are not forwarded to premium-rate numbers."],
		["of another country", ["+18765550199"], "alsoRing: Numbers of Jamaica are switched off."],
		[
			"of our own",
			["+14155550188"],
			"alsoRing: This is one of your own numbers; its calls would go round in a circle.",
		],
		["of the first telephone", ["+14155550101"], "alsoRing: +14155550101 is there twice."],
		["that is there twice", ["+14155550152", "415-555-0152"], "alsoRing: +14155550152 is there twice."],
		["too many", phones(5), "alsoRing: A person has at most 5 telephones"],
	])("are refused with one %s", async (_what, alsoRing, message) => {
		await rentNumber(carrier, "+14155550188");
		expect(await refusalOf(update("ext_101", { alsoRing }))).toContain(message);
	});

	it("need a first one, and it is none of them", async () => {
		await update("ext_101", { alsoRing: ["+14155550152"] });
		const noFirst = "alsoRing: These ring with the first telephone, forwardTo, and there is none.";
		expect(await refusalOf(update("ext_101", { forwardTo: null }))).toBe(noFirst);
		expect(await refusalOf(update("ext_101", { forwardTo: "+14155550152" }))).toContain("is there twice");
		expect(await update("ext_101", { forwardTo: null, alsoRing: [] })).toMatchObject({ ok: true });
		expect(await refusalOf(update("ext_101", { alsoRing: ["+14155550152"] }))).toBe(noFirst);
	});

	it("never become one telephone twice by two changes at the same moment", async () => {
		for (const _ of [1, 2, 3]) {
			await update("ext_101", { forwardTo: "+14155550151", alsoRing: [] });
			const answers = await Promise.all([
				update("ext_101", { forwardTo: "+14155550152" }),
				update("ext_101", { alsoRing: ["+14155550152"] }),
			]);
			expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		}
	});

	it("are none of the numbers that are bought or taken up later", async () => {
		await update("ext_101", { alsoRing: ["+12125550101"] });
		carrier.rent("+12125550101");
		expect(await adoptNumber(testContext(), "+12125550101")).toMatchObject({
			ok: false,
			error: {
				code: "conflict",
				message: expect.stringContaining("Extension 101 forwards calls to +12125550101"),
			},
		});
		carrier.available = ["+12125550101"];
		const purpose = { key: "spare-local-212", kind: "local", extension: null } as const;
		expect(await placeOrder(testContext(), purpose, ["212"], 0)).toEqual({ kind: "none" });
	});
});

it("an extension follows the company's hours, has its own, or is always open", async () => {
	const hours = { week: { monday: [["09:00", "17:00"] as [string, string]], friday: [] } };
	expect(await update("ext_101", {})).toMatchObject({ ok: true, value: { hours: null, version: 1 } });
	expect(await update("ext_101", { hours })).toMatchObject({ ok: true, value: { hours, version: 2 } });
	expect(await update("ext_101", { hours })).toMatchObject({ ok: true, value: { hours, version: 2 } });
	expect(await update("ext_101", { hours: "always" })).toMatchObject({
		ok: true,
		value: { hours: "always" },
	});
	expect(await update("ext_101", { hours: null })).toMatchObject({
		ok: true,
		value: { hours: null, version: 4 },
	});
	const id = await createId({ hours: "always" });
	expect(await update(id, {})).toMatchObject({ ok: true, value: { hours: "always" } });
	const late = { week: { monday: [["17:00", "09:00"] as [string, string]] } };
	expect(await refusalOf(update("ext_101", { hours: late }))).toContain("The end comes after the start");
});
