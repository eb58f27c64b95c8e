import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { showCampaign } from "@cloudpbx/db/show-campaign";
import { eq } from "drizzle-orm";
import type { CampaignRow } from "../campaign-row.ts";
import type { Context } from "../context.ts";
import { unknownCampaign } from "./refusals.ts";
import { loadSenderRates } from "./sending-settings.ts";

export async function loadCampaign(ctx: Context, id: string): Promise<Result<CampaignRow>> {
	const [row] = await selectCampaign(ctx, id);
	return row ? accept(row) : unknownCampaign;
}

export function selectCampaign({ db }: Context, id: string) {
	return db.select().from(campaignTable).where(eq(campaignTable.id, id));
}

/** One round trip, for the rates of the sending numbers. */
export async function toCampaign(ctx: Context, row: CampaignRow): Promise<Campaign> {
	return showCampaign(row, await loadSenderRates(ctx));
}
