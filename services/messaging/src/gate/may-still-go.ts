import { type SQL, sql } from "drizzle-orm";

export interface TextColumns {
	toNumber: SQL;
	isConfirmation: SQL;
	campaignId: SQL;
	author: SQL;
	conversationId: SQL;
}

/** The one confirmation of an opt-out is an exception. */
export function isOptedOut({ toNumber, isConfirmation }: TextColumns): SQL {
	return sql`(coalesce(${isConfirmation}, 0) = 0
		AND EXISTS (SELECT 1 FROM opt_outs WHERE number = ${toNumber}))`;
}

export function isTakenOver({ author, conversationId }: TextColumns): SQL {
	return sql`(${author} = 'assistant' AND EXISTS (SELECT 1 FROM conversations
		WHERE id = ${conversationId} AND mode IN ('human', 'closed')))`;
}

/** The final condition, part of the transaction that stores the attempt: a text may have been decided earlier. */
export function mayStillGo(text: TextColumns): SQL {
	const { campaignId } = text;
	return sql`(NOT ${isOptedOut(text)} AND NOT ${isTakenOver(text)}
		AND (${campaignId} IS NULL OR EXISTS (SELECT 1 FROM campaigns WHERE id = ${campaignId} AND status = 'sending')))`;
}
