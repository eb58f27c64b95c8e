import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import type { Principal } from "./domain/people/principal.ts";
import type { Bindings } from "./env.ts";

/** Dependencies of one request or one run of the cron. */
export interface Context {
	env: Bindings;
	db: Db;
	voice: VoiceRpc;
	messaging: MessagingRpc;
	campaigns: CampaignsRpc;
	provisioning: ProvisioningRpc;
	/** Null outside of a request. */
	requestId: string | null;
	now: Date;
}

export interface ActorContext extends Context {
	actor: { kind: "user" | "key" | "system"; id: string | null; name: string };
}

export interface CallerContext extends ActorContext {
	principal: Principal;
}

export function createContext(env: Bindings, requestId: string | null = null): Context {
	return {
		env,
		db: openDb(env.DB),
		voice: env.VOICE,
		messaging: env.MESSAGING,
		campaigns: env.CAMPAIGNS,
		provisioning: env.PROVISIONING,
		requestId,
		now: new Date(),
	};
}
