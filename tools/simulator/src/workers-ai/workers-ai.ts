import { WorkerEntrypoint } from "cloudflare:workers";
import { type AiNetwork, runModel } from "./run-model.ts";

interface WorkersAiEnv {
	NETWORK: { getByName(name: string): AiNetwork };
	AI_LOCAL_URL?: string;
}

/** Stands in for the `ai` binding: bind it as a service to this entrypoint. */
export class WorkersAi extends WorkerEntrypoint<WorkersAiEnv> {
	async run(model: string, inputs: unknown, options?: { signal?: AbortSignal }): Promise<unknown> {
		const surroundings = {
			network: this.env.NETWORK.getByName("network"),
			localUrl: this.env.AI_LOCAL_URL ?? "",
			send: (url: RequestInfo | URL, init?: RequestInit) => fetch(url, init),
			wait: (milliseconds: number, signal: AbortSignal | undefined) =>
				waitUnlessAborted(milliseconds, signal),
		};
		return runModel(surroundings, model, inputs, options);
	}
}

function waitUnlessAborted(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	return scheduler.wait(milliseconds, signal === undefined ? {} : { signal });
}
