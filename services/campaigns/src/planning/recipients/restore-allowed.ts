import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { isForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { CampaignRow } from "../../campaign-row.ts";
import type { Context } from "../../context.ts";
import { asideWords } from "../../outcomes/aside-words.ts";
import { loadSendingSettings } from "../../reading/sending-settings.ts";
import { countChange } from "./store-recipients.ts";

const partSize = 5000;

/**
 * Restores recipients in countries that have been allowed since the list was stored. The gate handles the reverse.
 */
export async function restoreAllowed(ctx: Context, { id, skippedCount }: CampaignRow): Promise<void> {
	if (skippedCount === 0) return;
	const { callCountries } = await loadSendingSettings(ctx);
	const { campaignId, position, number, status, reason } = campaignRecipients;
	const isAside = and(eq(status, "skipped"), eq(reason, asideWords.country_forbidden));
	let last = -1;
	for (let isOver = false; !isOver; ) {
		const rows = await ctx.db
			.select({ position, number })
			.from(campaignRecipients)
			.where(and(eq(campaignId, id), isAside, gt(position, last)))
			.orderBy(asc(position))
			.limit(partSize);
		const allowed = rows.filter((row) => !isForbiddenNumber(row.number, callCountries));
		if (allowed.length > 0) {
			const isOurs = sql`campaign_id = ${id} AND ${isAmong(allowed.map((row) => row.position))}`;
			await runBatch(ctx.db, [
				countChange(id, isOurs, -1),
				sql`UPDATE campaign_recipients SET status = 'queued', reason = NULL WHERE ${isOurs}
					AND status = 'skipped' AND reason = ${asideWords.country_forbidden}`,
				countChange(id, isOurs, 1),
			]);
		}
		last = rows.at(-1)?.position ?? last;
		isOver = rows.length < partSize;
	}
}

export function isAmong(positions: readonly number[]): SQL {
	return sql`position IN (SELECT value FROM json_each(${JSON.stringify(positions)}))`;
}
