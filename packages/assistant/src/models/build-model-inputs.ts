import type { ChatMessage } from "./ai-binding.ts";

export interface AnswerSchema {
	name: string;
	schema: Record<string, unknown>;
}

export interface ModelQuestion {
	messages: readonly ChatMessage[];
	maxTokens: number;
	schema: AnswerSchema | null;
	/** Without JSON mode and family switches, for a model that refuses them. */
	isPlain: boolean;
}

const thinkingTokens = 600;

interface Family {
	pattern: RegExp;
	/** Llama's JSON mode takes the bare schema, OpenAI's wraps it: workers-types, `response_format`. */
	schemaStyle: "bare" | "wrapped";
	thinking: "none" | "can be switched off" | "always";
}

const families: readonly Family[] = [
	{
		pattern: /\/(?:llama|meta-llama|mistral|hermes|gemma-3|gemma-7b|deepseek-coder)/,
		schemaStyle: "bare",
		thinking: "none",
	},
	{ pattern: /\/(?:gpt-oss|glm-5\.3)/, schemaStyle: "wrapped", thinking: "always" },
];
const openaiStyle: Family = { pattern: /^/, schemaStyle: "wrapped", thinking: "can be switched off" };

/** Builds the inputs of `AI.run` in the dialect of the model's family; unknown families get OpenAI's. */
export function buildModelInputs(model: string, question: ModelQuestion): Record<string, unknown> {
	const family = families.find(({ pattern }) => pattern.test(model)) ?? openaiStyle;
	const maxTokens = question.maxTokens + (family.thinking === "always" ? thinkingTokens : 0);
	const inputs: Record<string, unknown> = {
		messages: question.messages.map(({ role, content }) => ({ role, content })),
		max_tokens: maxTokens,
		temperature: 0,
	};
	if (family.schemaStyle === "wrapped") inputs.max_completion_tokens = maxTokens;
	if (question.isPlain) return inputs;
	if (family.thinking === "can be switched off") inputs.chat_template_kwargs = { enable_thinking: false };
	if (family.thinking === "always") inputs.reasoning_effort = "low";
	if (question.schema !== null) inputs.response_format = formatOf(question.schema, family);
	return inputs;
}

function formatOf({ name, schema }: AnswerSchema, { schemaStyle }: Family): Record<string, unknown> {
	return {
		type: "json_schema",
		json_schema: schemaStyle === "bare" ? schema : { name, schema, strict: true },
	};
}
