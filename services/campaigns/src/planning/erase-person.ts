import type { ErasurePortion } from "@cloudpbx/contracts/contacts/erasure";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, landlines } from "@cloudpbx/db/schema/campaigns";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { asideWords } from "../outcomes/aside-words.ts";
import { erasedNumber } from "../outcomes/erased-number.ts";
import { countChange } from "./recipients/store-recipients.ts";

const campaignsMax = 25;

/** Entries stay for the counts. An entry whose text is being sent stays until its result is known. */
export async function erasePerson(ctx: Context, number: string): Promise<ErasurePortion> {
	const { db } = ctx;
	const isTheirs = eq(campaignRecipients.number, number);
	const found = await db
		.selectDistinct({ id: campaignRecipients.campaignId })
		.from(campaignRecipients)
		.where(and(isTheirs, ne(campaignRecipients.status, "sending")))
		.limit(campaignsMax);
	for (const { id } of found) {
		const isOurs = sql`campaign_id = ${id} AND number = ${number} AND status <> 'sending'`;
		const { position } = campaignRecipients;
		const places = await db.select({ position }).from(campaignRecipients).where(isOurs);
		const isNamed = sql`campaign_id = ${id} AND position IN (SELECT value FROM json_each(${JSON.stringify(places.map((row) => row.position))}))`;
		await runBatch(db, [
			countChange(id, isNamed, -1),
			sql`UPDATE campaign_recipients SET number = ${erasedNumber}, fields = NULL, time_zone = NULL, state = NULL,
				reason = CASE WHEN status IN ('queued', 'skipped') THEN ${asideWords.erased} ELSE replace(reason, ${number}, ${erasedNumber}) END,
				status = CASE status WHEN 'queued' THEN 'skipped' ELSE status END
				WHERE ${isNamed} AND number = ${number} AND status <> 'sending'`,
			countChange(id, isNamed, 1),
			sql`DELETE FROM campaign_outcomes WHERE campaign_id = ${id} AND count = 0`,
		]);
	}
	if (found.length === campaignsMax) return { isDone: false, waitsFor: null };
	await db.delete(landlines).where(eq(landlines.number, number));
	const [sending] = await db
		.select({ id: campaignRecipients.campaignId })
		.from(campaignRecipients)
		.where(isTheirs)
		.limit(1);
	return { isDone: sending === undefined, waitsFor: sending ? "campaign" : null };
}
