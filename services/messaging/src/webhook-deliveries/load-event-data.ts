import { missedOutcomes } from "@cloudpbx/contracts/calls/calls";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { contactNameOf } from "@cloudpbx/db/contact-name";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { settings } from "@cloudpbx/db/schema/admin";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { contactOfCall, showCall } from "@cloudpbx/db/show-call";
import { showCampaign } from "@cloudpbx/db/show-campaign";
import { showVoicemail } from "@cloudpbx/db/show-voicemail";
import { eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { toConsentEvent } from "../consent/opt-outs.ts";
import type { Context } from "../context.ts";
import { selectConversations, toConversation } from "../inbox/to-conversation.ts";
import { toMessage } from "../inbox/to-message.ts";

export interface Subject {
	event: string;
	subjectId: string | null;
}

/** The subject as the API shows it now; null: deleted, or the event no longer holds. */
export type FindData = (subject: Subject) => object | null;

export async function loadEventData(ctx: Context, subjects: readonly Subject[]): Promise<FindData> {
	const { db } = ctx;
	const idsOf = (prefix: string) =>
		subjects.flatMap(({ event, subjectId }) =>
			event.startsWith(prefix) && subjectId !== null ? [subjectId] : [],
		);
	const messageIds = idsOf("message.");
	const [callRows, voicemailRows, messageRows, media, conversationRows, campaignRows, rates, consentRows] =
		await db.batch([
			db
				.select({ row: calls, contactName: contactNameOf(contactOfCall) })
				.from(calls)
				.where(isOneOf(calls.id, idsOf("call."))),
			db
				.select({ ...getTableColumns(voicemails), contactName: contactNameOf(sql`from_number`) })
				.from(voicemails)
				.where(sql`${isOneOf(voicemails.id, idsOf("voicemail."))} AND ${isNull(voicemails.deletedAt)}`),
			db.select().from(messages).where(isOneOf(messages.id, messageIds)),
			db.select().from(messageMedia).where(isOneOf(messageMedia.messageId, messageIds)),
			selectConversations(ctx, idsOf("conversation.")),
			db
				.select()
				.from(campaigns)
				.where(isOneOf(campaigns.id, idsOf("campaign."))),
			db.select().from(settings).where(eq(settings.key, "senderRates")),
			db
				.select()
				.from(consentEvents)
				.where(isOneOf(consentEvents.id, idsOf("consent."))),
		]);
	const { senderRates } = readSettings(rates);
	const shown = {
		call: byId(
			callRows.map(({ row, contactName }) => ({ id: row.id, row, contactName })),
			({ row, contactName }) => showCall(row, contactName),
		),
		voicemail: byId(voicemailRows, showVoicemail),
		message: byId(messageRows, (row) => toMessage(row, media)),
		conversation: byId(
			conversationRows.map((row) => ({ ...row, id: row.conversation.id })),
			toConversation,
		),
		campaign: byId(campaignRows, (row) => showCampaign(row, senderRates)),
		consent: byId(consentRows, toConsentEvent),
	};
	const missed = new Set(
		callRows.filter(({ row }) => missedOutcomes.some((one) => one === row.outcome)).map(({ row }) => row.id),
	);
	return ({ event, subjectId }) => {
		const [kind] = event.split(".");
		if (subjectId === null || (event === "call.missed" && !missed.has(subjectId))) return null;
		return shown[kind as keyof typeof shown]?.get(subjectId) ?? null;
	};
}

function byId<Row extends { id: string | number }>(
	rows: readonly Row[],
	show: (row: Row) => object,
): Map<string, object> {
	return new Map(rows.map((row) => [String(row.id), show(row)]));
}
