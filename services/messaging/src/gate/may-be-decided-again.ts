import { sql } from "drizzle-orm";

/**
 * A refused or never accepted text may be requested again; every other id is in use. A campaign requests its
 * waiting texts again, because quiet hours may have begun; other waiting texts are retried here.
 */
export const mayBeDecidedAgain = sql`(messages.status = 'refused'
	OR (messages.status = 'failed' AND messages.carrier_id IS NULL)
	OR (messages.status = 'pending' AND messages.is_attempt_open = 0 AND messages.campaign_id IS NOT NULL))`;
