import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { instanceIdOf, type ProvisioningRun } from "../domain/provisioning-run.ts";

/** Never fails: the sweep starts a Workflow that could not be started. */
export async function startProvisioning(
	{ workflow }: Context,
	provisioningRun: ProvisioningRun,
): Promise<void> {
	try {
		await workflow.create({ id: instanceIdOf(provisioningRun), params: provisioningRun });
	} catch (error) {
		log.warn("provisioning_not_started", { ...provisioningRun, reason: describeError(error) });
	}
}
