import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import type { RequestIdVariables } from "hono/request-id";
import type { Principal } from "./domain/people/principal.ts";

type Bound<Methods> = Fetcher<Methods & Rpc.WorkerEntrypointBranded>;

export type Bindings = Omit<AdminEnv, "VOICE" | "MESSAGING" | "CAMPAIGNS" | "PROVISIONING"> & {
	VOICE: Bound<VoiceRpc>;
	MESSAGING: Bound<MessagingRpc>;
	CAMPAIGNS: Bound<CampaignsRpc>;
	/** Not branded: the RPC types turn a pair into a list, and opening hours are pairs. */
	PROVISIONING: Fetcher & ProvisioningRpc;
};

/** Variables of hono's context. Only the guard sets `principal` and `alongside`. */
export interface ApiEnv {
	Bindings: Bindings;
	Variables: RequestIdVariables & {
		principal: Principal;
		alongside: readonly unknown[];
	};
}
