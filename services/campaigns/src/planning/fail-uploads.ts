import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray, sql } from "drizzle-orm";
import { campaignEvent } from "../announce-states.ts";
import type { Context } from "../context.ts";

/** When the last part of the list was stored. A list may be younger than its campaign. */
const arrivedAt = sql`(SELECT updated_at FROM campaign_recipients WHERE campaign_id = campaigns.id
	ORDER BY position DESC LIMIT 1)`;

/** The sender of the list got no answer and sends it again. */
export async function failUploads({ db, now, sweepAfterSeconds, announce }: Context): Promise<number> {
	const failed = await db
		.update(campaignTable)
		.set({
			status: "failed",
			endedAt: now(),
			reason: "Its list of recipients did not arrive completely, so nothing was sent. Send it again.",
		})
		.where(
			and(
				inArray(campaignTable.status, ["draft", "scheduled"]),
				eq(campaignTable.isComplete, false),
				sql`coalesce(${arrivedAt}, created_at) < ${now().getTime() - sweepAfterSeconds * 1000}`,
			),
		)
		.returning({ id: campaignTable.id, status: campaignTable.status });
	announce(failed.map(campaignEvent));
	return failed.length;
}
