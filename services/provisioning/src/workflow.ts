import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { createContext } from "./context.ts";
import type { ProvisioningRun } from "./domain/provisioning-run.ts";
import { provisionExtension, type Steps } from "./searching/provision-extension.ts";

/** Eight minutes with the base of 15 s. Longer silences end in "failed", and the sweep. */
const retriesMax = 5;

export class ProvisionExtension extends WorkflowEntrypoint<ProvisioningEnv, ProvisioningRun> {
	override run(event: Readonly<WorkflowEvent<ProvisioningRun>>, step: WorkflowStep): Promise<string> {
		const retries = {
			limit: retriesMax,
			delay: this.env.RETRY_BASE_SECONDS * 1000,
			backoff: "exponential" as const,
		};
		return provisionExtension(stepsOf(step, retries), createContext(this.env, this.ctx), event.payload);
	}
}

function stepsOf(
	step: WorkflowStep,
	retries: { limit: number; delay: number; backoff: "exponential" },
): Steps {
	return {
		// Results are plain data; the engine's type for that cannot be expressed for a generic function.
		do: (name, work) => step.do(name, { retries, timeout: "5 minutes" }, work as never) as never,
	};
}
