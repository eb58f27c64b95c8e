import { selectRow } from "@cloudpbx/db/json-rows";
import { closedPairs, consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/**
 * Statements for the batch that stores the carrier's refusal because of an opt-out. `isThis` selects the text among
 * `messages m`.
 * Carriers keep opt-outs per sender: the pair of numbers stays closed until START comes to this sender. The contact
 * is opted out of all senders as well, unless its last word was a START to another number of ours. A START to this
 * sender after the attempt makes the refusal void.
 */
export function optOutByCarrier(
	{ db }: Context,
	{ isThis, errorCode, at }: { isThis: SQL; errorCode: number; at: Date },
) {
	const reason = `The carrier's error ${errorCode}.`;
	const text = sql`FROM messages m WHERE ${isThis} AND NOT ${hasStartedHereSince}`;
	const optedOut = sql`${text} AND NOT ${hasStartedElsewhere}`;
	const said = { number: sql`m.to_number`, source: "carrier" as const, reason, messageId: sql`m.id`, at };
	return [
		db
			.insert(closedPairs)
			.select(
				selectRow(
					closedPairs,
					{ ourNumber: sql`m.from_number`, contactNumber: sql`m.to_number`, errorCode, at },
					text,
				),
			)
			.onConflictDoNothing(),
		db
			.insert(consentEvents)
			.select(selectRow(consentEvents, { ...said, key: sql`m.id || ':opt_out'`, kind: "opt_out" }, optedOut))
			.onConflictDoNothing(),
		db
			.insert(optOuts)
			.select(selectRow(optOuts, said, optedOut))
			.onConflictDoNothing(),
	] as const;
}

/** The last ledger entry about the contact, with the number of ours that received its text. */
const lastWord = sql`consent_events e LEFT JOIN messages s ON s.id = e.message_id
	WHERE e.id = (SELECT max(id) FROM consent_events WHERE number = m.to_number) AND e.kind = 'opt_in' AND e.source = 'keyword'`;

const hasStartedElsewhere = sql`EXISTS (SELECT 1 FROM ${lastWord} AND s.to_number IS NOT m.from_number)`;

const hasStartedHereSince = sql`EXISTS (SELECT 1 FROM ${lastWord} AND s.to_number = m.from_number
	AND e.at >= coalesce(m.attempted_at, m.created_at))`;
