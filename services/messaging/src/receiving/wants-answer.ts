import type { WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import { optOuts } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { type SQL, sql } from "drizzle-orm";
import type { ReceivedText } from "./received-text.ts";

/**
 * 1 when the assistant or a person should answer in words. 0 for keywords, machines, our own numbers and opted-out contacts. A contact in
 * danger is shown to people in any case; one that is opted out still gets no text.
 */
export function wantsAnswer({ text, consent, danger }: ReceivedText): SQL {
	const isInDanger = danger?.isSure ?? false;
	if (text.senderKind !== "phone") return sql`0`;
	if (consent.isSilent && !consent.isOnlyIfOptedOut && !isInDanger) return sql`0`;
	const isOptedOut = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${text.from})`;
	return sql`CASE WHEN (${isInDanger ? 0 : 1} AND ${isOptedOut})
		OR EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.from})
		OR NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.to}) THEN 0 ELSE 1 END`;
}

/**
 * Why people must see the text of a blocked contact; null: it is kept as read. Any sign of danger counts, because no assistant looks at
 * the text.
 */
export function mustBeSeen({ text, consent, danger }: ReceivedText): WaitingReason | null {
	if (text.senderKind !== "phone") return null;
	if (danger !== null) return "emergency";
	return consent.isDoubtful ? "may_want_no_texts" : null;
}
