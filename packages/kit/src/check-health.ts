import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ServiceHealth, ServiceName } from "@cloudpbx/contracts/health";
import { describeError, log } from "./log.ts";

/** One trivial read of the tables this Worker works with; a database without migrations is not healthy. */
export async function checkHealth(
	service: ServiceName,
	database: D1Database,
): Promise<Result<ServiceHealth>> {
	const startedAt = Date.now();
	try {
		await database.prepare("SELECT key FROM settings LIMIT 1").first();
		return accept({ service, databaseMilliseconds: Date.now() - startedAt });
	} catch (error) {
		log.error("health_check_failed", { service, reason: describeError(error) });
		return refuse("upstream_unavailable", `${service} cannot read its database.`);
	}
}
