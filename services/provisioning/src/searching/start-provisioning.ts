import { describeError, log } from "@cloudpbx/kit/log";
import type { ProvisioningRun } from "./provision-extension.ts";

/** The same run always has the same id, and an id is given only once: a run can be started twice and happens once. */
export function instanceIdOf({ extensionId, run }: ProvisioningRun): string {
	return `${extensionId}-${run}`;
}

/** When the Workflow cannot be started now the extension says "provisioning" nevertheless: the sweep starts it. */
export async function startProvisioning(
	workflow: Workflow<ProvisioningRun>,
	provisioningRun: ProvisioningRun,
): Promise<void> {
	try {
		await workflow.create({ id: instanceIdOf(provisioningRun), params: provisioningRun });
	} catch (error) {
		log.warn("provisioning_not_started", { ...provisioningRun, reason: describeError(error) });
	}
}
