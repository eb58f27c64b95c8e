import { type SQL, sql } from "drizzle-orm";
import type { Reaction } from "./gather-reactions.ts";

/**
 * Returns two statements for one batch: counts, then recipients. Repeating them changes nothing; an earlier
 * reaction moves the instant back. A recipient may occur once in `reactions`.
 */
export function recordReactions(reactions: readonly Reaction[], guard: SQL): SQL[] {
	if (reactions.length === 0) return [];
	const rows = JSON.stringify(reactions);
	const repliedAt = sql.raw("(m.value ->> '$.repliedAt')");
	const optedOutAt = sql.raw("(m.value ->> '$.optedOutAt')");
	const isThis = sql.raw(
		"r.campaign_id = (m.value ->> '$.campaignId') AND r.position = (m.value ->> '$.position')",
	);
	const applies = sql`r.status NOT IN ('queued', 'skipped', 'failed') AND ${guard}`;
	const earliest = (column: SQL, at: SQL) => sql`coalesce(min(${column}, ${at}), ${column}, ${at})`;
	const count = sql`UPDATE campaigns SET
		replies_count = replies_count + d.replies, opt_outs_count = opt_outs_count + d.opt_outs
		FROM (SELECT r.campaign_id AS id,
			sum(${repliedAt} IS NOT NULL AND r.replied_at IS NULL) AS replies,
			sum(${optedOutAt} IS NOT NULL AND r.opted_out_at IS NULL) AS opt_outs
			FROM json_each(${rows}) m CROSS JOIN campaign_recipients r ON ${isThis}
			WHERE ${applies} GROUP BY r.campaign_id) d
		WHERE campaigns.id = d.id`;
	const mark = sql`UPDATE campaign_recipients AS r SET
		replied_at = ${earliest(sql`r.replied_at`, repliedAt)},
		opted_out_at = ${earliest(sql`r.opted_out_at`, optedOutAt)}
		FROM json_each(${rows}) m WHERE ${isThis} AND ${applies}`;
	return [count, mark];
}
