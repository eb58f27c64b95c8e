import type { Page } from "@cloudpbx/contracts/api/page";
import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { contacts, contactTags, contactWords } from "@cloudpbx/db/schema/contacts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey, testEnv } from "../api.ts";

let key: string;

beforeAll(async () => {
	key = await giveKey();
});

beforeEach(async () => {
	await db.batch([db.delete(contacts), db.delete(contactTags), db.delete(contactWords)]);
});

const jane = {
	number: "(415) 555-0123",
	name: "Jane O’Brien-Díaz",
	company: "Acme Tools",
	email: "jane.doe@acme.example",
	tags: ["VIP", "vip", " new  customer "],
	notes: "Likes mornings.\nHas a dog.",
	timeZone: "America/Los_Angeles",
	state: "Calif.",
};

const path = (number: string) => `/api/contacts/${encodeURIComponent(number)}`;
const send = (url: string, method: string, body?: unknown, options: CallOptions = {}) =>
	callApi(url, { key, method, body, ...options });
const add = async (body: object) => expectJson<Contact>(await send("/api/contacts", "POST", body), 201);
const put = async (number: string, body: object, status = 200) =>
	expectJson<Contact>(await send(path(number), "PUT", body), status);
const get = async (number: string) => expectJson<Contact>(await send(path(number), "GET"), 200);
const list = async (query = "") => expectJson<Page<Contact>>(await send(`/api/contacts${query}`, "GET"), 200);
const namesOf = async (query: string) => (await list(query)).items.map(({ name, number }) => name ?? number);

describe("a contact", () => {
	it("has one number in E.164, and tags that are there once", async () => {
		const added = await add(jane);
		expect(added).toEqual({
			...jane,
			id: expect.stringMatching(/^con_/),
			number: "+14155550123",
			tags: ["VIP", "new customer"],
			state: "CA",
			version: 1,
			createdAt: expect.any(String),
			updatedAt: added.createdAt,
		});
		expect(await get("+14155550123")).toEqual(added);
		expect(await get("415-555-0123")).toEqual(added);
		expect((await send("/api/contacts", "POST", { number: "+1 415 555 0123" })).status).toBe(409);
		expect(await list()).toEqual({ items: [added], nextCursor: null });
	});

	it("needs nothing but a number", async () => {
		expect(await add({ number: "+14155550124", name: "", email: null, timeZone: "" })).toMatchObject({
			name: null,
			company: null,
			email: null,
			tags: [],
			notes: null,
			timeZone: null,
			state: null,
		});
	});

	it("is refused by the field that is wrong", async () => {
		const wrong = {
			number: "123",
			name: "x".repeat(201),
			email: "jane at home",
			tags: ["a,b"],
			timeZone: "Mars/Base",
			state: "Bavaria",
			notes: "x".repeat(10_001),
			company: "a\nb",
		};
		for (const [field, value] of Object.entries(wrong)) {
			const response = await send("/api/contacts", "POST", { number: "+14155550124", [field]: value });
			const { errors } = await expectJson<{ errors: { field: string }[] }>(response, 400);
			expect(errors[0]?.field.split(".")[0], field).toBe(field);
		}
		expect((await list()).items).toEqual([]);
	});

	it("is changed by what is sent; an old version is refused with both values", async () => {
		await add(jane);
		const changed = await put("+14155550123", { name: "Jane", tags: [], version: 1 });
		expect(changed).toMatchObject({ name: "Jane", tags: [], company: "Acme Tools", version: 2 });
		expect(await get("+14155550123")).toEqual(changed);
		expect(await put("+14155550123", { name: "Jane", version: 1 })).toEqual(changed);
		const refused = await send(path("+14155550123"), "PUT", { name: "Joan", version: 1 });
		expect(await expectJson(refused, 409)).toMatchObject({
			current: { name: "Jane", version: 2 },
			sent: { name: "Joan", version: 1 },
			errors: [{ field: "name" }],
		});
		expect(await put("+14155550123", { name: "Joan" })).toMatchObject({ version: 3 });
		expect(await namesOf("?q=jane")).toEqual(["Joan"]);
		expect(await namesOf("?tag=vip")).toEqual([]);
		expect((await send(path("+14155550199"), "PUT", { name: "x" })).status).toBe(404);
	});

	it("takes another number, unless somebody has it", async () => {
		const { id } = await add(jane);
		await add({ number: "+14155550124", name: "Sam" });
		const refused = await send(path("+14155550123"), "PUT", { number: "+14155550124" });
		expect(await expectJson(refused, 409)).toMatchObject({ detail: expect.stringMatching(/Merge/) });
		expect(await put("+14155550123", { number: "415 555 0125" })).toMatchObject({ id, version: 2 });
		expect((await send(path("+14155550123"), "GET")).status).toBe(404);
		expect(await namesOf("?q=5550125")).toEqual([jane.name]);
		expect(await namesOf("?q=5550123")).toEqual([]);
	});

	it("is saved once by two at the same time", async () => {
		await add(jane);
		const answers = await Promise.all(
			["A", "B"].map((name) => send(path("+14155550123"), "PUT", { name, version: 1 })),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect(await get("+14155550123")).toMatchObject({ version: 2 });
	});

	it("is erased, and nothing of it is left in its tables or the audit log", async () => {
		await add(jane);
		await put("+14155550123", { notes: "Another dog." });
		expect((await send(path("+14155550123"), "DELETE")).status).toBe(204);
		expect((await send(path("+14155550123"), "DELETE")).status).toBe(404);
		expect(
			await db.batch([
				db.select().from(contacts),
				db.select().from(contactTags),
				db.select().from(contactWords),
			]),
		).toEqual([[], [], []]);
		const log = JSON.stringify(await db.select().from(auditEvents));
		expect(log).toContain("contact.erase");
		for (const word of ["Jane", "4155550123", "acme", "VIP", "dog"]) expect(log).not.toContain(word);
	});
});

describe("the list", () => {
	beforeEach(async () => {
		await add({ ...jane, name: "Zoë Adams" });
		await add({ number: "+442079460018", company: "Bright & Sons", tags: ["VIP"] });
		await add({ number: "+14155550125", name: "adam smith", email: "sons@x.example" });
		await add({ number: "+14155550126" });
	});

	it("is in the order of names, page by page", async () => {
		const order = ["+14155550126", "adam smith", "+442079460018", "Zoë Adams"];
		expect(await namesOf("")).toEqual(order);
		const first = await list("?limit=3");
		expect(first.items).toHaveLength(3);
		const second = await list(`?limit=3&cursor=${first.nextCursor}`);
		expect(second.items.map(({ name }) => name)).toEqual(["Zoë Adams"]);
		expect(second.nextCursor).toBeNull();
	});

	it("is searched by how words begin, whatever their case and accents", async () => {
		expect(await namesOf("?q=zoe")).toEqual(["Zoë Adams"]);
		expect(await namesOf("?q=ADAM")).toEqual(["adam smith", "Zoë Adams"]);
		expect(await namesOf("?q=adam%20z")).toEqual(["Zoë Adams"]);
		expect(await namesOf("?q=sons")).toEqual(["adam smith", "+442079460018"]);
		expect(await namesOf("?q=jane.doe%40acme")).toEqual(["Zoë Adams"]);
		expect(await namesOf("?q=dams")).toEqual([]);
		expect(await namesOf("?q=%25")).toEqual([]);
		expect(await namesOf("?q=%20")).toHaveLength(4);
		for (const typed of ["+1 (415) 555-012", "415555", "(415) 555-0123", "5550123", "0123", "14155550123"]) {
			expect(await namesOf(`?q=${encodeURIComponent(typed)}`), typed).toContain("Zoë Adams");
		}
		for (const typed of ["020 7946 0018", "+44 20 7946", "0044 20"]) {
			expect(await namesOf(`?q=${encodeURIComponent(typed)}`), typed).toEqual(["+442079460018"]);
		}
	});

	it("is filtered by a tag, and both together", async () => {
		expect(await namesOf("?tag=vip")).toEqual(["+442079460018", "Zoë Adams"]);
		expect(await namesOf("?tag=Vip&q=zoe")).toEqual(["Zoë Adams"]);
		expect(await namesOf("?tag=none")).toEqual([]);
		const first = await list("?tag=vip&limit=1");
		expect((await list(`?tag=vip&limit=1&cursor=${first.nextCursor}`)).items).toHaveLength(1);
		const tags = await expectJson(await send("/api/contacts/tags", "GET"), 200);
		expect(tags).toEqual({ items: ["new customer", "VIP"] });
	});
});

describe("two contacts of one person", () => {
	it("become one that has everything of both", async () => {
		await add({ ...jane, timeZone: null, state: null });
		await add({
			number: "+14155550124",
			name: "J. Díaz",
			tags: ["vip", "Texts"],
			notes: "A cat.",
			state: "NY",
		});
		const response = await send(`${path("+14155550124")}/merge`, "POST", { into: "+14155550123" });
		const merged = await expectJson<Contact>(response, 200);
		expect(merged).toMatchObject({
			number: "+14155550123",
			name: jane.name,
			tags: ["VIP", "new customer", "Texts"],
			state: "NY",
			notes: `${jane.notes}\nAlso: +14155550124, J. Díaz\nA cat.`,
			version: 2,
		});
		expect(await list()).toEqual({ items: [merged], nextCursor: null });
		expect(await namesOf("?tag=texts")).toEqual([jane.name]);
		expect((await send(`${path("+14155550124")}/merge`, "POST", { into: "+14155550123" })).status).toBe(404);
		for (const into of ["+14155550123", "+14155550177"]) {
			expect((await send(`${path("+14155550123")}/merge`, "POST", { into })).status).toBe(400);
		}
	});
});

describe("what browsers hear", () => {
	it("is which contact changed, and nothing that it says", async () => {
		const told: unknown[] = [];
		const messaging = {
			publishLive: async (news: unknown[]) => {
				told.push(...news);
				return { ok: true, value: null };
			},
			erasePerson: async () => ({ ok: true, value: { isDone: true, waitsFor: null } }),
		};
		const env = { ...testEnv, MESSAGING: messaging as never };
		const response = await send("/api/contacts", "POST", jane, { env });
		const { id } = await expectJson<Contact>(response, 201);
		await send(path("+14155550123"), "DELETE", undefined, { env });
		expect(told).toEqual([
			{ kind: "contact", contactId: id },
			{ kind: "contact", contactId: id },
		]);
	});
});
