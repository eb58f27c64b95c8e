import { type Result, refuse } from "@cloudpbx/contracts/errors";
import type { HealthRpc, ServiceHealth, ServiceName } from "@cloudpbx/contracts/health";
import { settings } from "@cloudpbx/db/schema/admin";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";

const serviceNames = ["admin", "voice", "messaging", "campaigns", "provisioning"] as const;

export interface MeshHealth {
	isReady: boolean;
	services: { service: ServiceName; isReady: boolean; message: string | null }[];
}

/** Asks every Worker at once. A silent Worker makes the mesh not ready; it never throws. */
export async function checkMesh(ctx: Context): Promise<MeshHealth> {
	if (!(await isReadyMarked(ctx))) {
		const message = "The demo company is moving in.";
		return {
			isReady: false,
			services: serviceNames.map((service) => ({ service, isReady: false, message })),
		};
	}
	const services = await Promise.all([
		report("admin", checkHealth("admin", ctx.env.DB)),
		report("voice", ask("voice", ctx.voice)),
		report("messaging", ask("messaging", ctx.messaging)),
		report("campaigns", ask("campaigns", ctx.campaigns)),
		report("provisioning", ask("provisioning", ctx.provisioning)),
	]);
	return { isReady: services.every((service) => service.isReady), services };
}

/** Locally the demo data is written after the Workers have started. */
async function isReadyMarked({ db, env }: Context): Promise<boolean> {
	if (env.READY_MARK === "") return true;
	try {
		const [row] = await db.select().from(settings).where(eq(settings.key, "readyMark"));
		return row?.value === env.READY_MARK;
	} catch {
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
