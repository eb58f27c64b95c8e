import { type SQL, sql } from "drizzle-orm";

/** The columns in which a statement finds a text. */
export interface TextColumns {
	toNumber: SQL;
	isConfirmation: SQL;
	campaignId: SQL;
	author: SQL;
	conversationId: SQL;
}

/** The contact is opted out, and the text is not the one confirmation of that. */
export function isOptedOut({ toNumber, isConfirmation }: TextColumns): SQL {
	return sql`(coalesce(${isConfirmation}, 0) = 0
		AND EXISTS (SELECT 1 FROM opt_outs WHERE number = ${toNumber}))`;
}

/** A person has taken the conversation over from the assistant, or has closed it. */
export function isTakenOver({ author, conversationId }: TextColumns): SQL {
	return sql`(${author} = 'assistant' AND EXISTS (SELECT 1 FROM conversations
		WHERE id = ${conversationId} AND mode IN ('human', 'closed')))`;
}

/**
 * The final condition for storing an attempt, checked in the same transaction: the contact is not opted out,
 * the text's campaign is sending, and no person has taken over from the assistant.
 */
export function mayStillGo(text: TextColumns): SQL {
	const { campaignId } = text;
	return sql`(NOT ${isOptedOut(text)} AND NOT ${isTakenOver(text)}
		AND (${campaignId} IS NULL OR EXISTS (SELECT 1 FROM campaigns WHERE id = ${campaignId} AND status = 'sending')))`;
}
