import { messages } from "@cloudpbx/db/schema/messaging";
import { mayQuote } from "@cloudpbx/domain/opt-out/drop-own-words";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** Maximum messages of the conversation that are looked through. Nobody reacts to older ones. */
const messagesMax = 40;

/**
 * Our latest texts of a conversation, which a received text may quote. One round trip, and none for a text
 * without any mark of a quotation, which is nearly every text.
 */
export async function loadOwnTexts(
	{ db }: Context,
	conversationId: string,
	{ parts }: Pick<InboundTextWebhook, "parts">,
): Promise<string[]> {
	if (!parts.some(mayQuote)) return [];
	const latest = db
		.select({ direction: messages.direction, body: messages.body })
		.from(messages)
		.where(eq(messages.conversationId, conversationId))
		.orderBy(desc(messages.position))
		.limit(messagesMax)
		.as("latest");
	const rows = await db.select({ body: latest.body }).from(latest).where(sql`direction = 'outbound'`);
	return rows.map(({ body }) => body);
}
