/** Lists `AI_MODEL`, then `AI_FALLBACK_MODELS` separated by commas. */
export function listModels(config: { AI_MODEL?: string; AI_FALLBACK_MODELS?: string }): string[] {
	const names = [config.AI_MODEL ?? "", ...(config.AI_FALLBACK_MODELS ?? "").split(",")];
	return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
}
