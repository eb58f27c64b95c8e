import { messages } from "@cloudpbx/db/schema/messaging";
import { mayQuote } from "@cloudpbx/domain/opt-out/drop-own-words";
import type { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

const messagesMax = 40;

/** Our latest texts, which a received text may quote. No round trip for a text without a mark of quotation. */
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
