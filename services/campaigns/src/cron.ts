import { openCampaigns } from "./open-campaigns.ts";
import { sweep } from "./operations/sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: CampaignsEnv,
	context: ExecutionContext,
): Promise<void> {
	await sweep(openCampaigns(env, context));
}
