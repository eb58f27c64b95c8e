import type { AiBinding } from "../src/models/ai-binding.ts";

export interface ModelCallSeen {
	model: string;
	inputs: Record<string, unknown>;
	signal: AbortSignal | undefined;
}

type Script = (call: ModelCallSeen, count: number) => unknown;

/** Answers by a script, one function per model or for all, and records the calls. */
export function scriptedAi(script: Script | Record<string, Script>): AiBinding & { calls: ModelCallSeen[] } {
	const calls: ModelCallSeen[] = [];
	return {
		calls,
		async run(model, inputs, options) {
			const call = { model, inputs, signal: options?.signal };
			calls.push(call);
			const answer = typeof script === "function" ? script : script[model];
			if (answer === undefined) throw new Error(`5007: No such model ${model} or task`);
			return answer(call, calls.length);
		},
	};
}

export function never(): Promise<never> {
	return new Promise(() => {});
}

export function failWith(message: string): Script {
	return () => {
		throw Object.assign(new Error(message), { name: "InferenceUpstreamError" });
	};
}
