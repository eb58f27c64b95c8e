import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { type SQL, sql } from "drizzle-orm";
import { loadOwnTexts } from "../consent/load-own-texts.ts";
import { type Consent, readConsent } from "../consent/read-consent.ts";
import type { Context } from "../context.ts";
import { confirmationIdOf, conversationIdOf } from "../texts/text-ids.ts";

export interface ReceivedText {
	text: InboundTextWebhook;
	at: Date;
	conversationId: string;
	/** The id of our answer about consent. */
	confirmationId: string;
	consent: Consent;
	/** The assistant's job decides about uncertain danger: it knows the company's own words. */
	danger: { isSure: boolean } | null;
	/** A condition: the text is neither stored nor erased. */
	isNew: SQL;
}

export async function readReceivedText(
	ctx: Context,
	text: InboundTextWebhook,
	at: Date,
): Promise<ReceivedText> {
	const conversationId = await conversationIdOf(text.from, text.to);
	return {
		text,
		at,
		conversationId,
		confirmationId: await confirmationIdOf(text.messageId),
		consent: readConsent(text, await loadOwnTexts(ctx, conversationId, text)),
		danger: recogniseDanger(text.body, []),
		isNew: sql`NOT EXISTS (SELECT 1 FROM messages WHERE id = ${text.messageId}
		UNION ALL SELECT 1 FROM erased_items WHERE id = ${text.messageId})`,
	};
}
