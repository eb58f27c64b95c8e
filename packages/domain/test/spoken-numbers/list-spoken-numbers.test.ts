import { describe, expect, it } from "vitest";
import { splitWords } from "../../src/directory/split-words.ts";
import { listSpokenNumbers } from "../../src/spoken-numbers/list-spoken-numbers.ts";
import { sayKeys, type Tongue } from "./say-number.ts";

declare const console: { log(text: string): void };

const read = (words: string) => listSpokenNumbers(splitWords(words)).map(({ digits }) => digits);
const tongues: readonly Tongue[] = ["en", "es", "fr", "de", "it", "pt"];

describe("the keys 101 to 199 as people say them", () => {
	it.each(tongues)("are understood in %s in every form", (tongue) => {
		const cases = Array.from({ length: 99 }, (_, index) => 101 + index).flatMap((keys) =>
			sayKeys(keys, tongue).map((words) => ({ words, keys: String(keys) })),
		);
		const missed = cases.filter(({ words, keys }) => read(words).join(" ") !== keys);
		const rate = (1 - missed.length / cases.length) * 100;
		console.log(
			`spoken keys, ${tongue}: ${cases.length - missed.length} of ${cases.length} (${rate.toFixed(1)} %)`,
		);
		expect(missed.slice(0, 5)).toEqual([]);
	});
});

describe("spoken numbers", () => {
	it.each([
		["the extension is one double zero", ["100"]],
		["one o one", ["101"]],
		["one o won", ["101"]],
		["one oh too", ["102"]],
		["oh, one oh two please", ["102"]],
		["um, one uh oh three", ["103"]],
		["100 and 1", ["101"]],
		["extension 112", ["112"]],
		["two hundred", ["200"]],
		["fünfhundert", ["500"]],
		["eins zwo drei", ["123"]],
		["quatre-vingt-dix-neuf", ["99"]],
		["meia dois um", ["621"]],
	])("reads %j", (words, expected) => {
		expect(read(words)).toEqual(expected);
	});

	it("takes neighbouring numbers as one, so that no part of a telephone number is an extension", () => {
		expect(read("call four one five, five five five, oh one nine nine")).toEqual(["4155550199"]);
		expect(read("plus uno nueve cero cero cinco cinco cinco")).toEqual(["1900555"]);
		expect(read("101 555 0199")).toEqual(["1015550199"]);
	});

	it("takes no word for a number that is another word alone", () => {
		for (const words of ["um hello", "un momento", "oh hello", "una persona", "ein Moment", "once more"])
			expect(read(words), words).toEqual([]);
	});

	it("says in which language a number was said, and of figures none", () => {
		const languageOf = (words: string) => listSpokenNumbers(splitWords(words))[0]?.language;
		expect(
			["one o one", "uno cero uno", "cent un", "hundertzwölf", "centouno", "cento e um", "101"].map(
				languageOf,
			),
		).toEqual(["en", "es", "fr", "de", "it", "pt", null]);
	});
});
