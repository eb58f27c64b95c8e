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
	return db
		.select({
			callsInProgress: countUpToMax(sql`SELECT 1 FROM calls WHERE ended_at IS NULL`),
			campaignsSending: countUpToMax(campaignsThatAre("sending")),
			campaignsPaused: countUpToMax(campaignsThatAre("paused")),
			conversations: countUpToMax(
				sql`SELECT 1 FROM conversations WHERE mode = 'waiting' AND listed_at IS NOT NULL`,
			),
			voicemailsUnheard: countUpToMax(
				sql`SELECT 1 FROM voicemails WHERE listened_at IS NULL AND deleted_at IS NULL AND ${isVisible(visible)}`,
			),
			// A deleted voicemail stays failed: of the latest failures those are counted that somebody can still see.
			recordingsFailed: sql<number>`(SELECT count(*) FROM (SELECT * FROM voicemails WHERE status = 'failed'
				ORDER BY created_at DESC ${upToMax}) WHERE deleted_at IS NULL AND ${isVisible(visible)})`,
			// The first condition is that of the index.
			extensionsFailed: countUpToMax(
				sql`SELECT 1 FROM extensions WHERE status <> 'inactive' AND status = 'failed'`,
			),
			numbersInTrouble: sql<
				number | null
			>`(SELECT json_array_length(troubles) FROM number_checks WHERE id = 1)`,
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
