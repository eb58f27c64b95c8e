import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import type { RequestIdVariables } from "hono/request-id";
import type { Principal } from "./domain/people/principal.ts";

type Bound<Methods> = Fetcher<Methods & Rpc.WorkerEntrypointBranded>;

/** The generated bindings with the RPC surfaces filled in: no service imports another one's code, not even for types. */
export type Bindings = Omit<AdminEnv, "VOICE" | "MESSAGING" | "CAMPAIGNS" | "PROVISIONING"> & {
	VOICE: Bound<VoiceRpc>;
	MESSAGING: Bound<MessagingRpc>;
	CAMPAIGNS: Bound<CampaignsRpc>;
	/** As it is: the types of RPC make a list of a pair, and opening hours are pairs. */
	PROVISIONING: Fetcher & ProvisioningRpc;
};

/** What a handler finds in its context. `principal` and `alongside` are set by the guard of the route, and only there. */
export interface ApiEnv {
	Bindings: Bindings;
	Variables: RequestIdVariables & {
		principal: Principal;
		/** What the route read with the credential: access/alongside.ts. */
		alongside: readonly unknown[];
	};
}
