import { markCron } from "@cloudpbx/db/mark-work";
import { openProvisioning } from "./context.ts";
import { reportNumbers, sweepNumbers } from "./sweep/sweep-numbers.ts";

/** Once a day, in the quietest hour of North America: the run of 09:00 UTC. */
const comparisonHour = 9;

export async function sweep(
	controller: ScheduledController,
	env: ProvisioningEnv,
	context: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
	const provisioning = openProvisioning(env, context);
	await sweepNumbers(provisioning, env.PROVISION_EXTENSION);
	await markCron(provisioning.db, "provisioning", provisioning.now());
	const at = new Date(controller.scheduledTime);
	if (at.getUTCHours() === comparisonHour && at.getUTCMinutes() < 5) await reportNumbers(provisioning);
}
