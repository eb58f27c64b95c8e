import { extensions } from "@cloudpbx/db/schema/provisioning";
import { log } from "@cloudpbx/kit/log";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { instanceIdOf, type ProvisioningRun } from "../domain/provisioning-run.ts";
import { startProvisioning } from "./start-provisioning.ts";

/** A killed Workflow may report these for ever. */
const liveStatuses: readonly InstanceStatus["status"][] = [
	"queued",
	"running",
	"waiting",
	"waitingForPause",
	"paused",
];

/** In waits of the first retry, twice the longest time between two tries. A wrong guess is safe: runs share the order. */
const believedWaits = 60;

/** Starts a Workflow that never was, and a new run for one that died. */
export async function restartProvisioning(
	ctx: Context,
	{ startedAt, ...dead }: ProvisioningRun & { startedAt: Date },
): Promise<void> {
	const { db, now, retryBaseSeconds } = ctx;
	const instance = await findInstance(ctx, dead);
	if (!instance) {
		await db
			.update(extensions)
			.set({ updatedAt: now() })
			.where(
				and(
					eq(extensions.id, dead.extensionId),
					eq(extensions.status, "provisioning"),
					eq(extensions.provisioningRun, dead.run),
				),
			);
		return startProvisioning(ctx, dead);
	}
	const { status } = await instance.status();
	const believedUntil = startedAt.getTime() + believedWaits * retryBaseSeconds * 1000;
	if (liveStatuses.includes(status) && now().getTime() < believedUntil) return;
	const [next] = await db
		.update(extensions)
		.set({ provisioningRun: sql`${extensions.provisioningRun} + 1`, updatedAt: now() })
		.where(
			and(
				eq(extensions.id, dead.extensionId),
				eq(extensions.status, "provisioning"),
				eq(extensions.provisioningRun, dead.run),
			),
		)
		.returning({ run: extensions.provisioningRun });
	if (!next) return;
	log.warn("provisioning_restarted", { extensionId: dead.extensionId, run: next.run, status });
	await startProvisioning(ctx, { extensionId: dead.extensionId, run: next.run });
}

async function findInstance({ workflow }: Context, run: ProvisioningRun): Promise<WorkflowInstance | null> {
	try {
		return await workflow.get(instanceIdOf(run));
	} catch (error) {
		if (error instanceof Error && /not.?found/i.test(error.message)) return null;
		throw error;
	}
}
