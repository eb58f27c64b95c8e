import { missedOutcomes } from "@cloudpbx/contracts/calls/calls";
import { type NoticeKind, noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { NoticeContent } from "./notice-content.ts";

export interface Subject extends Omit<NoticeContent, "kind" | "happenedAt"> {
	behind: string[];
	/** Null: the time of the event. */
	happenedAt: Date | null;
	/** The reason against telling it now; null: none. */
	dropReason: string | null;
	/** The transcript may still arrive. */
	isTranscriptOpen: boolean;
}

interface SubjectRef {
	kind: NoticeKind;
	subjectId: string;
}

const bare = {
	from: null,
	name: null,
	subject: null,
	words: null,
	durationSeconds: null,
	behind: [],
	happenedAt: null,
	dropReason: null,
	isTranscriptOpen: false,
};

/** By kind and id; deleted subjects are missing. One round trip. */
export async function loadSubjects(
	{ db }: Pick<Context, "db">,
	refs: readonly SubjectRef[],
): Promise<Map<string, Subject>> {
	const wanted = noticeKinds.filter((kind) => refs.some((ref) => ref.kind === kind));
	if (wanted.length === 0) return new Map();
	const idsOf = (kind: NoticeKind) => [
		...new Set(refs.filter((ref) => ref.kind === kind).map(({ subjectId }) => subjectId)),
	];
	const rows = await runBatch(
		db,
		wanted.map((kind) =>
			statements[kind](sql`(SELECT value FROM json_each(${JSON.stringify(idsOf(kind))}))`),
		),
	);
	return new Map(
		wanted.flatMap((kind, index) =>
			(rows[index] ?? []).map((row) => [
				subjectKey({ kind, subjectId: String(row.id) }),
				read[kind](row as Row),
			]),
		),
	);
}

export function subjectKey({ kind, subjectId }: SubjectRef): string {
	return `${kind} ${subjectId}`;
}

type Row = Record<string, string | number | null>;

const destination = sql`e.name AS destination, e.id AS extension_id, e.kind AS extension_kind, e.members`;

const statements: Record<NoticeKind, (ids: SQL) => SQL> = {
	missedCall: (
		ids,
	) => sql`SELECT c.id, c.from_number, c.outcome, c.direction, c.started_at AS at, ${destination}, contact.name,
			EXISTS (SELECT 1 FROM voicemails WHERE call_id = c.id) AS has_voicemail
		FROM calls c LEFT JOIN extensions e ON e.ext = c.extension AND e.status <> 'inactive'
			LEFT JOIN contacts contact ON contact.number = c.from_number
		WHERE c.id IN ${ids}`,
	voicemail: (
		ids,
	) => sql`SELECT v.id, v.from_number, v.transcript, v.transcript_status, v.duration_seconds, v.listened_at,
			v.deleted_at, v.created_at AS at, c.outcome, ${destination}, contact.name
		FROM voicemails v LEFT JOIN calls c ON c.id = v.call_id
			LEFT JOIN extensions e ON e.id = v.extension_id AND e.status <> 'inactive'
			LEFT JOIN contacts contact ON contact.number = v.from_number
		WHERE v.id IN ${ids}`,
	conversationWaiting: (ids) => sql`SELECT t.id, t.contact_number, t.mode, contact.name
		FROM conversations t LEFT JOIN contacts contact ON contact.number = t.contact_number
		WHERE t.id IN ${ids}`,
	campaignStopped: (ids) => sql`SELECT id, name, status, reason FROM campaigns WHERE id IN ${ids}`,
	campaignFinished: (ids) =>
		sql`SELECT id, name, status, sent_count, delivered_count, undelivered_count, failed_count, skipped_count
		FROM campaigns WHERE id IN ${ids}`,
	numberTrouble: (ids) => sql`SELECT trouble.value ->> '$.id' AS id, trouble.value ->> '$.number' AS number,
			trouble.value ->> '$.message' AS message
		FROM number_checks, json_each(number_checks.troubles) trouble
		WHERE number_checks.id = 1 AND trouble.value ->> '$.id' IN ${ids}`,
};

const read: Record<NoticeKind, (row: Row) => Subject> = {
	missedCall: (row) => ({
		...bare,
		...caller(row),
		dropReason: whyNotMissed(row),
		path: `/calls/${row.id}`,
	}),
	voicemail: (row) => ({
		...bare,
		...caller(row),
		words: text(row.transcript),
		durationSeconds: row.duration_seconds === null ? null : Number(row.duration_seconds),
		dropReason: whyNotToHear(row),
		isTranscriptOpen: row.transcript_status === "pending",
		path: `/voicemail/${row.id}`,
	}),
	conversationWaiting: (row) => ({
		...bare,
		from: text(row.contact_number),
		name: text(row.name),
		dropReason: row.mode === "waiting" ? null : "not_waiting",
		path: `/inbox/${row.id}`,
	}),
	campaignStopped: (row) => ({
		...bare,
		subject: text(row.name),
		words: text(row.reason),
		// Without a reason, a person paused it.
		dropReason:
			["paused", "failed"].includes(String(row.status)) && row.reason !== null ? null : "not_stopped",
		path: `/campaigns/${row.id}`,
	}),
	campaignFinished: (row) => ({
		...bare,
		subject: text(row.name),
		words: describeOutcome(row),
		dropReason: row.status === "completed" ? null : "not_finished",
		path: `/campaigns/${row.id}`,
	}),
	numberTrouble: (row) => ({
		...bare,
		subject: text(row.number),
		words: text(row.message),
		path: "/extensions",
	}),
};

function caller(row: Row) {
	const isGroup = row.extension_kind === "group";
	const members: string[] = isGroup ? JSON.parse(String(row.members)) : [];
	const behind = row.extension_id === null ? [] : isGroup ? members : [String(row.extension_id)];
	return {
		from: text(row.from_number),
		name: text(row.name),
		subject: text(row.destination),
		behind,
		happenedAt: new Date(Number(row.at)),
	};
}

/** The notice of a voicemail replaces that of its call. */
function whyNotMissed({ direction, outcome, has_voicemail }: Row): string | null {
	if (has_voicemail === 1) return "voicemail_left";
	const isMissed = missedOutcomes.some((missed) => missed === outcome);
	return direction === "inbound" && isMissed ? null : "not_missed";
}

function whyNotToHear({ deleted_at, listened_at, outcome }: Row): string | null {
	if (deleted_at !== null) return "deleted";
	if (listened_at !== null) return "heard";
	return outcome === "blocked" ? "blocked" : null;
}

function describeOutcome(row: Row): string {
	const count = (name: string) => Number(row[name] ?? 0);
	const taken = count("sent_count") + count("delivered_count");
	const failed = count("undelivered_count") + count("failed_count");
	return `${taken} sent, ${failed} failed, ${count("skipped_count")} set aside.`;
}

function text(value: string | number | null | undefined): string | null {
	return value === null || value === undefined ? null : String(value);
}
