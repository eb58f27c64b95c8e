import type { Result } from "./errors.ts";

export type ServiceName = "voice" | "messaging" | "campaigns" | "provisioning" | "admin";

/** What a Worker knows about itself. `databaseMilliseconds` is one trivial read, measured now. */
export interface ServiceHealth {
	service: ServiceName;
	databaseMilliseconds: number;
}

/** Every Worker with an RPC surface answers this; a refusal says which of its needs is missing. */
export interface HealthRpc {
	health(): Promise<Result<ServiceHealth>>;
}
