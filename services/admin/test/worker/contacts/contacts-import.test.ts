import type { Page } from "@cloudpbx/contracts/api/page";
import type { Contact, ContactImport } from "@cloudpbx/contracts/contacts/contacts";
import { contacts, contactTags, contactWords } from "@cloudpbx/db/schema/contacts";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";

let key: string;

beforeAll(async () => {
	key = await giveKey();
	await callApi("/api/me", { key });
});

beforeEach(async () => {
	await db.batch([db.delete(contacts), db.delete(contactTags), db.delete(contactWords)]);
});

const csv = { "content-type": "text/csv" };
const send = (body: string, query = "", headers = {}) =>
	callApi(`/api/contacts/import${query}`, { key, body, headers: { ...csv, ...headers } });
const imported = async (body: string, query = "") => expectJson<ContactImport>(await send(body, query), 200);
const all = async () =>
	(await expectJson<Page<Contact>>(await callApi("/api/contacts?limit=200", { key }), 200)).items;
const one = async (number: string) =>
	expectJson<Contact>(await callApi(`/api/contacts/${encodeURIComponent(number)}`, { key }), 200);
const download = async (path = "/api/contacts") => {
	const response = await callApi(path, { key, headers: { accept: "text/csv" } });
	return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer());
};

const file = `number,name,company,email,tags,notes,timeZone,state
+14155550123,Jane,Acme,jane@acme.example,"VIP; new","Likes dogs,
and cats.",America/Denver,Colorado
(415) 555-0124,Sam,,,,,,
`;

describe("a file", () => {
	it("is taken by its headings, and changes nothing the second time", async () => {
		expect(await imported(file)).toMatchObject({
			added: 2,
			changed: 0,
			unchanged: 0,
			merged: 0,
			refused: [],
		});
		const before = await all();
		expect(before.map(({ name, tags, state }) => ({ name, tags, state }))).toEqual([
			{ name: "Jane", tags: ["VIP", "new"], state: "CO" },
			{ name: "Sam", tags: [], state: null },
		]);
		expect(before[0]?.notes).toBe("Likes dogs,\nand cats.");
		expect(await imported(file)).toMatchObject({ added: 0, changed: 0, unchanged: 2, refusedCount: 0 });
		expect(await all()).toEqual(before);
	});

	it("may have the headings of other software", async () => {
		const google = `First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Labels,Birthday
Zoë,Adams,Bright & Sons,zoe@x.example,Mobile,415-555-0125,* myContacts;friends,1990-01-01
`;
		const report = await imported(google);
		expect(report).toMatchObject({ added: 1 });
		expect(report.columns).toEqual([
			{ heading: "First Name", field: "name" },
			{ heading: "Last Name", field: "name" },
			{ heading: "Organization Name", field: "company" },
			{ heading: "E-mail 1 - Value", field: "email" },
			{ heading: "Phone 1 - Label", field: null },
			{ heading: "Phone 1 - Value", field: "number" },
			{ heading: "Labels", field: "tags" },
			{ heading: "Birthday", field: null },
		]);
		expect(await one("+14155550125")).toMatchObject({ name: "Zoë Adams", company: "Bright & Sons" });
		const german = "Firma;Telefon;E-Mail;Notizen\nBäcker;+49 30 901820;;Brot\n";
		expect(await imported(german)).toMatchObject({ added: 1 });
		expect(await one("+4930901820")).toMatchObject({ company: "Bäcker", notes: "Brot", name: null });
	});

	it("leaves what it has no column and no value for", async () => {
		await imported(file);
		const report = await imported("number,name,company,email\n+14155550123,Jane Doe,,\n+14155550124,Sam,,\n");
		expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
		const { version, ...jane } = await one("+14155550123");
		expect(version).toBe(2);
		expect(jane).toMatchObject({ name: "Jane Doe", company: "Acme", tags: ["VIP", "new"], state: "CO" });
		const found = await expectJson<Page<Contact>>(await callApi("/api/contacts?q=doe&tag=vip", { key }), 200);
		expect(found.items).toHaveLength(1);
	});

	it("has lines that are not taken, which stop no other and can be had as a file", async () => {
		const bad = `Mobile,Name,E-mail,State
+14155550123,Jane,jane@acme.example,CO
,Nobody,,
12,"=1+1",,
+14155550124,Sam,not an address,
+14155550125,Kim,,Bavaria
+14155550126,Lee,,
`;
		const report = await imported(bad);
		expect(report).toMatchObject({ added: 2, refusedCount: 4 });
		expect(report.refused.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
		expect(report.refused[2]?.reason).toMatch(/email: .*not an e-mail address/);
		const response = await send(bad, "?preview=true", { accept: "text/csv" });
		expect(response.headers.get("content-disposition")).toContain("not-imported.csv");
		const text = await response.text();
		expect(text.split("\r\n")[0]).toBe("line,reason,Mobile,Name,E-mail,State");
		expect(text).toContain("'=1+1");
		const mended = text.replace("not an address", "").replace("Bavaria", "");
		expect(await imported(mended)).toMatchObject({ added: 2, refusedCount: 2 });
	});

	it("may name a number several times: what fits is one contact, what does not is refused", async () => {
		const twice = `number,name,company,tags
+14155550123,Jane,,VIP
415 555 0123,,Acme,new
+14155550123,Joan,,
`;
		for (const expected of [
			{ added: 1, changed: 0, unchanged: 0 },
			{ added: 0, changed: 0, unchanged: 1 },
		]) {
			expect(await imported(twice)).toMatchObject({
				...expected,
				merged: 1,
				refused: [{ line: 4, reason: "Line 2 has the same number and another name." }],
			});
		}
		expect(await one("+14155550123")).toMatchObject({ name: "Jane", company: "Acme", tags: ["VIP", "new"] });
	});

	it("is only looked at as a preview", async () => {
		expect(await imported(file, "?preview=true")).toMatchObject({ added: 2 });
		expect(await all()).toEqual([]);
		await imported(file);
		const other = file.replace("Jane,", "Joan,");
		expect(await imported(other, "?preview=true")).toMatchObject({ changed: 1, unchanged: 1 });
		expect((await one("+14155550123")).name).toBe("Jane");
	});

	it("is refused as a whole when it is none, has no headings or no numbers", async () => {
		expect((await callApi("/api/contacts/import", { key, body: { number: 1 } })).status).toBe(415);
		for (const body of ["", "number,name\n", "+14155550123,Jane\n", "name,company\nJane,Acme\n"]) {
			expect((await send(body)).status, body).toBe(400);
		}
		expect(await imported("+14155550123\n+14155550124\n")).toMatchObject({ added: 2 });
	});
});

describe("the export", () => {
	it("begins with a byte order mark, has no formulas, and changes nothing when it is imported", async () => {
		await imported(file);
		const strange = {
			number: "+14155550126",
			name: "=cmd()",
			company: "-Minus; Co",
			notes: '"quoted"\n=2',
			tags: ["@home"],
		};
		await callApi("/api/contacts", { key, body: strange });
		const text = await download();
		expect(text.startsWith("\uFEFFnumber,name,company,email,tags,notes,timeZone,state\r\n")).toBe(true);
		expect(text).not.toMatch(/(^|[,"\r\n])[=@]/m);
		const before = await all();
		expect(await imported(text)).toMatchObject({ added: 0, changed: 0, unchanged: 3, refusedCount: 0 });
		expect(await all()).toEqual(before);
		await db.batch([db.delete(contacts), db.delete(contactTags), db.delete(contactWords)]);
		expect(await imported(text)).toMatchObject({ added: 3 });
		const plain = (list: Contact[]) =>
			list.map(({ id: _, version: __, createdAt: ___, updatedAt: ____, ...rest }) => rest);
		expect(plain(await all())).toEqual(plain(before));
		expect((await download("/api/contacts?q=jane")).trim().split("\r\n")).toHaveLength(2);
	});
});

describe("ten thousand contacts", () => {
	const count = 10_000;
	const rows = Array.from(
		{ length: count },
		(_, at) =>
			`+1415${5_550_000 + at},Person ${at},Company ${at % 100},p${at}@x.example,"tag ${at % 7}, all",Note ${at}`,
	);
	const large = `number,name,company,email,tags,notes\n${rows.join("\n")}\n`;
	const measured = async (body: string) => {
		const { database, cost } = measureDatabase(testEnv.DB);
		const response = await callApi("/api/contacts/import", {
			key,
			body,
			headers: csv,
			env: { DB: database },
		});
		return { report: await expectJson<ContactImport>(response, 200), cost };
	};

	it("come in within bounded statements, and are found again within bounded rows", async ({ task }) => {
		const first = await measured(large);
		expect(first.report).toMatchObject({ added: count, refusedCount: 0 });
		expect(first.cost.roundTrips).toBeLessThanOrEqual(22);
		expect(first.cost.statements).toBeLessThanOrEqual(42);
		const second = await measured(large);
		expect(second.report).toMatchObject({ unchanged: count });
		expect(second.cost.roundTrips).toBeLessThanOrEqual(11);
		expect(second.cost.rowsWritten).toBe(0);
		const third = await measured(large.replaceAll("Note", "Remark"));
		expect(third.report).toMatchObject({ changed: count });
		expect(third.cost.roundTrips).toBeLessThanOrEqual(22);
		expect(third.cost.statements).toBeLessThanOrEqual(62);
		Object.assign(task.meta, { first: first.cost, second: second.cost, third: third.cost });
		const bounds = {
			"": 360,
			"?q=person%204321": 1100,
			"?q=person": 2000,
			"?q=company%2050": 6000,
			"?tag=tag%203": 6000,
			"?tag=all": 2500,
		};
		for (const [query, rowsMax] of Object.entries(bounds)) {
			const { database, cost } = measureDatabase(testEnv.DB);
			const response = await callApi(`/api/contacts${query}`, { key, env: { DB: database } });
			const { items } = await expectJson<Page<Contact>>(response, 200);
			expect(items.length, query).toBeGreaterThan(0);
			expect(cost.rowsRead, query).toBeLessThanOrEqual(rowsMax);
			expect(cost.roundTrips, query).toBeLessThanOrEqual(3);
		}
		const text = await download();
		expect(text.trim().split("\r\n")).toHaveLength(count + 1);
	}, 120_000);
});
