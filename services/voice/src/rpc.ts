import { WorkerEntrypoint } from "cloudflare:workers";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc";
import { checkHealth } from "@cloudpbx/kit/check-health";

export class VoiceService extends WorkerEntrypoint<VoiceEnv> implements VoiceRpc {
	health() {
		return checkHealth("voice", this.env.DB);
	}
}
