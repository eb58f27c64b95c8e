import type { Result } from "./errors.ts";

export type ServiceName = "voice" | "messaging" | "campaigns" | "provisioning" | "admin";

/** A Worker's state. `databaseMilliseconds` is one trivial read, measured now. */
export interface ServiceHealth {
	service: ServiceName;
	databaseMilliseconds: number;
}

/** Every Worker with an RPC surface has it; a refusal says what is missing. */
export interface HealthRpc {
	health(): Promise<Result<ServiceHealth>>;
}
