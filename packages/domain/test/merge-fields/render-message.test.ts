import { describe, expect, it } from "vitest";
import {
	fieldsOf,
	listMergeFields,
	missingFields,
	renderMessage,
	replaceOtherwise,
} from "../../src/merge-fields/render-message.ts";

describe("a message for one recipient", () => {
	it.each([
		["Hi {{firstName}}!", { firstName: "Ann" }, "Hi Ann!"],
		["Hi {{ First Name }}!", { first_name: " Ann " }, "Hi Ann!"],
		["Hi {{name|there}}!", null, "Hi there!"],
		["Hi {{name|there}}!", { name: "  " }, "Hi there!"],
		["Hi {{name}}, welcome", null, "Hi, welcome"],
		["{{name}} hello  you", {}, "hello you"],
		["Two  spaces stay", null, "Two  spaces stay"],
		["{{a}}{{b}}{{a}}", { a: "1", b: "2" }, "121"],
		["{{a}}", { a: "{{b}}", b: "no" }, "{{b}}"],
		["$& {{a}}", { a: "$1 $&" }, "$& $1 $&"],
		["{{größe}}", { Größe: "XL" }, "XL"],
		["{{}} {{a{b}} {{ }}", { a: "1" }, "{{}} {{a{b}} {{ }}"],
	])("%j with %j reads %j", (message, fields, text) => {
		expect(renderMessage(message, fields)).toBe(text);
	});

	it("names each of its fields once", () => {
		expect(fieldsOf("{{a}} {{b|x}} {{a}} {{ c }}")).toEqual(["a", "b", "c"]);
		expect(fieldsOf("nobody")).toEqual([]);
	});

	it.each([
		["{{a}}", null, ["a"]],
		["{{a}}", { a: "" }, ["a"]],
		["{{a|x}}", null, []],
		["{{a| }}", null, ["a"]],
		["{{a}} {{ B }} {{ B }} {{c|d}}", { A: "1" }, ["B"]],
		["{{a}}", { A: "1" }, []],
		["plain", null, []],
	])("%j with %j lacks %j", (message, fields, missing) => {
		expect(missingFields(message, fields)).toEqual(missing);
	});
});

describe("the fields of a message", () => {
	it("are listed once, with the word that stands in for a missing value", () => {
		expect(listMergeFields("{{firstName}} {{ First Name | you }} {{city}}")).toEqual([
			{ name: "firstName", otherwise: "you" },
			{ name: "city", otherwise: "" },
		]);
	});

	it.each([
		["Hi {{name}}, {{city|here}}", "name", "there", "Hi {{name|there}}, {{city|here}}"],
		["Hi {{ Name | you }}", "name", "", "Hi {{Name}}"],
		["Hi {{name}}", "name", "a}}b|c", "Hi {{name|abc}}"],
		["Hi {{name}}", "name", "$&", "Hi {{name|$&}}"],
	])("%j with another word for %s", (message, field, word, changed) => {
		expect(replaceOtherwise(message, field, word)).toBe(changed);
	});
});
