import { sql } from "drizzle-orm";

/**
 * A text that the gate refused or that the carrier never accepted may be requested again; every other id is
 * in use. We retry texts that wait for another attempt, except a campaign's: the campaign requests them
 * again, because quiet hours may have begun.
 */
export const mayBeDecidedAgain = sql`(messages.status = 'refused'
	OR (messages.status = 'failed' AND messages.carrier_id IS NULL)
	OR (messages.status = 'pending' AND messages.is_attempt_open = 0 AND messages.campaign_id IS NOT NULL))`;
