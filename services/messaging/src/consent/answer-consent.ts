import { selectRow } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { messages, optOuts } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { confirmationText } from "@cloudpbx/domain/opt-out/confirmation-text";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { helpText } from "./help-text.ts";
import type { Consent } from "./read-consent.ts";

/**
 * Placeholder for the company's name, replaced by the database, so that one round trip is enough. It uses
 * only characters of the carriers' basic alphabet, because `confirmationText` removes all others. The name is
 * cut, so that the text stays one segment.
 */
const nameMark = "@company@";
const nameCharactersMax = 60;

/**
 * A confirmation within five minutes is presumed to be covered by the consent (47 CFR 64.1200(a)(12)). A
 * later one, or one at night, is not.
 */
export const confirmationMilliseconds = 5 * 60 * 1000;

/**
 * Our own answer to words about consent that the carrier does not answer. It is stored in the batch that
 * stores the received text, and a job sends it. A confirmation is stored only if this text opted the number
 * out.
 */
export function answerConsent(
	{ db, companyName, now }: Context,
	text: InboundTextWebhook,
	consent: Consent,
	place: { conversationId: string; confirmationId: string },
	at: Date,
) {
	if (consent.reply === null || text.senderKind !== "phone") return [];
	if (now().getTime() - at.getTime() > confirmationMilliseconds) return [];
	const isConfirmation = consent.reply === "confirmation";
	const body = isConfirmation ? confirmationText(nameMark) : helpText(nameMark, text.to);
	const name = sql`substr(coalesce((SELECT value ->> '$' FROM ${settings} WHERE key = 'companyName'),
		${companyName}), 1, ${nameCharactersMax})`;
	const { segments } = countSegments(body);
	const mayAnswer = isConfirmation
		? sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${text.from} AND message_id = ${text.messageId})`
		: sql`NOT EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${text.from})`;
	const reason = isConfirmation
		? "The one confirmation that an opt-out gets."
		: "The answer to a request for help.";
	const row = selectRow(
		messages,
		{
			id: place.confirmationId,
			conversationId: place.conversationId,
			direction: "outbound",
			author: "system",
			category: "transactional",
			fromNumber: text.to,
			toNumber: text.from,
			body: sql`replace(${body}, ${nameMark}, ${name})`,
			segments,
			status: "pending",
			statusAt: at,
			reason,
			isConfirmation,
			checkAt: at,
			createdAt: at,
		},
		sql`WHERE ${mayAnswer}
			AND EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.to} AND releasing_at IS NULL)
			AND NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.from})`,
	);
	return [db.insert(messages).select(row).onConflictDoNothing()];
}
