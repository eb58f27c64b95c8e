import { waitingCountMax } from "@cloudpbx/contracts/api/dashboard";
import type { CampaignStatus } from "@cloudpbx/contracts/campaigns";
import type { Db } from "@cloudpbx/db/open-db";
import { type SQL, sql } from "drizzle-orm";
import type { VisibleVoicemail } from "../domain/principal.ts";

/**
 * What goes on and what waits for somebody, as one statement. Each is counted up to `waitingCountMax` in an index that holds
 * little else, however long the history.
 */
export function selectWaiting(db: Db, visible: VisibleVoicemail) {
	const isSeen = isVisible(visible);
	// Each has a name: D1 answers columns of the same words as one.
	return db
		.select({
			callsInProgress: countUpToMax(sql`SELECT 1 FROM calls WHERE ended_at IS NULL`).as("calls_in_progress"),
			campaignsSending: countUpToMax(campaignsThatAre("sending")).as("campaigns_sending"),
			campaignsPaused: countUpToMax(campaignsThatAre("paused")).as("campaigns_paused"),
			conversations: countUpToMax(
				sql`SELECT 1 FROM conversations WHERE mode = 'waiting' AND listed_at IS NOT NULL`,
			).as("conversations"),
			voicemailsUnheard: countUpToMax(
				sql`SELECT 1 FROM voicemails WHERE listened_at IS NULL AND deleted_at IS NULL AND ${isSeen}`,
			).as("voicemails_unheard"),
			// A deleted voicemail stays failed: of the latest failures those are counted that somebody can still see.
			recordingsFailed: sql<number>`(SELECT count(*) FROM (SELECT * FROM voicemails WHERE status = 'failed'
				ORDER BY created_at DESC ${upToMax}) WHERE deleted_at IS NULL AND ${isSeen})`.as("recordings_failed"),
			// The first condition is that of the index.
			extensionsFailed: countUpToMax(
				sql`SELECT 1 FROM extensions WHERE status <> 'inactive' AND status = 'failed'`,
			).as("extensions_failed"),
			numbersInTrouble: sql<
				number | null
			>`(SELECT json_array_length(troubles) FROM number_checks WHERE id = 1)`.as("numbers_in_trouble"),
		})
		.from(sql`(SELECT 1)`);
}

const upToMax = sql.raw(`LIMIT ${waitingCountMax}`);

function countUpToMax(rows: SQL): SQL<number> {
	return sql`(SELECT count(*) FROM (${rows} ${upToMax}))`;
}

function campaignsThatAre(status: CampaignStatus): SQL {
	return sql`SELECT 1 FROM campaigns WHERE status = ${status}`;
}

function isVisible(visible: VisibleVoicemail): SQL {
	if (visible === "all") return sql`true`;
	if (visible === "none") return sql`false`;
	return sql`extension = ${visible.ext} AND created_at >= ${visible.since.getTime()}`;
}
