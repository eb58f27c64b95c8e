import { WorkerEntrypoint } from "cloudflare:workers";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc";
import { checkHealth } from "@cloudpbx/kit/check-health";

export class ProvisioningService extends WorkerEntrypoint<ProvisioningEnv> implements ProvisioningRpc {
	health() {
		return checkHealth("provisioning", this.env.DB);
	}
}
