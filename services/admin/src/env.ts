import type { CampaignsRpc, MessagingRpc, ProvisioningRpc, VoiceRpc } from "@cloudpbx/contracts/rpc";

type Bound<Methods> = Fetcher<Methods & Rpc.WorkerEntrypointBranded>;

/** The generated bindings with the RPC surfaces filled in: no service imports another one's code, not even for types. */
export type Bindings = Omit<AdminEnv, "VOICE" | "MESSAGING" | "CAMPAIGNS" | "PROVISIONING"> & {
	VOICE: Bound<VoiceRpc>;
	MESSAGING: Bound<MessagingRpc>;
	CAMPAIGNS: Bound<CampaignsRpc>;
	PROVISIONING: Bound<ProvisioningRpc>;
};
