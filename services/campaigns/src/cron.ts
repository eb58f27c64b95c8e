import { markCron } from "@cloudpbx/db/mark-work";
import { openCampaigns } from "./open-campaigns.ts";
import { sweep } from "./sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: CampaignsEnv,
	context: ExecutionContext,
): Promise<void> {
	const campaigns = openCampaigns(env, context);
	await sweep(campaigns);
	await markCron(campaigns.db, "campaigns", campaigns.now());
}
