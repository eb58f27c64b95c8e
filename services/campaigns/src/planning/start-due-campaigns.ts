import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { startCampaigns } from "./start-campaign.ts";

export async function startDueCampaigns(ctx: Context): Promise<string[]> {
	const due = and(
		eq(campaignTable.status, "scheduled"),
		eq(campaignTable.isComplete, true),
		lte(sql`coalesce(${campaignTable.startAt}, 0)`, ctx.now().getTime()),
	);
	const started = await startCampaigns(ctx, due);
	return [...new Set(started.map(({ fromNumber }) => fromNumber))];
}
