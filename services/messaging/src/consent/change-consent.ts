import { selectRow } from "@cloudpbx/db/json-rows";
import { closedPairs, consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Consent } from "./read-consent.ts";

export const wordsCharactersMax = 500;

interface ConsentChange {
	text: InboundTextWebhook;
	consent: Consent;
	isNew: SQL;
	at: Date;
}

/** Statements for the batch that stores the text. `isNew` is the condition of each. */
export function changeConsent({ db }: Context, { text, consent, isNew, at }: ConsentChange) {
	if (consent.effect === "none" || text.senderKind !== "phone") return [];
	const { from, messageId } = text;
	const words = text.body.slice(0, wordsCharactersMax);
	// Texts may be stored out of order, so a newer opt-out stays.
	const isOut = sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${from} AND at <= ${at.getTime()})`;
	const counts = consent.isOnlyIfOptedOut ? sql`${isNew} AND ${isOut}` : isNew;
	const key = `${messageId}:${consent.effect}`;
	const said = { number: from, source: consent.source, words, messageId, at };
	const entry = db
		.insert(consentEvents)
		.select(selectRow(consentEvents, { ...said, key, kind: consent.effect }, sql`WHERE ${counts}`))
		.onConflictDoNothing();
	if (consent.effect === "opt_in") {
		return [
			entry,
			db.delete(optOuts).where(and(eq(optOuts.number, from), lte(optOuts.at, at), isNew)),
			// The carrier lifts its block only for the number that received START.
			db
				.delete(closedPairs)
				.where(
					and(
						eq(closedPairs.contactNumber, from),
						eq(closedPairs.ourNumber, text.to),
						lte(closedPairs.at, at),
						isNew,
					),
				),
		];
	}
	const optOut = db
		.insert(optOuts)
		.select(selectRow(optOuts, said, sql`WHERE ${isNew}`))
		.onConflictDoNothing();
	return [entry, optOut];
}
