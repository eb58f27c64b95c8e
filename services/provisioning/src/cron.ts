import { markCron } from "@cloudpbx/db/mark-work";
import { createContext } from "./context.ts";
import { reportNumbers, sweepNumbers } from "./sweep/sweep-numbers.ts";

/** The quietest hour of North America, UTC. */
const comparisonHour = 9;

export async function sweep(
	controller: ScheduledController,
	env: ProvisioningEnv,
	execution: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
	const ctx = createContext(env, execution);
	await sweepNumbers(ctx);
	await markCron(ctx.db, "provisioning", ctx.now());
	const at = new Date(controller.scheduledTime);
	if (at.getUTCHours() === comparisonHour && at.getUTCMinutes() < 5) await reportNumbers(ctx);
}
