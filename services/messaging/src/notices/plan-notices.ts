import { readSettings } from "@cloudpbx/contracts/office/settings";
import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { selectRows } from "@cloudpbx/db/json-rows";
import { settings } from "@cloudpbx/db/schema/admin";
import { noticeEvents, notices } from "@cloudpbx/db/schema/messaging";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { endOfNight } from "./end-of-night.ts";
import { findReaders } from "./find-readers.ts";
import { readPerson, selectPeople } from "./load-people.ts";
import { loadSubjects, subjectKey } from "./load-subjects.ts";
import { planDue } from "./plan-due.ts";

/** Something that happened, as the outbox tells it. */
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

/** What people can be told of, of the outbox's events. */
export const eventsOfNotices = Object.keys(kinds);

/** What happens to a call or a voicemail once. The others can happen again, each time by an event of its own. */
const happensOnce: readonly NoticeKind[] = ["missedCall", "voicemail"];

/** A longer wait is the sweep's: it comes often enough for a morning. */
const queuedSecondsMax = 900;

/** Nobody is told any more of what is older: an archive that is restored makes its calls anew. */
const oldMilliseconds = 24 * 60 * 60 * 1000;

/** Maximum readers of one event: each is a row, and all are one parameter. */
const readersMax = 500;

/** Maximum events that are decided at once. */
const eventsMax = 100;

/** As much of the context as planning needs: the drain of the outbox has no more. */
export type PlanContext = Pick<Context, "db" | "jobQueue" | "isEmailOn" | "now">;

/** Decides the events that the drain has left, oldest first. */
export async function planStoredEvents(ctx: PlanContext): Promise<void> {
	const events = await ctx.db.select().from(noticeEvents).orderBy(asc(noticeEvents.id)).limit(eventsMax);
	if (events.length > 0) await planNotices(ctx, events);
}

/**
 * Decides who is told of these events, and when: one row a person, in the transaction that takes the events away. Told twice it
 * changes nothing. Three round trips at most.
 */
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
		if (!subject || subject.gone !== null) continue;
		const happenedAt = subject.happenedAt ?? at;
		if (now.getTime() - happenedAt.getTime() > oldMilliseconds) continue;
		const occasion = happensOnce.includes(kind) ? "" : id;
		const byDay = planDue(kind, at, subject.isTranscriptOpen);
		for (const person of findReaders({ kind, ...subject }, people, ctx.isEmailOn).slice(0, readersMax)) {
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
		// The words have come: nobody waits for them any longer.
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

/** Has each person's notices sent when the first is due. A lost job is only late: the sweep sends them. */
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
