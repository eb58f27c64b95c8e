import { type Result, refuse } from "@cloudpbx/contracts/errors";
import type { HealthRpc, ServiceHealth, ServiceName } from "@cloudpbx/contracts/health";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Bindings } from "../env.ts";

export interface MeshHealth {
	isReady: boolean;
	services: { service: ServiceName; isReady: boolean; message: string | null }[];
}

/** Asks every Worker of the mesh at once; one that does not answer makes the mesh not ready, never the answer fail. */
export async function checkMesh(env: Bindings): Promise<MeshHealth> {
	const services = await Promise.all([
		report("admin", checkHealth("admin", env.DB)),
		report("voice", ask("voice", env.VOICE)),
		report("messaging", ask("messaging", env.MESSAGING)),
		report("campaigns", ask("campaigns", env.CAMPAIGNS)),
		report("provisioning", ask("provisioning", env.PROVISIONING)),
	]);
	return { isReady: services.every((service) => service.isReady), services };
}

async function ask(service: ServiceName, worker: HealthRpc): Promise<Result<ServiceHealth>> {
	try {
		return await worker.health();
	} catch (error) {
		log.error("service_unreachable", { service, reason: describeError(error) });
		return refuse("upstream_unavailable", `${service} does not answer.`);
	}
}

async function report(service: ServiceName, answer: Promise<Result<ServiceHealth>>) {
	const health = await answer;
	return { service, isReady: health.ok, message: health.ok ? null : health.error.message };
}
