import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { log } from "@cloudpbx/kit/log";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";

/** A campaign in another state than `sending` does not change. */
export async function pauseBySystem(ctx: Context, campaignId: string, reason: string): Promise<void> {
	const [paused] = await ctx.db
		.update(campaignTable)
		.set({ status: "paused", reason })
		.where(and(eq(campaignTable.id, campaignId), eq(campaignTable.status, "sending")))
		.returning({ id: campaignTable.id });
	if (!paused) return;
	log.warn("campaign_paused", { campaignId });
	ctx.announce([{ kind: "campaign", campaignId, status: "paused" }]);
}
