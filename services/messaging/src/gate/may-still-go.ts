import { type SQL, sql } from "drizzle-orm";

/** The columns in which a statement finds a text. */
interface TextColumns {
	toNumber: SQL;
	isConfirmation: SQL;
	campaignId: SQL;
	author: SQL;
	conversationId: SQL;
}

/**
 * The final condition for storing an attempt, checked in the same transaction: the contact is not opted out,
 * the text's campaign is sending, and no person has taken over from the assistant.
 */
export function mayStillGo({
	toNumber,
	isConfirmation,
	campaignId,
	author,
	conversationId,
}: TextColumns): SQL {
	return sql`(coalesce(${isConfirmation}, 0) = 1 OR NOT EXISTS (SELECT 1 FROM opt_outs WHERE number = ${toNumber}))
		AND (${campaignId} IS NULL OR EXISTS (SELECT 1 FROM campaigns WHERE id = ${campaignId} AND status = 'sending'))
		AND NOT (${author} = 'assistant' AND EXISTS (SELECT 1 FROM conversations
			WHERE id = ${conversationId} AND mode IN ('human', 'closed')))`;
}
