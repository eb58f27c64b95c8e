import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { type SQL, sql } from "drizzle-orm";
import type { ReceivedText } from "./received-text.ts";

/** 1 when the assistant or a person should answer in words; in danger also to a keyword. */
export function wantsAnswer({ text, consent, danger }: ReceivedText): SQL {
	const isInDanger = danger?.isSure ?? false;
	if (text.senderKind !== "phone") return sql`0`;
	if (consent.isSilent && !consent.isOnlyIfOptedOut && !isInDanger) return sql`0`;
	const isOptedOut = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${text.from})`;
	return sql`CASE WHEN (${isInDanger ? 0 : 1} AND ${isOptedOut})
		OR EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.from})
		OR NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.to}) THEN 0 ELSE 1 END`;
}

/** The reason to show a blocked contact's text to people; null: it is kept as read. */
export function findWaitingReason({ text, consent, danger }: ReceivedText): WaitingReason | null {
	if (text.senderKind !== "phone") return null;
	if (danger !== null) return "emergency";
	return consent.isDoubtful ? "may_want_no_texts" : null;
}
