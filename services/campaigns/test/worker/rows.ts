import type { Result } from "@cloudpbx/contracts/errors";
import {
	campaignRecipients,
	campaignSenders,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { messages } from "@cloudpbx/db/schema/messaging";
import { asc, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "./stage.ts";

export function unwrap<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

export async function loadCampaign(id: string) {
	const [row] = await db.select().from(campaignTable).where(eq(campaignTable.id, id));
	if (!row) throw new Error("There is no such campaign.");
	return row;
}

export function loadRecipients(id: string) {
	return db
		.select()
		.from(campaignRecipients)
		.where(eq(campaignRecipients.campaignId, id))
		.orderBy(asc(campaignRecipients.position));
}

export async function loadCounts(id: string) {
	const {
		queuedCount,
		sendingCount,
		sentCount,
		deliveredCount,
		undeliveredCount,
		failedCount,
		skippedCount,
	} = await loadCampaign(id);
	const kept = {
		queued: queuedCount,
		sending: sendingCount,
		sent: sentCount,
		delivered: deliveredCount,
		undelivered: undeliveredCount,
		failed: failedCount,
		skipped: skippedCount,
	};
	const rows = await db.all<{ status: keyof typeof kept; count: number }>(
		sql`SELECT status, count(*) AS count FROM campaign_recipients WHERE campaign_id = ${id} GROUP BY status`,
	);
	const none = { queued: 0, sending: 0, sent: 0, delivered: 0, undelivered: 0, failed: 0, skipped: 0 };
	const counted = { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
	return { kept, counted };
}

/** Deletes earlier campaigns: every stage begins at the same instant, so they would be in its future. */
export async function clearCampaigns(): Promise<void> {
	await db.batch([
		db.delete(campaignTable),
		db.delete(campaignRecipients),
		db.delete(campaignSenders),
		db.update(messages).set({ checkAt: null }).where(isNotNull(messages.checkAt)),
	]);
}
