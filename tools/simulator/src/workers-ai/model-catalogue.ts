/** `paid` models refuse an account on the free plan, as the simulated one. */
export type ModelFamily = "llama" | "openai" | "whisper" | "paid";

/** Models of November 2026 for a phone system. Other names are refused with 5007. */
const catalogue: Readonly<Record<ModelFamily, readonly string[]>> = {
	llama: [
		"@cf/meta/llama-3.3-70b-instruct-fp8-fast",
		"@cf/meta/llama-3.1-8b-instruct-fast",
		"@cf/meta/llama-4-scout-17b-16e-instruct",
	],
	openai: [
		"@cf/zai-org/glm-4.7-flash",
		"@cf/zai-org/glm-5.3",
		"@cf/zai-org/glm-5.3-flash",
		"@cf/google/gemma-4-26b-a4b-it",
		"@cf/openai/gpt-oss-20b",
		"@cf/openai/gpt-oss-120b",
		"@cf/qwen/qwen3-30b-a3b-fp8",
		"@cf/qwen/qwen3.8-27b",
		"@cf/deepseek-ai/deepseek-v4-flash-0731",
		"@cf/deepseek-ai/deepseek-v4-pro-0813",
	],
	whisper: ["@cf/openai/whisper", "@cf/openai/whisper-large-v3-turbo"],
	paid: ["@cf/moonshotai/kimi-k2.6", "@cf/moonshotai/kimi-k2.7-code", "@cf/zai-org/glm-5.2"],
};

export function findFamily(model: string): ModelFamily | null {
	const families = Object.keys(catalogue) as ModelFamily[];
	return families.find((family) => catalogue[family].includes(model)) ?? null;
}

/** Models that reason before they answer unless told not to. */
export function thinksByDefault(model: string): boolean {
	return /glm|gemma-4|qwen3|gpt-oss|deepseek-v4/.test(model);
}
