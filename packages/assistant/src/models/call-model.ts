import type { AiBinding } from "./ai-binding.ts";
import { classifyModelError, type ModelFailure } from "./classify-model-error.ts";
import type { Timers } from "./timers.ts";

export type ModelCall = { ok: true; raw: unknown } | { ok: false; failure: ModelFailure; detail: string };

export interface ModelRequest {
	model: string;
	inputs: Record<string, unknown>;
	limitMilliseconds: number;
}

/** One `AI.run` within a time limit; never throws. A late answer is dropped. */
export async function callModel(ai: AiBinding, request: ModelRequest, timers: Timers): Promise<ModelCall> {
	const call = new AbortController();
	const limit = new AbortController();
	const milliseconds = request.limitMilliseconds;
	const late = timers.wait(milliseconds, limit.signal).then((): ModelCall => {
		call.abort();
		return { ok: false, failure: "timed_out", detail: `no answer within ${Math.round(milliseconds)} ms` };
	});
	try {
		return await Promise.race([runModel(ai, request, call.signal), late]);
	} finally {
		limit.abort();
	}
}

async function runModel(ai: AiBinding, request: ModelRequest, signal: AbortSignal): Promise<ModelCall> {
	try {
		return { ok: true, raw: await runWithSignal(ai, request, signal) };
	} catch (error) {
		const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
		return { ok: false, failure: classifyModelError(error), detail: detail.slice(0, 200) };
	}
}

/** Over Workers RPC a signal needs `enable_abortsignal_rpc`; without it the call is abandoned, not aborted. */
async function runWithSignal(
	ai: AiBinding,
	{ model, inputs }: ModelRequest,
	signal: AbortSignal,
): Promise<unknown> {
	try {
		return await ai.run(model, inputs, { signal });
	} catch (error) {
		if (error instanceof Error && error.name === "DataCloneError") return ai.run(model, inputs, {});
		throw error;
	}
}
