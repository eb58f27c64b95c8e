import type { Store } from "./store.ts";

export interface Settled {
	campaignsPaused: number;
	campaignsUnscheduled: number;
	textsUnknown: number;
}

/** Stops work that was under way: the original installation may have finished it. Needs the triggers. */
export async function settleRestored(
	store: Store,
	{ createdAt, hasSameCarrier }: { createdAt: Date; hasSameCarrier: boolean },
	now: Date,
): Promise<Settled> {
	const textsUnknown = hasSameCarrier ? 0 : await giveUpOpenTexts(store, now);
	if (hasSameCarrier) await askCarrierFirst(store, now);
	await store.query("UPDATE campaign_recipients SET due_at = 0 WHERE status = 'sending'");
	await recountCampaigns(store);
	await store.query("UPDATE campaign_senders SET lease_id = NULL, lease_until = 0, wake_at = 0");
	const since = `${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
	const words = `This company was restored from a copy of ${since}. What the campaign sent after that is not known here:`;
	const paused = await store.query(
		"UPDATE campaigns SET status = 'paused', reason = ? WHERE status = 'sending' AND queued_count + sending_count > 0 RETURNING id",
		[`${words} resume it only if nothing was sent since then.`],
	);
	const unscheduled = await store.query(
		"UPDATE campaigns SET status = 'draft', reason = ?, version = version + 1 WHERE status = 'scheduled' AND start_at <= ? RETURNING id",
		[`${words} start it only if it was not started since then.`, now.getTime()],
	);
	await store.query("DELETE FROM settings WHERE key = 'readyMark'");
	// Written by triggers, which copied rows do not run; older archives lack it.
	await store.query(
		"UPDATE office SET (version, settings, extensions, lines) = (SELECT office.version + 1, settings, extensions, lines FROM office_now)",
	);
	await store.query(
		`UPDATE webhooks SET is_paused = 1, paused_reason = 'restored', paused_at = ?, failing_since = NULL,
			lease_id = NULL, lease_until = 0, wake_at = 0`,
		[now.getTime()],
	);
	await store.query(
		`UPDATE event_ears SET webhooks = (SELECT coalesce(group_concat(DISTINCT value), '')
			FROM webhooks, json_each(webhooks.events) WHERE deleted_at IS NULL)`,
	);
	return { campaignsPaused: paused.length, campaignsUnscheduled: unscheduled.length, textsUnknown };
}

/** Another carrier account cannot tell whether they went out, so they count as failed. */
async function giveUpOpenTexts(store: Store, now: Date): Promise<number> {
	const reason =
		"Whether this text was sent is not known: it was on its way when the copy was made that this company was restored from.";
	const open = await store.query(
		"UPDATE messages SET status = 'failed', status_at = ?, is_attempt_open = 0, check_at = NULL, reason = ? WHERE is_attempt_open = 1 RETURNING id",
		[now.getTime(), reason],
	);
	await store.query(
		`UPDATE campaign_recipients SET status = 'failed', reason = 'It is not known whether this text was sent.', updated_at = ?
			WHERE status = 'sending' AND EXISTS (SELECT 1 FROM messages m WHERE m.campaign_id = campaign_recipients.campaign_id
				AND m.recipient_id = 'rcp_' || replace(campaign_recipients.campaign_id, 'cmp_', '') || '_' || campaign_recipients.position
				AND m.status = 'failed' AND m.status_at = ?)`,
		[now.getTime(), now.getTime()],
	);
	return open.length;
}

/** The sweep looks for a text in the carrier's list before it sends it. */
async function askCarrierFirst(store: Store, now: Date): Promise<void> {
	await store.query(
		`UPDATE messages SET is_attempt_open = 1, attempted_at = coalesce(attempted_at, created_at), check_at = ?
			WHERE status = 'pending' AND carrier_id IS NULL`,
		[now.getTime()],
	);
}

/** Recipients of a system in use may be newer than their campaign's counts. */
async function recountCampaigns(store: Store): Promise<void> {
	const statuses = ["queued", "sending", "sent", "delivered", "undelivered", "failed", "skipped"];
	const counts = statuses.map(
		(status) =>
			`${status}_count = (SELECT count(*) FROM campaign_recipients WHERE campaign_id = campaigns.id AND status = '${status}')`,
	);
	await store.query(`UPDATE campaigns SET ${counts.join(", ")}`);
}
