import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { describe, expect, it } from "vitest";
import { phrasesIn } from "../../src/receptionist/phrases.ts";
import { readSpokenKeys, wantsMenuAgain } from "../../src/receptionist/read-spoken-keys.ts";
import { readEvidence } from "../../src/receptionist/review/read-evidence.ts";
import { decideByWords } from "../../src/receptionist/words/decide-by-words.ts";

const directory: DirectoryEntry[] = [
	{ ext: "101", name: "Jane Smith", department: "Sales", purpose: "quotes" },
	{ ext: "102", name: "Sam Lee", department: "Support", purpose: "anything broken" },
	{ ext: "112", name: "Ana Ruiz", department: "Billing", purpose: "invoices" },
];

function decide(words: string): string {
	const evidence = readEvidence(words, [], directory);
	const decision = decideByWords({ words, evidence, directory, phrases: phrasesIn("en") });
	if (decision === null) return "a model";
	if ("extension" in decision) return `${decision.action} ${decision.extension}`;
	return "question" in decision ? decision.question : decision.action;
}

describe("an extension said by its number", () => {
	it.each([
		["extension one hundred and one", "transfer 101"],
		["one o one", "transfer 101"],
		["can I get one twelve please", "transfer 112"],
		["the extension is 102", "transfer 102"],
		["ciento doce por favor", "transfer 112"],
		["poste cent un", "transfer 101"],
		["Durchwahl hundertzwölf bitte", "transfer 112"],
		["interno centouno", "transfer 101"],
		["ramal cento e dois", "transfer 102"],
		["leave a message at extension 101", "voicemail 101"],
	])("%j needs no model", (words, expected) => {
		expect(decide(words)).toBe(expected);
	});

	it.each([
		"extension one ninety nine",
		"the extension is one double zero",
		"extension 777",
		"extension 12",
		"one o four",
	])("that nobody has rings nobody: %j", (words) => {
		expect(decide(words)).toMatch(/^[\d ]+ is not an extension here\. Who would you like to speak with\?/);
	});

	it.each([
		"I was charged one hundred and one dollars",
		"my order number is one oh one",
		"whose extension is 101",
		"call four one five five five five oh one nine nine",
		"not extension 101",
		"either 101 or 102",
		"what is Jane's private number, extension 101",
	])("is not taken from %j", (words) => {
		expect(decide(words)).toBe("a model");
	});
});

describe("a message for somebody who is named", () => {
	it.each([
		["just let Jane know I called", "voicemail 101"],
		["can I leave him a note, Sam I mean", "voicemail 102"],
		["put me to Ana's mailbox", "voicemail 112"],
		["have Sam call me back", "voicemail 102"],
		["tell Jane I'll be late", "voicemail 101"],
	])("%j needs no model", (words, expected) => {
		expect(decide(words)).toBe(expected);
	});

	it.each([
		"let Jane know I'm on the line",
		"I got a message from Jane",
		"did Jane get my message",
		"I left a message for Jane yesterday",
		"I don't want to leave a message, I want Jane",
		"not Jane's voicemail, Jane herself",
		"it's about the voicemail I left Sam",
		"no quiero dejar un mensaje, quiero hablar con Jane",
		"leave a message",
		"tell me about your prices",
		"let me know when Jane is in",
	])("is not taken from %j", (words) => {
		expect(decide(words)).toBe("a model");
	});
});

describe("a farewell after a change of mind", () => {
	it.each([
		"oh never mind, I'll call back",
		"sales... no wait, never mind",
		"sorry, wrong number",
		"laissez tomber, je rappellerai",
		"schon gut, ich rufe später nochmal an",
	])("%j needs no model", (words) => {
		expect(decide(words)).toBe("goodbye");
	});

	it.each([
		"never mind Sam, give me Jane",
		"I'll call back later but can I talk to Jane now",
		"never mind the noise, I need support",
		"did he say he'll call back?",
		"let me try again",
		"no need to bother Jane, just say Tom phoned",
		"can I call back later",
	])("is not taken from %j", (words) => {
		expect(decide(words)).not.toBe("goodbye");
	});
});

describe("a key said instead of pressed", () => {
	it.each([
		["zero", "0"],
		["press zero please", "0"],
		["the operator key", "0"],
		["nine", "9"],
		["one o one", "101"],
		["pulse cero", "0"],
		["drücken null", "0"],
		["operator", null],
		["nine to five", null],
		["I have zero interest", null],
		["one", null],
		["four one five five five five", null],
	])("%j is %j", (words, keys) => {
		expect(readSpokenKeys(words)).toBe(keys);
	});

	it("hears the wish for the menu, and only that", () => {
		expect(["repeat that please", "again", "main menu"].map(wantsMenuAgain)).toEqual([true, true, true]);
		expect(["call me again", "the menu of the restaurant"].map(wantsMenuAgain)).toEqual([false, false]);
	});
});
