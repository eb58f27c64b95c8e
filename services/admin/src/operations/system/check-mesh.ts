import { type Result, refuse } from "@cloudpbx/contracts/errors";
import type { HealthRpc, ServiceHealth, ServiceName } from "@cloudpbx/contracts/health";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Bindings } from "../../env.ts";

const serviceNames = ["admin", "voice", "messaging", "campaigns", "provisioning"] as const;

export interface MeshHealth {
	isReady: boolean;
	services: { service: ServiceName; isReady: boolean; message: string | null }[];
}

/** Asks every Worker of the mesh at once; one that does not answer makes the mesh not ready, never the answer fail. */
export async function checkMesh(env: Bindings): Promise<MeshHealth> {
	if (!(await isMovedIn(env))) {
		const message = "The demo company is moving in.";
		return {
			isReady: false,
			services: serviceNames.map((service) => ({ service, isReady: false, message })),
		};
	}
	const services = await Promise.all([
		report("admin", checkHealth("admin", env.DB)),
		report("voice", ask("voice", env.VOICE)),
		report("messaging", ask("messaging", env.MESSAGING)),
		report("campaigns", ask("campaigns", env.CAMPAIGNS)),
		report("provisioning", ask("provisioning", env.PROVISIONING)),
	]);
	return { isReady: services.every((service) => service.isReady), services };
}

/** Locally what `npm start` puts into the database comes after the Workers; nobody is to find it half there. */
async function isMovedIn({ DB, READY_MARK }: Bindings): Promise<boolean> {
	if (READY_MARK === "") return true;
	try {
		const [row] = await openDb(DB).select().from(settings).where(eq(settings.key, "readyMark"));
		return row?.value === READY_MARK;
	} catch {
		// The tables are still being made.
		return false;
	}
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
