import { describe, expect, it } from "vitest";
import { readJsonObject } from "../../src/models/read-json-object.ts";
import { readModelAnswer } from "../../src/models/read-model-answer.ts";

describe("readModelAnswer", () => {
	it.each([
		["Llama, words", { response: "hello", usage: { total_tokens: 3 } }],
		["OpenAI chat completion", { choices: [{ index: 0, message: { role: "assistant", content: "hello" } }] }],
		["OpenAI content parts", { choices: [{ message: { content: [{ type: "text", text: "hello" }] } }] }],
		["text completion", { choices: [{ text: "hello" }] }],
		[
			"Responses API",
			{
				output: [
					{ type: "reasoning" },
					{ type: "message", content: [{ type: "output_text", text: "hello" }] },
				],
			},
		],
		["a bare string", "hello"],
		["the REST API around it", { result: { response: "hello" }, success: true }],
		["thinking before it", { response: "<think>they greet</think>\nhello" }],
	])("reads %s", (_, raw) => {
		expect(readModelAnswer(raw)).toEqual({ kind: "text", text: "hello" });
	});

	it("reads the object of Llama's JSON mode", () => {
		expect(readModelAnswer({ response: { n: 1 } })).toEqual({ kind: "object", value: { n: 1 } });
	});

	it.each([
		null,
		undefined,
		7,
		"",
		"   ",
		{},
		{ response: null },
		{ response: "" },
		{ choices: [] },
		{ choices: [null] },
		{ choices: [{ message: { content: null, reasoning_content: "hm" } }] },
		{ output: [] },
		{ response: "<think>and it never stops" },
		[],
	])("finds nothing in %j", (raw) => {
		expect(readModelAnswer(raw)).toEqual({ kind: "empty" });
	});
});

describe("readJsonObject", () => {
	const read = (text: string) => readJsonObject({ kind: "text", text });

	it("reads an object alone, in a fence, and with words around it", () => {
		for (const text of ['{"a": "}"}', '```json\n{"a": "}"}\n```', 'Sure! {"a": "}"} Anything else?'])
			expect(read(text)).toEqual({ a: "}" });
	});

	it("reads escaped quotes and nested objects", () => {
		expect(read('{"a": {"b": "\\"{"}}')).toEqual({ a: { b: '"{' } });
	});

	it("finds nothing in words, arrays, broken or unfinished JSON", () => {
		for (const text of ["hello", "[1]", "{a: 1}", '{"a": 1', '{"a": "1}']) expect(read(text)).toBeNull();
	});
});
