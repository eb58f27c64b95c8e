import type { Attempt } from "../delivery/attempt.ts";
import type { MessageRow } from "../texts/message-row.ts";

/** Only for rows that a statement of the gate has just stored as attempts. */
export function toAttempt(row: MessageRow): Attempt {
	return row as Attempt;
}
