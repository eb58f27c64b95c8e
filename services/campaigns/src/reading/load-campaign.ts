import { accept, type Result } from "@cloudpbx/contracts/errors";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { eq } from "drizzle-orm";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { unknownCampaign } from "./refusals.ts";

export async function findCampaign(ctx: Context, id: string): Promise<Result<CampaignRow>> {
	const [row] = await selectCampaign(ctx, id);
	return row ? accept(row) : unknownCampaign;
}

export function selectCampaign({ db }: Context, id: string) {
	return db.select().from(campaignTable).where(eq(campaignTable.id, id));
}
