import { readSettings } from "@cloudpbx/contracts/office/settings";
import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { selectRows } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { noticeEvents, notices } from "@cloudpbx/db/schema/notices";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { endOfNight } from "./end-of-night.ts";
import { listReaders } from "./list-readers.ts";
import { readPerson, selectPeople } from "./load-people.ts";
import { loadSubjects, subjectKey } from "./load-subjects.ts";
import { planDue } from "./plan-due.ts";

export interface NoticeEvent {
	id: string;
	event: string;
	subjectId: string;
	at: Date;
}

const kinds: Record<string, NoticeKind> = {
	"call.missed": "missedCall",
	"voicemail.stored": "voicemail",
	"voicemail.transcribed": "voicemail",
	"conversation.waiting": "conversationWaiting",
	"campaign.stopped": "campaignStopped",
	"campaign.finished": "campaignFinished",
	"number.trouble": "numberTrouble",
};

export const eventsOfNotices = Object.keys(kinds);

/** Kinds that happen once per subject. Other kinds can happen again, each time with an event of its own. */
const happensOnce: readonly NoticeKind[] = ["missedCall", "voicemail"];

/** Maximum delay of a job; the sweep sends later notices. */
const queuedSecondsMax = 900;

/** Older events lead to no notice: a restored archive creates its calls anew. */
const oldMilliseconds = 24 * 60 * 60 * 1000;

/** Maximum readers of one event; all rows are one parameter. */
const readersMax = 500;

const eventsMax = 100;

/** The part of the context that the drain of the outbox also has. */
export type PlanContext = Pick<Context, "db" | "jobQueue" | "isEmailOn" | "now">;

export async function planStoredEvents(ctx: PlanContext): Promise<void> {
	const events = await ctx.db.select().from(noticeEvents).orderBy(asc(noticeEvents.id)).limit(eventsMax);
	if (events.length > 0) await planNotices(ctx, events);
}

/** One row per reader, in the transaction that deletes the events. A repeated event changes nothing. */
export async function planNotices(ctx: PlanContext, events: readonly NoticeEvent[]): Promise<void> {
	const { db } = ctx;
	const now = ctx.now();
	const occasions = events.flatMap(({ event, ...rest }) => {
		const kind = kinds[event];
		return kind === undefined ? [] : [{ ...rest, event, kind }];
	});
	const subjects = await loadSubjects(ctx, occasions);
	const [peopleRows, zoneRows] = await db.batch([
		selectPeople(ctx),
		db.select().from(settings).where(eq(settings.key, "timeZone")),
	]);
	const people = peopleRows.map(readPerson);
	const { timeZone } = readSettings(zoneRows);
	const rows: (typeof notices.$inferInsert)[] = [];
	const spoken: string[] = [];
	for (const { id, kind, subjectId, at } of occasions) {
		const subject = subjects.get(subjectKey({ kind, subjectId }));
		if (!subject || subject.dropReason !== null) continue;
		const happenedAt = subject.happenedAt ?? at;
		if (now.getTime() - happenedAt.getTime() > oldMilliseconds) continue;
		const occasion = happensOnce.includes(kind) ? "" : id;
		const byDay = planDue(kind, at, subject.isTranscriptOpen);
		for (const person of listReaders({ kind, ...subject }, people, ctx.isEmailOn).slice(0, readersMax)) {
			const morning = person.atNight ? null : endOfNight(byDay, timeZone);
			rows.push({
				id: await deriveId("ntc", "notice", person.id, kind, subjectId, occasion),
				userId: person.id,
				kind,
				subjectId,
				happenedAt,
				dueAt: morning ?? byDay,
				isHeld: morning !== null,
				status: "waiting",
			});
		}
		if (kind === "voicemail" && !subject.isTranscriptOpen) spoken.push(subjectId);
	}
	await db.batch([
		db.delete(noticeEvents).where(
			isOneOf(
				sql`${noticeEvents.id}`,
				events.map(({ id }) => id),
			),
		),
		db.insert(notices).select(selectRows(notices, rows)).onConflictDoNothing(),
		// The transcript has arrived: these notices need not wait.
		db
			.update(notices)
			.set({ dueAt: now })
			.where(
				sql`${isOneOf(sql`${notices.subjectId}`, spoken)}
					AND ${notices.status} = 'waiting' AND NOT ${notices.isHeld} AND ${notices.dueAt} > ${now.getTime()}`,
			),
	]);
	await requestNotices(ctx, rows);
}

/** A lost job is only late: the sweep sends the notices. */
async function requestNotices(
	{ jobQueue, now }: PlanContext,
	rows: readonly { userId: string; dueAt: Date }[],
): Promise<void> {
	for (const userId of new Set(rows.map((row) => row.userId))) {
		const first = Math.min(
			...rows.filter((row) => row.userId === userId).map(({ dueAt }) => dueAt.getTime()),
		);
		const delaySeconds = Math.max(0, Math.ceil((first - now().getTime()) / 1000));
		if (delaySeconds <= queuedSecondsMax) {
			await enqueue(jobQueue, [{ task: "notices", userId }], delaySeconds);
		}
	}
}
