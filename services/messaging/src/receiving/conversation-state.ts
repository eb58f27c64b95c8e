import { erasureSalt } from "@cloudpbx/db/erased-opt-outs";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

export interface ConversationState {
	campaignId: string | null;
	campaignTextAt: Date | null;
	campaignStatus: string | null;
	erasureSalt: string | null;
	mode: string;
	sequence: number;
	answered: number;
	askedMessageId: string | null;
	confirmationId: string | null;
}

export const stateColumns = {
	mode: conversations.mode,
	sequence: conversations.inboundSequence,
	answered: conversations.answeredSequence,
	askedMessageId: conversations.askedMessageId,
	campaignId: conversations.campaignId,
	campaignTextAt: conversations.campaignTextAt,
	campaignStatus: sql<
		string | null
	>`(SELECT c.status FROM campaigns c WHERE c.id = conversations.campaign_id)`,
	erasureSalt,
};

export function selectState({ db }: Context, conversationId: string, answerId: SQL<string>) {
	return db
		.select({ ...stateColumns, confirmationId: messages.id })
		.from(conversations)
		.leftJoin(messages, eq(messages.id, answerId))
		.where(eq(conversations.id, conversationId));
}
