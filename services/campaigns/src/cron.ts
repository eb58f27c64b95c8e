import { markCron } from "@cloudpbx/db/mark-work";
import { createContext } from "./context.ts";
import { sweep } from "./sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: CampaignsEnv,
	context: ExecutionContext,
): Promise<void> {
	const ctx = createContext(env, context);
	await sweep(ctx);
	await markCron(ctx.db, "campaigns", ctx.now());
}
