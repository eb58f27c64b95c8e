import { type SQL, sql } from "drizzle-orm";
import { asideWords } from "../../outcomes/aside-words.ts";
import { countChange, hasConsent } from "./store-recipients.ts";

/** Statements that set aside recipients without an opt-in, or restore them. They need `isEditable`. */
export function applyConsent(id: string, requireConsent: boolean, isEditable: SQL): SQL[] {
	const isOurs = sql`campaign_id = ${id}`;
	const change = requireConsent
		? sql`UPDATE campaign_recipients SET status = 'skipped', reason = ${asideWords.no_consent}
			WHERE ${isOurs} AND status = 'queued' AND NOT ${hasConsent(sql`campaign_recipients.number`)} AND ${isEditable}`
		: sql`UPDATE campaign_recipients SET status = 'queued', reason = NULL
			WHERE ${isOurs} AND status = 'skipped' AND reason = ${asideWords.no_consent} AND ${isEditable}`;
	return [countChange(id, isOurs, -1), change, countChange(id, isOurs, 1)];
}
