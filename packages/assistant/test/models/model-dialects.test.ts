import { describe, expect, it } from "vitest";
import { buildModelInputs } from "../../src/models/build-model-inputs.ts";
import { classifyModelError } from "../../src/models/classify-model-error.ts";
import { listModels } from "../../src/models/list-models.ts";

const question = {
	messages: [{ role: "user" as const, content: "hello" }],
	maxTokens: 200,
	schema: { name: "answer", schema: { type: "object" } },
	isPlain: false,
};

describe("buildModelInputs", () => {
	it("always limits the tokens, in both words where a family may want either", () => {
		for (const model of [
			"@cf/meta/llama-3.3-70b-instruct-fp8-fast",
			"@cf/zai-org/glm-4.7-flash",
			"@cf/new/model",
		])
			expect(buildModelInputs(model, question).max_tokens).toBe(200);
		expect(buildModelInputs("@cf/google/gemma-4-26b-a4b-it", question).max_completion_tokens).toBe(200);
	});

	it("gives Llama the bare schema and no switches it does not know", () => {
		const inputs = buildModelInputs("@cf/meta/llama-3.3-70b-instruct-fp8-fast", question);
		expect(inputs.response_format).toEqual({ type: "json_schema", json_schema: { type: "object" } });
		expect(inputs).not.toHaveProperty("chat_template_kwargs");
		expect(inputs).not.toHaveProperty("max_completion_tokens");
	});

	it("gives OpenAI-style models the named schema and switches thinking off", () => {
		for (const model of [
			"@cf/zai-org/glm-4.7-flash",
			"@cf/google/gemma-4-26b-a4b-it",
			"@cf/qwen/qwen3.8-27b",
			"@cf/x/y",
		]) {
			const inputs = buildModelInputs(model, question);
			expect(inputs.chat_template_kwargs).toEqual({ enable_thinking: false });
			expect(inputs.response_format).toMatchObject({
				json_schema: { name: "answer", schema: { type: "object" } },
			});
		}
	});

	it("asks a model that always thinks to think little, and leaves it tokens for it", () => {
		const inputs = buildModelInputs("@cf/openai/gpt-oss-20b", question);
		expect(inputs.reasoning_effort).toBe("low");
		expect(inputs.max_tokens).toBeGreaterThan(200);
		expect(inputs).not.toHaveProperty("chat_template_kwargs");
	});

	it("asks for plain words without a schema", () => {
		expect(buildModelInputs("@cf/x/y", { ...question, schema: null })).not.toHaveProperty("response_format");
	});
});

describe("classifyModelError", () => {
	it.each([
		["3036: You have used up your daily free allocation of 10,000 neurons.", "allocation_used_up"],
		[
			"4006: you have used up your daily free allocation of 10,000 neurons, please upgrade",
			"allocation_used_up",
		],
		["AiError: 3040: Capacity temporarily exceeded for @cf/a/b, please try again", "out_of_capacity"],
		["5007: No such model @cf/meta/llama-3.1-8b-instruct or task", "no_such_model"],
		["5035: needs paid plan", "not_allowed"],
		["3007: Request timeout", "timed_out"],
		["3006: Request is too large", "rejected_input"],
		["5006: Error: oneOf at '/' not met", "rejected_input"],
		["5024: JSON Mode couldn't be met", "json_mode_failed"],
		["Network connection lost.", "error"],
		["8000: Unknown internal error", "error"],
	])("calls %j %s", (message, failure) => {
		expect(classifyModelError(new Error(message))).toBe(failure);
	});

	it("knows an abort by its name, and survives what is no error", () => {
		expect(classifyModelError(new DOMException("The operation was aborted", "AbortError"))).toBe("timed_out");
		expect(classifyModelError(undefined)).toBe("error");
		expect(classifyModelError("3040")).toBe("out_of_capacity");
	});
});

describe("listModels", () => {
	it("puts the model before its fallbacks, without blanks and repetitions", () => {
		expect(listModels({ AI_MODEL: " a ", AI_FALLBACK_MODELS: "b, ,c,a," })).toEqual(["a", "b", "c"]);
	});

	it("is empty when nothing is configured", () => {
		expect(listModels({})).toEqual([]);
		expect(listModels({ AI_MODEL: "", AI_FALLBACK_MODELS: "" })).toEqual([]);
	});
});
