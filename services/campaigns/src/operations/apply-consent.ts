import { runBatch } from "@cloudpbx/db/run-batch";
import { sql } from "drizzle-orm";
import { asideWords } from "../domain/aside-words.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { countChange, hasConsent } from "./store-recipients.ts";

/** In a campaign that has not started: sets aside who has never opted in, or takes them in again. */
export async function applyConsent({ db }: Campaigns, id: string, requireConsent: boolean): Promise<void> {
	const isOpen = sql`EXISTS (SELECT 1 FROM campaigns WHERE id = ${id} AND status IN ('draft', 'scheduled'))`;
	const isOurs = sql`campaign_id = ${id}`;
	const change = requireConsent
		? sql`UPDATE campaign_recipients SET status = 'skipped', reason = ${asideWords.no_consent}
			WHERE ${isOurs} AND status = 'queued' AND NOT ${hasConsent(sql`campaign_recipients.number`)} AND ${isOpen}`
		: sql`UPDATE campaign_recipients SET status = 'queued', reason = NULL
			WHERE ${isOurs} AND status = 'skipped' AND reason = ${asideWords.no_consent} AND ${isOpen}`;
	await runBatch(db, [countChange(id, isOurs, -1), change, countChange(id, isOurs, 1)]);
}
