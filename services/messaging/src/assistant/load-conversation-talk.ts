import { readSettings, type Settings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq, inArray, ne } from "drizzle-orm";
import type { Context } from "../context.ts";
import { replyIdOf } from "../derive-id.ts";
import type { SendFacts } from "../gate/decide-send.ts";
import { readSendFacts, selectSendFacts } from "../gate/load-send-facts.ts";
import { joinMemory, type Memory, recallMemory, selectTurnsSince } from "./assistant-memory.ts";

export interface ConversationTalk {
	conversation: typeof conversations.$inferSelect;
	/** The answer to the text in question has this id, whoever composes it and however often. */
	replyId: string;
	facts: SendFacts;
	memory: Memory;
	settings: Settings;
	/** Names and departments: nobody's numbers are the assistant's to give. */
	directory: { name: string; department: string | null }[];
}

/** All that an answer needs: what KV remembers, and one round trip for the rest. Null for a conversation nobody knows. */
export async function loadConversationTalk(
	ctx: Context,
	conversationId: string,
	sequence: number,
): Promise<ConversationTalk | null> {
	const { db, companyName } = ctx;
	const replyId = await replyIdOf(conversationId, sequence);
	const kept = await recallMemory(ctx, conversationId);
	const [[conversation], turns, settingRows, people] = await db.batch([
		db.select().from(conversations).where(eq(conversations.id, conversationId)),
		selectTurnsSince(ctx, conversationId, kept),
		db
			.select({ key: settings.key, value: settings.value })
			.from(settings)
			.where(inArray(settings.key, ["companyName", "hoursText", "factsText", "isAssistantOn"])),
		db
			.select({ name: extensions.name, department: extensions.department })
			.from(extensions)
			.where(ne(extensions.status, "inactive"))
			.orderBy(extensions.ext),
	]);
	if (!conversation) return null;
	const { ourNumber: from, contactNumber: to } = conversation;
	const place = { id: replyId, conversationId, from, to, campaignId: null };
	const [factRow] = await selectSendFacts(ctx, [place]);
	if (!factRow) return null;
	return {
		conversation,
		replyId,
		facts: readSendFacts(factRow, ctx.now()).facts,
		memory: joinMemory(ctx, kept, turns),
		settings: readSettings(settingRows, { companyName }),
		directory: people.map(({ name, department }) => ({ name, department: department || null })),
	};
}
