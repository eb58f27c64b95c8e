import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ServiceHealth, ServiceName } from "@cloudpbx/contracts/health";
import { describeError, log } from "./log.ts";

/** Reads a migrated table. `fault`: a mistake in the configuration, in words for the installer. */
export async function checkHealth(
	service: ServiceName,
	database: D1Database,
	fault: string | null = null,
): Promise<Result<ServiceHealth>> {
	if (fault) return refuse("precondition_failed", `${service}: ${fault}`);
	const startedAt = Date.now();
	try {
		await database.prepare("SELECT key FROM settings LIMIT 1").first();
		return accept({ service, databaseMilliseconds: Date.now() - startedAt });
	} catch (error) {
		log.error("health_check_failed", { service, reason: describeError(error) });
		return refuse("upstream_unavailable", `${service} cannot read its database.`);
	}
}
