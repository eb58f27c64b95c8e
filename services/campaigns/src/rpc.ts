import { WorkerEntrypoint } from "cloudflare:workers";
import type { CampaignsRpc } from "@cloudpbx/contracts/rpc";
import { checkHealth } from "@cloudpbx/kit/check-health";

export class CampaignsService extends WorkerEntrypoint<CampaignsEnv> implements CampaignsRpc {
	health() {
		return checkHealth("campaigns", this.env.DB);
	}
}
