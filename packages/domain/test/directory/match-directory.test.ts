import { describe, expect, it } from "vitest";
import type { DirectoryEntry } from "../../src/directory/directory-entry.ts";
import { matchDirectory } from "../../src/directory/match-directory.ts";

const small: DirectoryEntry[] = [
	{ ext: "101", name: "Jane Smith", department: "Sales" },
	{ ext: "102", name: "Sam Lee", department: "Support" },
	{ ext: "103", name: "Ana Ruiz", department: "Billing" },
];
const twoJanes: DirectoryEntry[] = [...small, { ext: "104", name: "Jane Doe", department: "Support" }];

function read(utterance: string, directory = small): string[] {
	return matchDirectory(utterance, directory).map(
		({ strength, extensions }) => `${strength} ${extensions.join("/")}`,
	);
}

describe("names", () => {
	it("finds a full name, a first name and a surname as written", () => {
		expect(read("Jane Smith please")).toEqual(["exact 101"]);
		expect(read("is sam there")).toEqual(["exact 102"]);
		expect(read("Ms. Ruiz, please")).toEqual(["exact 103"]);
	});

	it("finds a full name in the spelling that speech recognition chose", () => {
		expect(read("gene smith")).toEqual(["alike 101"]);
		expect(read("jean smyth")).toEqual(["alike 101"]);
		expect(read("sam leigh please")).toEqual(["alike 102"]);
		expect(read("anna reese")).toEqual(["alike 103"]);
	});

	it("only suggests somebody when one misheard name is all there is", () => {
		expect(read("gene")).toEqual(["weak 101"]);
	});

	it("finds a name whose words were cut elsewhere, and only suggests it when the sound differs", () => {
		expect(read("janes myth")).toEqual(["exact 101"]);
		expect(read("james myth")).toEqual(["weak 101"]);
	});

	it("does not take another person for somebody of the directory", () => {
		for (const other of [
			"John Smith",
			"june smith",
			"Jane Miller please",
			"jane miller",
			"Bob Smith",
			"Jenny Smith",
		])
			expect(new Set(read(other)), other).toEqual(new Set(["weak 101"]));
	});

	it("does not take the word after a first name for a surname when it is everyday speech", () => {
		expect(read("jane tomorrow please")).toEqual(["exact 101"]);
		expect(read("Could Jane call me back")).toEqual(["exact 101"]);
	});

	it("names everybody whom a first name may mean", () => {
		expect(read("Jane", twoJanes)).toEqual(["exact 101/104"]);
		expect(read("jane doe", twoJanes)).toEqual(["exact 104"]);
	});

	it("names both when two full names sound the same and are spelt nearly the same", () => {
		const smyth = [...small, { ext: "105", name: "Jane Smyth", department: "Support" }];
		expect(read("jane smith", smyth)).toEqual(["exact 101/105"]);
	});

	it("knows usual short forms of a first name", () => {
		const robert = [{ ext: "110", name: "Robert Hill", department: null }];
		expect(read("bob hill", robert)).toEqual(["exact 110"]);
		expect(read("Bobby please", robert)).toEqual(["exact 110"]);
	});

	it("takes an everyday word for a first name only when the transcript capitalises it", () => {
		const will = [{ ext: "110", name: "Will Turner", department: null }];
		expect(read("will you help me", will)).toEqual(["weak 110"]);
		expect(read("I want to speak with Will", will)).toEqual(["exact 110"]);
	});

	it("finds somebody by what is his", () => {
		expect(read("Jane's voicemail")).toEqual(["exact 101"]);
		expect(read("ring Ms. Ruiz’s desk")).toEqual(["exact 103"]);
	});

	it("hears accents and capitals the same as plain letters", () => {
		const nunez = [{ ext: "110", name: "José Núñez", department: null }];
		expect(read("JOSE NUNEZ", nunez)).toEqual(["exact 110"]);
	});

	it("finds nobody in everyday speech", () => {
		for (const words of ["", "some of the same things as last time", "hello", "ok thank you very much"])
			expect(read(words), words).toEqual([]);
	});
});

describe("departments", () => {
	it("finds a department by name, translated, and by a spelling of the same sound", () => {
		expect(read("sales please")).toEqual(["exact 101"]);
		expect(read("quiero hablar con ventas")).toEqual(["alike 101"]);
		expect(read("sails please")).toEqual(["alike 101"]);
	});

	it("finds a department by what it does", () => {
		expect(read("I have a question about my invoice")).toEqual(["topic 103"]);
		expect(read("meine Rechnung stimmt nicht")).toEqual(["topic 103"]);
	});

	it("only suggests a department when another real word was heard", () => {
		expect(read("building please")).toEqual(["weak 103"]);
	});

	it("names everybody of a department", () => {
		expect(read("support", twoJanes)).toEqual(["exact 102/104"]);
	});

	it("finds a department of several words", () => {
		const service = [{ ext: "110", name: "Ida Berg", department: "Customer Service" }];
		expect(read("customer service", service)).toEqual(["exact 110"]);
		expect(read("the service team", service)).toEqual(["alike 110"]);
	});

	it("does not take a human for Human Resources", () => {
		const hr = [{ ext: "110", name: "Ida Berg", department: "Human Resources" }];
		expect(read("let me talk to a human", hr)).toEqual([]);
		expect(read("human resources please", hr)).toEqual(["exact 110"]);
	});
});

describe("extensions", () => {
	it("finds an extension said whole or digit by digit", () => {
		expect(read("extension 101")).toEqual(["exact 101"]);
		expect(read("one oh two please")).toEqual(["exact 102"]);
	});

	it("does not find an extension inside a telephone number, nor one that nobody has", () => {
		expect(read("call 415 555 0101")).toEqual([]);
		expect(read("4155550101")).toEqual([]);
		expect(read("call +1 900 101 0199")).toEqual([]);
		expect(read("extension 777")).toEqual([]);
	});
});

describe("what the caller does not want", () => {
	it("leaves out what is denied and keeps what is wished", () => {
		expect(read("not sales, billing")).toEqual(["exact 103"]);
		expect(read("I don't want to talk to sales I want billing")).toEqual(["exact 103"]);
		expect(read("anyone but Jane")).toEqual([]);
		expect(read("Sam instead of Jane")).toEqual(["exact 102"]);
		expect(read("no quiero hablar con ventas")).toEqual([]);
	});

	it("keeps a wish after a plain no or after a complaint", () => {
		expect(read("no sales please")).toEqual(["exact 101"]);
		expect(read("no, sales please")).toEqual(["exact 101"]);
		expect(read("my machine doesn't work support please")).toEqual(["topic 102", "exact 102"]);
	});
});

describe("names that are only told", () => {
	it("only suggests the caller's own namesake and people he has spoken with before", () => {
		expect(read("my name is Jane and I need billing")).toEqual(["weak 101", "exact 103"]);
		expect(read("I talked to Sam yesterday, now billing")).toEqual(["weak 102", "exact 103"]);
		expect(read("Sam told me to ask for Ana")).toEqual(["weak 102", "exact 103"]);
	});

	it("keeps a wish that only looks alike", () => {
		expect(read("this is for Jane")).toEqual(["exact 101"]);
		expect(read("can I speak with Sam")).toEqual(["exact 102"]);
	});
});

describe("order and size", () => {
	it("lists several wishes in spoken order", () => {
		expect(read("first Ana Ruiz and then sales")).toEqual(["exact 103", "exact 101"]);
	});

	it("reads the longest utterance against a full directory quickly", () => {
		const full = Array.from({ length: 99 }, (_, index) => ({
			ext: String(101 + index),
			name: `Person${index} Surname${index}`,
			department: `Department${index % 10}`,
		}));
		const started = Date.now();
		matchDirectory("I would like to speak with somebody about my order ".repeat(8), full);
		expect(Date.now() - started).toBeLessThan(500);
	});
});

describe("numbers of other things", () => {
	it.each([
		"room one oh one",
		"my order number is 101",
		"one hundred and one dollars",
		"calle 101",
		"101 bags please",
		"facture numéro cent un",
	])("are no extension in %j", (words) => {
		expect(read(words).filter((one) => one.endsWith("101"))).toEqual([]);
	});
});

describe("what a caller takes back", () => {
	it("is not meant, what follows is", () => {
		expect(read("support, no wait, sales")).toEqual(["exact 101"]);
		expect(read("Sam, I mean Jane")).toEqual(["exact 101"]);
		expect(read("a message for her, Jane I mean")).toEqual(["exact 101"]);
		expect(read("forget sales, billing please")).toEqual(["exact 103"]);
	});
});

describe("what an extension is for", () => {
	const office: DirectoryEntry[] = [
		{ ext: "101", name: "Sean Murphy", department: "IT", purpose: "printers, passwords, anything broken" },
		{ ext: "102", name: "Lupe Ortiz", department: "Facilities", purpose: "leaks, heating, parking permits" },
		{ ext: "103", name: "John Smith", department: "Sales", purpose: "quotes, rental machines" },
		{ ext: "104", name: "Ana Ruiz", department: "Billing", purpose: "invoices, bills for machines" },
	];

	it.each([
		["my printer keeps jamming", ["purpose 101", "topic 101"]],
		["I forgot my password", ["purpose 101"]],
		["the heating is out", ["purpose 102"]],
		["where do I get a parking permit", ["purpose 102", "purpose 102"]],
	])("is heard in %j", (words, expected) => {
		expect(read(words, office)).toEqual(expected);
	});

	it("is not what several have in common, and not the pronoun of every sentence", () => {
		expect(read("the machines please", office)).toEqual([]);
		expect(read("I want to return it", office)).toEqual([]);
		expect(read("the IT department please", office)).toEqual(["exact 101"]);
	});

	it("is a guess of ours only where nobody wrote it", () => {
		expect(read("I want to buy something", office)).toEqual(["topic 103"]);
		expect(
			read(
				"I want to buy something",
				office.map(({ purpose, ...entry }) => entry),
			),
		).toEqual(["topic 103"]);
		const odd = [{ ext: "101", name: "Jane Smith", department: "Sales", purpose: "boat tours" }];
		expect(read("I want to buy something", odd)).toEqual([]);
	});
});

describe("names as they sound", () => {
	const people: DirectoryEntry[] = [
		{ ext: "101", name: "Sean Murphy", department: null },
		{ ext: "102", name: "Catherine Okafor", department: null },
		{ ext: "103", name: "John Smith", department: null },
	];

	it.each([
		["johnsmith", "exact 103"],
		["jon smyth", "alike 103"],
		["mister okafor", "exact 102"],
		["shaun", "alike 101"],
		["katherine please", "alike 102"],
		["seanmurphy", "exact 101"],
	])("%j is %s", (words, expected) => {
		expect(read(words, people)).toEqual([expected]);
	});

	it("are not those of firms that call", () => {
		expect(read("this is Smith and Sons", people)).toEqual(["weak 103"]);
		expect(read("I'm calling from Murphy Consulting", people)).toEqual(["weak 101"]);
	});
});
