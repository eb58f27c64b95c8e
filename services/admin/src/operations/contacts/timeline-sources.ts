import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import { type TimelineKind, timelineKinds } from "@cloudpbx/contracts/words/timeline-kinds";
import type { Db } from "@cloudpbx/db/open-db";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { contactOfMessage, messages } from "@cloudpbx/db/schema/messaging";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { and, desc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteSelect } from "drizzle-orm/sqlite-core";
import type { PlacedItem, TimelinePlace, TimelineSource } from "../../domain/contacts/merge-timeline.ts";
import type { VisibleVoicemail } from "../../domain/people/principal.ts";

/** Rows of a number after a place. */
export interface TimelineQuery {
	number: string;
	behind: TimelinePlace | null;
	rowsMax: number;
}

interface Source<Row> {
	statement: PromiseLike<Row[]>;
	read(rows: Row[]): TimelineSource;
}

const voicemailsScanned = 500;

export function selectTexts(db: Db, query: TimelineQuery) {
	const statement = selectPage(db.select().from(messages).$dynamic(), query, {
		isOf: sql`${contactOfMessage} = ${query.number}`,
		kind: "message",
		at: messages.createdAt,
		key: messages.position,
	});
	return sourceOf(statement, query.rowsMax, (row) =>
		place(row.createdAt, row.position, {
			kind: "message",
			at: row.createdAt.toISOString(),
			id: row.id,
			conversationId: row.conversationId,
			direction: row.direction,
			body: row.body,
			author: row.author,
			authorName: row.actorName,
			status: row.status,
			refusal: row.refusal,
			mediaCount: row.mediaCount,
			campaignId: row.campaignId,
			ourNumber: row.direction === "inbound" ? row.toNumber : row.fromNumber,
		}),
	);
}

/** Two sources with an index each. A call to oneself is in the first only. */
export function selectCalls(db: Db, query: TimelineQuery) {
	const { number, rowsMax } = query;
	const isCallerAnother = or(isNull(calls.fromNumber), ne(calls.fromNumber, number));
	return [eq(calls.fromNumber, number), and(eq(calls.toNumber, number), isCallerAnother)].map((isOf) => {
		const statement = selectPage(db.select().from(calls).$dynamic(), query, {
			isOf,
			kind: "call",
			at: calls.startedAt,
			key: calls.id,
		});
		return sourceOf(statement, rowsMax, (row) =>
			place(row.startedAt, row.id, {
				kind: "call",
				at: row.startedAt.toISOString(),
				id: row.id,
				direction: row.direction,
				outcome: row.outcome,
				status: row.status,
				extension: row.extension,
				takenBy: row.takenBy,
				durationSeconds: row.durationSeconds,
				talkSeconds: row.talkSeconds,
				ourNumber: row.direction === "inbound" ? row.toNumber : (row.fromNumber ?? ""),
			}),
		);
	});
}

/** Scans a limited number of rows for an agent's boxes, so a page may be short. */
export function selectVoicemails(db: Db, query: TimelineQuery, visible: VisibleVoicemail) {
	const rowsMax = visible === "all" ? query.rowsMax : Math.max(voicemailsScanned, query.rowsMax);
	const keys = sql<string | null>`(SELECT ext FROM extensions WHERE extensions.id = extension_id)`;
	const select = db.select({ row: voicemails, keys: keys.as("keys_of_owner") }).from(voicemails);
	const statement = selectPage(
		select.$dynamic(),
		{ ...query, rowsMax },
		{
			isOf: eq(voicemails.fromNumber, query.number),
			kind: "voicemail",
			at: voicemails.createdAt,
			key: voicemails.id,
		},
	);
	const source = sourceOf(statement, rowsMax, ({ row, keys: ext }) =>
		place(row.createdAt, row.id, {
			kind: "voicemail",
			at: row.createdAt.toISOString(),
			id: row.id,
			callId: row.callId,
			extension: ext ?? row.extension,
			durationSeconds: row.durationSeconds,
			transcript: row.transcript,
			transcriptStatus: row.transcriptStatus,
			isHeard: row.listenedAt !== null,
		}),
	);
	if (visible === "all") return source;
	const boxes = visible === "none" ? [] : visible.map(({ extensionId }) => extensionId);
	return {
		statement: source.statement,
		read: (found: Awaited<typeof source.statement>) => ({
			...source.read(found.filter(({ row }) => row.extensionId !== null && boxes.includes(row.extensionId))),
			end: source.read(found).end,
		}),
	};
}

interface CampaignRow {
	id: string;
	name: string;
	campaignStatus: CampaignStatus;
	status: RecipientStatus;
	reason: string | null;
	at: number;
}

/** Each campaign once, with the number's first entry, by skipping through the index. */
export function selectCampaigns(db: Db, query: TimelineQuery) {
	const { number, behind, rowsMax } = query;
	const isOurs = sql`number = ${number}`;
	const at = sql`coalesce(c.started_at, c.created_at)`;
	const found = sql`(WITH RECURSIVE ours(campaign_id) AS (
			SELECT min(campaign_id) FROM campaign_recipients WHERE ${isOurs}
			UNION ALL SELECT (SELECT min(campaign_id) FROM campaign_recipients WHERE ${isOurs} AND campaign_id > ours.campaign_id)
				FROM ours WHERE ours.campaign_id IS NOT NULL
		)
		SELECT c.id, c.name, c.status AS campaign_status, r.status, r.reason, ${at} AS at FROM ours
		CROSS JOIN campaigns c ON c.id = ours.campaign_id
		CROSS JOIN campaign_recipients r ON r.campaign_id = c.id
			AND r.position = (SELECT min(position) FROM campaign_recipients WHERE ${isOurs} AND campaign_id = c.id)
		WHERE ${isBehind(behind, "campaign", at, sql`c.id`) ?? sql`true`} ORDER BY at DESC, c.id DESC LIMIT ${rowsMax}) AS found`;
	const statement = db
		.select({
			id: sql<string>`id`,
			name: sql<string>`name`,
			campaignStatus: sql<CampaignStatus>`campaign_status`,
			status: sql<RecipientStatus>`status`,
			reason: sql<string | null>`reason`,
			at: sql<number>`at`,
		})
		.from(found);
	return sourceOf(statement as PromiseLike<CampaignRow[]>, rowsMax, (row) => {
		const instant = new Date(row.at);
		return place(instant, row.id, {
			kind: "campaign",
			at: instant.toISOString(),
			campaignId: row.id,
			name: row.name,
			campaignStatus: row.campaignStatus,
			status: row.status,
			reason: row.reason,
		});
	});
}

export function selectConsent(db: Db, query: TimelineQuery) {
	const statement = selectPage(db.select().from(consentEvents).$dynamic(), query, {
		isOf: eq(consentEvents.number, query.number),
		kind: "consent",
		at: consentEvents.at,
		key: consentEvents.id,
	});
	return sourceOf(statement, query.rowsMax, (row) =>
		place(row.at, row.id, {
			kind: "consent",
			at: row.at.toISOString(),
			id: `consent_${row.id}`,
			eventKind: row.kind,
			source: row.source,
			words: row.words,
			reason: row.reason,
			by: row.actorName,
		}),
	);
}

interface SourceColumns {
	kind: TimelineKind;
	isOf: SQL | undefined;
	at: SQLiteColumn;
	key: SQLiteColumn;
}

function selectPage<Select extends SQLiteSelect>(
	select: Select,
	{ behind, rowsMax }: TimelineQuery,
	{ kind, isOf, at, key }: SourceColumns,
) {
	return select
		.where(and(isOf, isBehind(behind, kind, at, key)))
		.orderBy(desc(at), desc(key))
		.limit(rowsMax);
}

/** Rows after the place, in the order of `comparePlaces`. */
function isBehind(
	behind: TimelinePlace | null,
	kind: TimelineKind,
	at: SQLiteColumn | SQL,
	key: SQLiteColumn | SQL,
): SQL | undefined {
	if (behind === null) return undefined;
	const order = timelineKinds.indexOf(kind) - timelineKinds.indexOf(behind.kind);
	if (order === 0) return sql`(${at}, ${key}) < (${behind.at}, ${behind.key})`;
	return order > 0 ? sql`${at} <= ${behind.at}` : sql`${at} < ${behind.at}`;
}

function place(at: Date, key: number | string, item: TimelineItem): PlacedItem {
	return { place: { at: at.getTime(), kind: item.kind, key }, item };
}

function sourceOf<Row>(
	statement: PromiseLike<Row[]>,
	rowsMax: number,
	show: (row: Row) => PlacedItem,
): Source<Row> {
	return {
		statement,
		read: (rows) => {
			const placed = rows.map(show);
			return { rows: placed, end: rows.length < rowsMax ? null : (placed.at(-1)?.place ?? null) };
		},
	};
}
