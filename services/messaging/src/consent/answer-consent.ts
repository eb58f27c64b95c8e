import { selectRow } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { writeConfirmationText } from "@cloudpbx/domain/opt-out/confirmation-text";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { helpText } from "./help-text.ts";
import { howToOptInText } from "./how-to-opt-in-text.ts";
import type { Consent } from "./read-consent.ts";

/**
 * Placeholder that the database replaces by the company's name, which saves a round trip. It must consist of GSM-7
 * characters, because `writeConfirmationText` removes all others. The name is cut to keep the text in one segment.
 */
const nameMark = "@company@";
const nameCharactersMax = 60;

/** A confirmation within five minutes is presumed to be covered by the consent (47 CFR 64.1200(a)(12)). */
export const confirmationMilliseconds = 5 * 60 * 1000;

type ConsentText = Pick<InboundTextWebhook, "messageId" | "from" | "to" | "senderKind">;

interface ConsentAnswer {
	text: ConsentText;
	consent: Pick<Consent, "reply">;
	conversationId: string;
	confirmationId: string;
	at: Date;
}

/** Each opt-out and conversation has at most one answer that says how to opt in again. */
export function answerIdOf({ text, consent, conversationId, confirmationId }: ConsentAnswer): SQL<string> {
	if (consent.reply !== "how_to_opt_in") return sql<string>`${confirmationId}`;
	const hex = conversationId.replace(/^conv_/, "");
	return sql<string>`(SELECT 'msg_' || printf('%016x', at) || ${hex} FROM ${optOuts} WHERE number = ${text.from})`;
}

/**
 * Statements for the batch that stores the received text: our answer, where the carrier sends none. A job sends it.
 * A confirmation is stored only if this text opted the number out.
 */
export function answerConsent({ db, companyName, now }: Context, answer: ConsentAnswer) {
	const { text, consent, conversationId, at } = answer;
	if (consent.reply === null || text.senderKind !== "phone") return [];
	if (now().getTime() - at.getTime() > confirmationMilliseconds) return [];
	const { body, reason, mayAnswer } = writeAnswer(text, consent.reply);
	const name = sql`substr(coalesce((SELECT value ->> '$' FROM ${settings} WHERE key = 'companyName'),
		${companyName}), 1, ${nameCharactersMax})`;
	const { segments } = countSegments(body);
	const row = selectRow(
		messages,
		{
			id: answerIdOf(answer),
			conversationId,
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
			isConfirmation: consent.reply !== "help",
			checkAt: at,
			createdAt: at,
		},
		sql`WHERE ${mayAnswer}
			AND EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.to} AND releasing_at IS NULL)
			AND NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE number = ${text.from})`,
	);
	return [db.insert(messages).select(row).onConflictDoNothing()];
}

function writeAnswer({ from, to, messageId }: ConsentText, reply: NonNullable<Consent["reply"]>) {
	const isOut = (also: SQL) => sql`EXISTS (SELECT 1 FROM ${optOuts} WHERE number = ${from} ${also})`;
	switch (reply) {
		case "confirmation":
			return {
				body: writeConfirmationText(nameMark),
				reason: "The one confirmation that an opt-out gets.",
				mayAnswer: isOut(sql`AND message_id = ${messageId}`),
			};
		case "help":
			return {
				body: helpText(nameMark, to),
				reason: "The answer to a request for help.",
				mayAnswer: sql`NOT ${isOut(sql``)}`,
			};
		case "how_to_opt_in":
			return {
				body: howToOptInText(nameMark),
				reason: "How to get texts again, which the contact has asked for.",
				mayAnswer: isOut(sql``),
			};
	}
}
