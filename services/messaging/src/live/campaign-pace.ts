import type { LiveEvent } from "@cloudpbx/contracts/news/live";

type CampaignEvent = Extract<LiveEvent, { kind: "campaign" }>;

const paceMilliseconds = 2000;

/** The first frame of a campaign is sent at once, the latest after the minimum time. Rows survive hibernation. */
export class CampaignPace {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec(
			"CREATE TABLE IF NOT EXISTS campaign_pace (campaign_id TEXT PRIMARY KEY, told_at INTEGER NOT NULL, waiting TEXT) WITHOUT ROWID",
		);
	}

	admit(event: CampaignEvent, now: number): boolean {
		const [last] = this.#sql
			.exec<{ told_at: number; waiting: string | null }>(
				"SELECT told_at, waiting FROM campaign_pace WHERE campaign_id = ?",
				event.campaignId,
			)
			.toArray();
		if (!last || last.told_at <= now - paceMilliseconds) {
			this.#sql.exec(
				"INSERT OR REPLACE INTO campaign_pace (campaign_id, told_at) VALUES (?, ?)",
				event.campaignId,
				now,
			);
			return true;
		}
		const waiting = JSON.stringify(event);
		if (last.waiting !== waiting) {
			this.#sql.exec("UPDATE campaign_pace SET waiting = ? WHERE campaign_id = ?", waiting, event.campaignId);
		}
		return false;
	}

	takeDue(now: number): CampaignEvent[] {
		const toldBefore = now - paceMilliseconds;
		this.#sql.exec("DELETE FROM campaign_pace WHERE waiting IS NULL AND told_at <= ?", toldBefore);
		const due = this.#sql
			.exec<{ waiting: string }>(
				"SELECT waiting FROM campaign_pace WHERE waiting IS NOT NULL AND told_at <= ? ORDER BY told_at",
				toldBefore,
			)
			.toArray()
			.map(({ waiting }) => JSON.parse(waiting) as CampaignEvent);
		for (const { campaignId } of due) {
			this.#sql.exec(
				"UPDATE campaign_pace SET told_at = ?, waiting = NULL WHERE campaign_id = ?",
				now,
				campaignId,
			);
		}
		return due;
	}

	/** Milliseconds since 1970; null when nothing waits. */
	nextAt(): number | null {
		const { told } = this.#sql
			.exec<{ told: number | null }>(
				"SELECT min(told_at) AS told FROM campaign_pace WHERE waiting IS NOT NULL",
			)
			.one();
		return told === null ? null : told + paceMilliseconds;
	}
}
