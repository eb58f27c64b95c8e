import { describe, expect, it } from "vitest";
import { fieldsOf, missingFields, renderMessage } from "../../src/domain/render-message.ts";

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
