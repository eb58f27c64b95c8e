import type { Diagnosis } from "@cloudpbx/contracts/diagnosis";
import type { ServiceName } from "@cloudpbx/contracts/health";
import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { isActivePerson } from "@cloudpbx/db/credentials";
import { noticeChoices, settings, users } from "@cloudpbx/db/schema/admin";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { serviceMarks } from "@cloudpbx/db/schema/marks";
import { messages } from "@cloudpbx/db/schema/messaging";
import { notices } from "@cloudpbx/db/schema/notices";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import type { RecordFacts } from "@cloudpbx/domain/diagnosis/record-checks";
import { and, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";

const dayMinutes = 24 * 60;

const cronMinutes: Record<ServiceName, number> = {
	voice: 5,
	messaging: 5,
	campaigns: 5,
	provisioning: 5,
	admin: dayMinutes,
};

/** Days for which failed notices are reported. */
const failedDays = 7;

const overdueMilliseconds = 30 * 60_000;

/** Facts about background work. One round trip, by index only. */
export async function readRecords(
	ctx: Context,
): Promise<Omit<RecordFacts, "writeMilliseconds" | "hasMixedCredentials">> {
	const { db, env, now } = ctx;
	const overdue = new Date(now.getTime() - overdueMilliseconds);
	const [marks, [ready], [migrated], [recordings], [texts], [late], [emails]] = await db.batch([
		db.select().from(serviceMarks),
		db.select().from(settings).where(eq(settings.key, "readyMark")),
		db.select({ at: sql<string | null>`max(applied_at)` }).from(sql`d1_migrations`),
		db
			.select(countOf(sql`min(${voicemails.createdAt})`))
			.from(voicemails)
			.where(and(sql`status = 'recorded'`, lt(voicemails.createdAt, overdue), isNull(voicemails.deletedAt))),
		db
			.select(countOf(sql`min(${messages.checkAt})`))
			.from(messages)
			.where(and(isNotNull(messages.checkAt), lt(messages.checkAt, overdue), eq(messages.status, "pending"))),
		db
			.select(countOf(sql`min(${campaigns.startAt})`))
			.from(campaigns)
			.where(and(eq(campaigns.status, "scheduled"), lt(campaigns.startAt, overdue))),
		db
			.select({ people: countEmailReaders.as("people"), failed: countFailedEmails(now).as("failed") })
			.from(sql`(SELECT 1)`),
	]);
	const isReadyHere = env.READY_MARK !== "" && ready?.value === env.READY_MARK;
	const services = Object.keys(cronMinutes) as ServiceName[];
	const cronOf = (service: ServiceName) =>
		marks.find((mark) => mark.service === service && mark.name === "cron")?.at ?? null;
	return {
		now,
		runningSince: isReadyHere ? ready.updatedAt : readTimestamp(migrated?.at ?? null),
		crons: services.map((service) => ({
			service,
			everyMinutes: cronMinutes[service],
			lastAt: cronOf(service),
		})),
		deadLetters: marks
			.filter(({ name }) => name.endsWith("-dead"))
			.map(({ name, count, at }) => ({ queue: name, count, lastAt: at })),
		waiting: [
			{ what: "voicemails", ...waitingOf(recordings) },
			{ what: "texts", ...waitingOf(texts) },
			{ what: "campaigns", ...waitingOf(late) },
		],
		noticeEmail: {
			isOn: env.NOTICE_EMAIL_FROM !== "",
			people: emails?.people ?? 0,
			failed: emails?.failed ?? 0,
		},
	};
}

const emailChoices = sql.join(
	noticeKinds.map((kind) => sql`${noticeChoices[kind]}`),
	sql`, `,
);
const countEmailReaders = sql<number>`(SELECT count(*) FROM ${noticeChoices} JOIN ${users} ON ${users.id} = ${noticeChoices.userId}
	WHERE ${isActivePerson} AND 'email' IN (${emailChoices}))`;

function countFailedEmails(now: Date): SQL<number> {
	const since = now.getTime() - failedDays * dayMinutes * 60_000;
	return sql<number>`(SELECT count(*) FROM ${notices} WHERE ${notices.happenedAt} > ${since} AND ${notices.reason} = 'email_failed')`;
}

function countOf(oldest: SQL) {
	return { count: sql<number>`count(*)`, oldest: sql<number | null>`${oldest}` };
}

function waitingOf(row: { count: number; oldest: number | null } | undefined) {
	return { count: row?.count ?? 0, oldestAt: row?.oldest == null ? null : new Date(row.oldest) };
}

/** SQLite's `CURRENT_TIMESTAMP` is UTC without a suffix. */
function readTimestamp(text: string | null): Date | null {
	const at = new Date(`${text?.replace(" ", "T")}Z`);
	return Number.isNaN(at.getTime()) ? null : at;
}

export async function readDatabaseObjects(
	database: D1Database,
): Promise<Pick<Diagnosis["database"], "migrations" | "objects">> {
	const [objects, migrations] = await database.batch([
		database.prepare(
			"SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations' ORDER BY type, name",
		),
		database.prepare("SELECT name FROM d1_migrations ORDER BY name"),
	]);
	return {
		objects: (objects?.results ?? []) as { type: string; name: string }[],
		migrations: ((migrations?.results ?? []) as { name: string }[]).map(({ name }) => name),
	};
}
