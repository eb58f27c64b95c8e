import { WorkerEntrypoint } from "cloudflare:workers";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc";
import { checkHealth } from "@cloudpbx/kit/check-health";

export class MessagingService extends WorkerEntrypoint<MessagingEnv> implements MessagingRpc {
	health() {
		return checkHealth("messaging", this.env.DB);
	}
}
