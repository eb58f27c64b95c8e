import { hoursKey } from "@cloudpbx/contracts/office/hours";
import { readSettings, type Settings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { readHours } from "@cloudpbx/domain/hours/read-hours";
import { writeOpening } from "@cloudpbx/domain/hours/write-opening";
import { eq, inArray, ne } from "drizzle-orm";
import { recallErasedOptOut } from "../consent/erased-opt-out.ts";
import type { Context } from "../context.ts";
import type { SendFacts } from "../gate/decide-send.ts";
import { listErasedContacts, readSendFacts, selectSendFacts } from "../gate/load-send-facts.ts";
import { replyIdOf } from "../texts/text-ids.ts";
import { joinMemory, type Memory, recallMemory, selectTurnsSince } from "./assistant-memory.ts";

export interface ConversationTalk {
	conversation: typeof conversations.$inferSelect;
	/** Every attempt to answer this text has the same id. */
	replyId: string;
	facts: SendFacts;
	memory: Memory;
	settings: Settings;
	openingText: string;
	/** Without telephone numbers: the assistant must not give them out. */
	directory: { name: string; department: string | null; purpose: string | null }[];
}

/** Null for an unknown conversation. KV is read first, then one round trip loads the rest. */
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
			.where(
				inArray(settings.key, [
					"companyName",
					"hoursText",
					"factsText",
					"isAssistantOn",
					"timeZone",
					hoursKey,
				]),
			),
		db
			.select({ name: extensions.name, department: extensions.department, purpose: extensions.purpose })
			.from(extensions)
			.where(ne(extensions.status, "inactive"))
			.orderBy(extensions.ext),
	]);
	if (!conversation) return null;
	const { ourNumber: from, contactNumber: to } = conversation;
	const place = { id: replyId, conversationId, from, to, campaignId: null, author: "assistant" };
	const [factRow] = await selectSendFacts(ctx, [place]);
	if (!factRow) return null;
	const isErasedOut = (await listErasedContacts(ctx, [factRow], [place])).has(to);
	// A text from an erased contact makes its number known again, and with it the opt-out.
	if (isErasedOut) await recallErasedOptOut(ctx, to);
	const known = readSettings(settingRows, { companyName });
	const hours = readHours(settingRows.find(({ key }) => key === hoursKey)?.value);
	return {
		conversation,
		replyId,
		facts: readSendFacts(factRow, ctx.now(), isErasedOut).facts,
		memory: joinMemory(ctx, kept, turns),
		settings: known,
		openingText: writeOpening(hours, known.timeZone, ctx.now()),
		directory: people.map(({ name, department, purpose }) => ({
			name,
			department: department || null,
			purpose: purpose || null,
		})),
	};
}

export function textingOf({ settings, openingText, directory, memory }: ConversationTalk) {
	return {
		company: { ...settings, name: settings.companyName, openingText },
		directory,
		turns: memory.turns,
	};
}
