import type { Page } from "@cloudpbx/contracts/api/page";
import type { Campaign, ListCampaigns } from "@cloudpbx/contracts/campaigns/campaigns";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { showCampaign } from "@cloudpbx/db/show-campaign";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { strangeCursor } from "./refusals.ts";
import { selectSenderRates } from "./sending-settings.ts";

/** Returns the stored state without waiting for pending reports. */
export async function listCampaigns(
	ctx: Context,
	{ status, limit, cursor }: z.output<typeof ListCampaigns>,
): Promise<Result<Page<Campaign>>> {
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "string");
	if (cursor !== undefined && after === null) return strangeCursor;
	const { db } = ctx;
	const [rows, rateRows] = await db.batch([
		db
			.select()
			.from(campaignTable)
			.where(
				and(
					status === undefined ? undefined : eq(campaignTable.status, status),
					after === null
						? undefined
						: sql`(${campaignTable.createdAt}, ${campaignTable.id}) < (${after[0]}, ${after[1]})`,
				),
			)
			.orderBy(desc(campaignTable.createdAt), desc(campaignTable.id))
			.limit(limit + 1),
		selectSenderRates(ctx),
	]);
	const rates = readSettings(rateRows).senderRates;
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return accept({
		items: items.map((row) => showCampaign(row, rates)),
		nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
	});
}
