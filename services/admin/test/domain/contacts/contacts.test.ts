import { describe, expect, it } from "vitest";
import { listContactWords, listSearchTerms, sortNameOf } from "../../../src/domain/contacts/contact-words.ts";
import { differingFields, mergeContacts, unknownFields } from "../../../src/domain/contacts/fill-contact.ts";
import { gatherContacts } from "../../../src/domain/contacts/gather-contacts.ts";
import { readContactFile } from "../../../src/domain/contacts/read-contact-file.ts";

const nobody = { ...unknownFields, number: "+14155550123" };

describe("the words of a contact", () => {
	it("are those of name, company and e-mail address without accents, and the number in its forms", () => {
		const words = listContactWords({
			number: "+14155550123",
			name: "Zoë O’Brien-Díaz",
			company: null,
			email: "zoe.b@acme.example",
		});
		expect(words).toEqual(
			expect.arrayContaining(["zoe", "o", "brien", "diaz", "obrien", "b", "acme", "example"]),
		);
		expect(words).toEqual(expect.arrayContaining(["14155550123", "4155550123", "5550123", "0123"]));
		expect(new Set(words).size).toBe(words.length);
	});

	it("are sixty at most, whatever somebody writes", () => {
		const name = Array.from({ length: 100 }, (_, at) => `w${at}`).join(" ");
		expect(listContactWords({ ...nobody, name })).toHaveLength(60);
		expect(listContactWords({ ...nobody, name: "x".repeat(200) }).at(-1)).toHaveLength(40);
	});

	it("are looked for one by one; a number as it is written is one", () => {
		expect(listSearchTerms(" Zoë  O'Brien ")).toEqual(["zoe", "o", "brien"]);
		expect(listSearchTerms("(415) 555-01")).toEqual(["41555501"]);
		expect(listSearchTerms("+44 20 7946")).toEqual(["44207946"]);
		expect(listSearchTerms("020 7946")).toEqual(["207946"]);
		expect(listSearchTerms("0123")).toEqual(["0123"]);
		expect(listSearchTerms("jane 415")).toEqual(["jane", "415"]);
		expect(listSearchTerms("%_*")).toEqual([]);
	});

	it("sort by name, else by company, else by number", () => {
		expect(sortNameOf({ ...nobody, name: "Ábel" })).toBe("abel");
		expect(sortNameOf({ ...nobody, company: "Zeta" })).toBe("zeta");
		expect(sortNameOf(nobody)).toBe("+14155550123");
	});
});

describe("two contacts", () => {
	it("differ in what is said, not in the order of tags", () => {
		const one = { ...unknownFields, tags: ["a", "b"], name: "Jane" };
		expect(differingFields(one, { tags: ["b", "a"], name: "Jane" })).toEqual([]);
		expect(differingFields(one, { tags: ["b"], company: null, state: "CA" })).toEqual(["tags", "state"]);
	});

	it("lose nothing when they become one", () => {
		const into = { ...nobody, name: "Jane", tags: ["VIP"], notes: "A" };
		const other = { ...nobody, number: "+14155550124", name: "J.", email: "j@x.example", tags: ["vip", "b"] };
		expect(mergeContacts(into, other)).toMatchObject({
			name: "Jane",
			email: "j@x.example",
			tags: ["VIP", "b"],
			notes: "A\nAlso: +14155550124, J.",
		});
		const full = { ...into, notes: "x".repeat(9_990) };
		expect(mergeContacts(full, other)).toBeNull();
	});
});

describe("the rows of a file", () => {
	const read = (text: string) => {
		const { rows, columns } = readContactFile(text);
		const gathered = gatherContacts(rows);
		if (!gathered.ok) throw new Error(gathered.error.message);
		return { ...gathered.value, fields: columns.map(({ field }) => field) };
	};

	it("are understood by the headings of Google, Outlook and others", () => {
		const headings: [string, (string | null)[]][] = [
			["Name,Phone,Email,Company,Tags,Notes", ["name", "number", "email", "company", "tags", "notes"]],
			[
				"First Name,Middle Name,Last Name,Company,E-mail Address,Mobile Phone,Categories,Notes,Home State",
				["name", null, "name", "company", "email", "number", "tags", "notes", "state"],
			],
			["Organisation;Telefon;E-Mail-Adresse;Bemerkungen", ["company", "number", "email", "notes"]],
			["Full Name\tMobile\tTime Zone\tProvince\tGroups", ["name", "number", "timeZone", "state", "tags"]],
		];
		for (const [heading, fields] of headings) {
			const separator = /[;\t]/.exec(heading)?.[0] ?? ",";
			const row = fields.map((field) => (field === "number" ? "4155550123" : "")).join(separator);
			expect(read(`${heading}\n${row}\n`).fields, heading).toEqual(fields);
		}
	});

	it("hold one contact a number; a row that says otherwise is refused by its line", () => {
		const { contacts, merged, refused } = read(
			"number,name,tags\n4155550123,Jane,a\n4155550123,,b\n4155550123,Joan,\n4155550124,Sam,\n",
		);
		expect(contacts.map(({ contact }) => contact)).toEqual([
			{ number: "+14155550123", name: "Jane", tags: ["a", "b"] },
			{ number: "+14155550124", name: "Sam" },
		]);
		expect(merged).toBe(1);
		expect(refused.map(({ line }) => line)).toEqual([4]);
	});
});
