import { badgeMax } from "@cloudpbx/contracts/api/session";
import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import { type SQL, sql } from "drizzle-orm";
import type { Holder } from "../../access/holder.ts";

export function countWaitingConversations(): SQL<number> {
	return countOf(sql`SELECT 1 FROM conversations INDEXED BY conversations_mode_listed
		WHERE mode = 'waiting' AND listed_at IS NOT NULL`);
}

export function countUnreadConversations(): SQL<number> {
	return countOf(sql`SELECT 1 FROM conversations INDEXED BY conversations_unread
		WHERE unread_count > 0 AND listed_at IS NOT NULL`);
}

const isUnheard = sql`listened_at IS NULL AND deleted_at IS NULL`;

/** Same rule as `visibleVoicemail`: agents see their own box and their groups'. */
export function countUnheard(holder: Holder): SQL<number> {
	const all = sql`SELECT 1 FROM voicemails INDEXED BY voicemails_unheard WHERE ${isUnheard}`;
	const own = sql`SELECT 1 FROM ${boxesOf(holder)} AS box
		CROSS JOIN voicemails INDEXED BY voicemails_unheard_owner ON extension_id = box.id WHERE ${isUnheard}`;
	return sql`CASE WHEN ${holder.role} = 'agent' THEN ${countOf(own)} ELSE ${countOf(all)} END`;
}

/** Counts the latest failures that are not deleted. */
export function countFailedRecordings(holder: Holder): SQL<number> {
	const latest = sql`SELECT * FROM voicemails INDEXED BY voicemails_not_fetched WHERE status = 'failed'
		ORDER BY created_at DESC`;
	const all = sql`SELECT 1 FROM (${latest} ${upToMax}) WHERE deleted_at IS NULL`;
	const own = sql`SELECT 1 FROM ${boxesOf(holder)} AS box
		JOIN (${latest} ${upToMax}) ON extension_id = box.id WHERE deleted_at IS NULL`;
	return sql`CASE WHEN ${holder.role} = 'agent' THEN ${countOf(own)} ELSE ${countOf(all)} END`;
}

export function countCallsInProgress(): SQL<number> {
	return countOf(sql`SELECT 1 FROM calls INDEXED BY calls_open WHERE ended_at IS NULL`);
}

export function countCallsInDanger(since: Date): SQL<number> {
	return countOf(sql`SELECT 1 FROM calls INDEXED BY calls_danger
		WHERE danger IS NOT NULL AND started_at >= ${since.getTime()}`);
}

export function countCampaigns(status: CampaignStatus): SQL<number> {
	return countOf(sql`SELECT 1 FROM campaigns INDEXED BY campaigns_status WHERE status = ${status}`);
}

export function countFailedExtensions(): SQL<number> {
	return countOf(sql`SELECT 1 FROM extensions INDEXED BY extensions_ext_in_use
		WHERE status <> 'inactive' AND status = 'failed'`);
}

/** Webhooks paused by a person are not counted. */
export function countWebhooksPaused(): SQL<number> {
	return countOf(
		sql`SELECT 1 FROM webhooks WHERE deleted_at IS NULL AND is_paused = 1 AND paused_reason <> 'person'`,
	);
}

/** Result of the latest check; null before the first. */
export function countNumbersInTrouble(): SQL<number | null> {
	return sql`(SELECT json_array_length(troubles) FROM number_checks WHERE id = 1)`;
}

const upToMax = sql.raw(`LIMIT ${badgeMax}`);

function countOf(rows: SQL): SQL<number> {
	return sql`(SELECT count(*) FROM (${rows} ${upToMax}))`;
}

function boxesOf({ extensionId, groups }: Holder): SQL {
	return sql`(SELECT ${extensionId} AS id UNION ALL SELECT value ->> '$.id' FROM json_each(${groups}))`;
}
