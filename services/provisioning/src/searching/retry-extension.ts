import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { findExtension, getExtension } from "../extensions/find-extension.ts";
import { startProvisioning } from "./start-provisioning.ts";

export async function retryExtension(ctx: Context, extensionId: string): Promise<Result<Extension>> {
	const { db, now, announce } = ctx;
	const [retried] = await db
		.update(extensions)
		.set({
			status: "provisioning",
			reason: null,
			provisioningRun: sql`${extensions.provisioningRun} + 1`,
			updatedAt: now(),
		})
		.where(and(eq(extensions.id, extensionId), eq(extensions.status, "failed")))
		.returning({ run: extensions.provisioningRun });
	if (retried) {
		announce([{ kind: "extension", extensionId, status: "provisioning" }]);
		await startProvisioning(ctx, { extensionId, run: retried.run });
		return accept(await getExtension(ctx, extensionId));
	}
	const extension = await findExtension(ctx, extensionId);
	if (!extension) return refuse("not_found", "There is no such extension.");
	if (extension.status === "provisioning") return accept(extension);
	return refuse(
		"conflict",
		`Extension ${extension.ext} is ${extension.status}; only a failed one can be retried.`,
	);
}
