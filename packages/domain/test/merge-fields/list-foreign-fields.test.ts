import { describe, expect, it } from "vitest";
import { listForeignFields } from "../../src/merge-fields/list-foreign-fields.ts";
import { refuseForeignFields } from "../../src/merge-fields/refuse-foreign-fields.ts";
import { fields, heldOutFields, heldOutInnocent, innocent } from "./foreign-fields.ts";

const isSure = (text: string) => listForeignFields(`Hi ${text}, it is time.`).some((field) => field.isSure);
const isFound = (text: string) => listForeignFields(`Hi ${text}, it is time.`).length > 0;

describe("a message", () => {
	it.each(fields)("with %j is refused, or at least warned of", (text) => {
		expect(isFound(text), text).toBe(true);
	});

	it("is refused for nearly all of them, and for no text that a business sends", () => {
		const missed = fields.filter((text) => !isSure(text));
		const wrong = innocent.filter(isSure);
		const doubted = innocent.filter(isFound);
		console.log(
			`foreign fields: ${fields.length - missed.length} of ${fields.length} refused; innocent texts: ${wrong.length} of ${innocent.length} refused, ${doubted.length} warned of`,
		);
		expect(wrong).toEqual([]);
		expect(doubted).toEqual([]);
		expect(missed.length, missed.join("  ")).toBeLessThanOrEqual(3);
	});

	it("held out is judged as well", () => {
		const sure = heldOutFields.filter(isSure).length;
		const found = heldOutFields.filter(isFound).length;
		const wrong = heldOutInnocent.filter(isSure).length;
		console.log(
			`held out: ${sure} of ${heldOutFields.length} refused, ${found} at least warned of; innocent: ${wrong} of ${heldOutInnocent.length} refused`,
		);
		expect(found).toBeGreaterThanOrEqual(38);
		expect(wrong).toBe(0);
	});

	it.each([
		["{{contact.name | default: 'there'}}", "{{contact.name|there}}"],
		['{{ first_name | default: "friend" }}', "{{first_name|friend}}"],
		["{firstName}", "{{firstName}}"],
		["[FIRST_NAME]", "{{FIRST_NAME}}"],
		["[First Name|there]", "{{First Name|there}}"],
		["*|FNAME|*", "{{FNAME}}"],
		["%first_name%", "{{first_name}}"],
		["{{{name}}}", "{{name}}"],
		["{{name|'there'}}", "{{name|there}}"],
		["{{name", null],
		["{% if x %}", null],
	])("with %j is told to write %j", (text, suggestion) => {
		expect(listForeignFields(`Hi ${text}`)[0]?.suggestion).toBe(suggestion);
	});

	it("is told what was found and how it is written here", () => {
		expect(refuseForeignFields("Hi [FIRST_NAME], {city}!")).toBe(
			"“[FIRST_NAME]”, “{city}” are no field here and would be sent as they stand. A field is written {{FIRST_NAME}}, with a word for those who have none {{FIRST_NAME|there}}.",
		);
		expect(refuseForeignFields("Hi {{firstName|there}}")).toBeNull();
	});

	it("full of braces is read without delay", () => {
		const started = performance.now();
		for (const part of [
			"{",
			"{{",
			"[",
			"<",
			"%a",
			"@a",
			"«",
			"*|",
			"{{a|",
			"(",
			"_a",
			"{{{",
			"}}",
			"aA",
			"a_",
		]) {
			listForeignFields(part.repeat(1600 / part.length));
		}
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
