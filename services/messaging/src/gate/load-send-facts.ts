import { erasureSalt, findErasedOptOuts } from "@cloudpbx/db/erased-opt-outs";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { closedPairs, optOuts } from "@cloudpbx/db/schema/consent";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "../context.ts";
import { hourOf } from "../texts/sending-hour.ts";
import { findCeiling, settingOf } from "./ceilings.ts";
import type { SendFacts } from "./decide-send.ts";
import { mayBeDecidedAgain } from "./may-be-decided-again.ts";

export interface TextPlace {
	id: string;
	conversationId: string;
	from: string;
	to: string;
	campaignId: string | null;
	/** Absent for another attempt, to which no ceiling applies. */
	author?: string;
	actorId?: string | null;
}

export interface KnownText {
	facts: SendFacts;
	/** No row has this id, or the text may be decided again. */
	isFree: boolean;
	/** The id belongs to a received text or to one between other numbers. */
	isTaken: boolean;
}

const recipients = alias(phoneNumbers, "recipients");
const field = (name: string): SQL<string> => sql<string>`r.value ->> ${sql.raw(`'$.${name}'`)}`;

export function selectSendFacts({ db, now }: Context, texts: readonly TextPlace[]) {
	return db
		.select({
			id: sql<string>`${field("id")}`.as("text_id"),
			optedOut: sql<number>`${optOuts.number} IS NOT NULL`.as("opted_out"),
			closedPair: sql<number>`${closedPairs.contactNumber} IS NOT NULL`.as("closed_pair"),
			sender: sql<string | null>`${phoneNumbers.id}`.as("sender"),
			senderReleasingAt: sql<number | null>`${phoneNumbers.releasingAt}`.as("sender_releasing_at"),
			recipient: sql<string | null>`${recipients.id}`.as("recipient"),
			hourStartedAt: sql<number | null>`${conversations.hourStartedAt}`.as("hour_started_at"),
			sentInHour: sql<number | null>`${conversations.sentInHour}`.as("sent_in_hour"),
			repliesInHour: sql<number | null>`${conversations.repliesInHour}`.as("replies_in_hour"),
			campaignStatus: sql<string | null>`${campaigns.status}`.as("campaign_status"),
			countries: sql<string>`${settingOf("callCountries")}`.as("countries"),
			ceiling: findCeiling(field("author"), field("actorId"), now()).as("ceiling"),
			erasureSalt: erasureSalt.as("erasure_salt"),
			isFree: sql<number>`${messages.id} IS NULL OR ${mayBeDecidedAgain}`.as("is_free"),
			isTaken: sql<number>`${messages.id} IS NOT NULL AND (${messages.direction} <> 'outbound'
				OR ${messages.conversationId} <> ${field("conversationId")})`.as("is_taken"),
		})
		.from(sql`json_each(${JSON.stringify(texts)}) r`)
		.leftJoin(optOuts, eq(optOuts.number, field("to")))
		.leftJoin(
			closedPairs,
			and(eq(closedPairs.contactNumber, field("to")), eq(closedPairs.ourNumber, field("from"))),
		)
		.leftJoin(phoneNumbers, eq(phoneNumbers.number, field("from")))
		.leftJoin(recipients, eq(recipients.number, field("to")))
		.leftJoin(conversations, eq(conversations.id, field("conversationId")))
		.leftJoin(campaigns, eq(campaigns.id, field("campaignId")))
		.leftJoin(messages, and(eq(messages.id, field("id"))))
		.orderBy(sql`r.key`);
}

type FactRow = Awaited<ReturnType<typeof selectSendFacts>>[number];

/** Contacts whose opt-out is kept as a hash. No round trip while there are no such opt-outs. */
export async function listErasedContacts(
	{ db }: Context,
	rows: readonly FactRow[],
	texts: readonly Pick<TextPlace, "to">[],
): Promise<Set<string>> {
	const numbers = [...new Set(texts.map(({ to }) => to))];
	return findErasedOptOuts(db, rows[0]?.erasureSalt ?? null, numbers);
}

export function readSendFacts(row: FactRow, now: Date, isErasedOut: boolean): KnownText {
	const hourStart = hourOf(now).getTime();
	// The count of a past hour is ignored.
	const isRunning = row.hourStartedAt === hourStart;
	return {
		isFree: Boolean(row.isFree),
		isTaken: Boolean(row.isTaken),
		facts: {
			isOptedOut: isErasedOut || Boolean(row.optedOut),
			isPairClosed: Boolean(row.closedPair),
			sender: row.sender === null ? "not_ours" : row.senderReleasingAt === null ? "ours" : "released",
			isRecipientOurs: row.recipient !== null,
			isCampaignSending: row.campaignStatus === "sending",
			allowedCountries: JSON.parse(row.countries),
			ceiling: row.ceiling === null ? null : JSON.parse(row.ceiling),
			sentInHour: isRunning ? (row.sentInHour ?? 0) : 0,
			repliesInHour: isRunning ? (row.repliesInHour ?? 0) : 0,
			hourEndsAt: new Date(hourStart + hourMilliseconds),
		},
	};
}
