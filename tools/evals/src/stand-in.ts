import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { runModel } from "../../simulator/src/workers-ai/run-model.ts";

export function createStandIn(): AiBinding {
	const surroundings = {
		network: {
			takeFault: async () => null,
			findTranscript: async () => null,
			noteModel: async () => undefined,
		},
		localUrl: process.env.AI_LOCAL_URL ?? "",
		send: fetch,
		wait: async () => {},
	};
	return { run: (model, inputs, options) => runModel(surroundings, model, inputs, options) };
}
