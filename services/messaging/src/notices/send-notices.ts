import { type Role, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { inArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobResult } from "../jobs/job-result.ts";
import type { Bundle } from "./bundle.ts";
import { bundleNotices, type DueNotice } from "./bundle-notices.ts";
import {
	claimedMax,
	claimNotices,
	type NoticeChange,
	type NoticeRow,
	storeChanges,
} from "./claim-notices.ts";
import { endOfNight } from "./end-of-night.ts";
import { type NoticePerson, wayOf } from "./list-readers.ts";
import { readPerson } from "./load-people.ts";
import { loadSubjects, type Subject, subjectKey } from "./load-subjects.ts";
import type { NoticeContent, NoticeFrame } from "./notice-content.ts";
import { sendByEmail } from "./send-by-email.ts";
import { sendByText } from "./send-by-text.ts";

type Due = DueNotice & { subject: Subject; attempts: number };

/** By the current facts and choices. A crash leaves claimed rows, which are sent later under the same ids. */
export async function sendNotices(ctx: Context, userId: string): Promise<JobResult> {
	const claim = await claimNotices(ctx, userId);
	if (claim.rows.length === 0) return { kind: "done", what: "nothing_due" };
	const [personRow] = claim.people;
	if (!personRow) {
		await storeChanges(ctx, drop(claim.rows, "nobody"));
		return { kind: "done", what: "nobody" };
	}
	const person = readPerson(personRow);
	const subjects = await loadSubjects(ctx, claim.rows);
	const frame = await loadFrame(ctx);
	const now = ctx.now();
	const again = claim.rows.filter(({ bundleId }) => bundleId !== null);
	const fresh = claim.rows.filter(({ bundleId }) => bundleId === null);
	const morning = person.atNight ? null : endOfNight(now, frame.timeZone);
	const { due, changes } = sortDue(ctx, person, fresh, subjects);
	const { bundles: groups, later } =
		morning === null
			? bundleNotices(due, claim.before, ctx.noticeFloodSeconds, now)
			: { bundles: [], later: due.map((notice) => ({ notice, dueAt: morning })) };
	changes.push(
		...later.map(({ notice, dueAt }) => ({
			id: notice.id,
			status: "waiting" as const,
			dueAt,
			isHeld: true as const,
		})),
	);
	const bundles = await Promise.all(groups.map((group) => toBundle(group, person.role)));
	changes.push(
		...bundles.flatMap(({ id, way, noticeIds }) =>
			noticeIds.map((noticeId) => ({ id: noticeId, status: "claimed" as const, bundleId: id, way })),
		),
	);
	const begun = rebundle(again, subjects, person.role);
	changes.push(...begun.changes);
	await storeChanges(ctx, changes);
	const all = [...begun.bundles, ...bundles];
	const texts = all.filter(({ way }) => way === "text");
	const emails = all.filter(({ way }) => way === "email");
	await storeChanges(ctx, await sendByText(ctx, person, texts, frame));
	for (const bundle of emails) await storeChanges(ctx, await sendByEmail(ctx, person, bundle, frame));
	await requestRest(ctx, userId, claim.rows.length, later);
	return { kind: "done", what: `notices_${all.length}` };
}

function sortDue(
	ctx: Context,
	person: NoticePerson,
	rows: readonly NoticeRow[],
	subjects: ReadonlyMap<string, Subject>,
): { due: Due[]; changes: NoticeChange[] } {
	const due: Due[] = [];
	const changes: NoticeChange[] = [];
	for (const row of rows) {
		const subject = subjects.get(subjectKey(row));
		const way = wayOf(row.kind, person, ctx.isEmailOn);
		const reason = subject ? (subject.dropReason ?? whyNotTold(ctx, person, subject, way)) : "deleted";
		if (reason !== null || !subject || way === "none") changes.push(...drop([row], reason ?? "not_wanted"));
		else due.push({ ...row, way, subject });
	}
	return { due, changes };
}

function whyNotTold(ctx: Context, person: NoticePerson, subject: Subject, way: string): string | null {
	if (subject.from !== null && person.phones.includes(subject.from)) return "own_phone";
	if (way === "text" && person.phone === null) return "no_phone";
	return way === "email" && !ctx.isEmailOn ? "email_off" : null;
}

async function toBundle(notices: readonly Due[], role: Role): Promise<Bundle> {
	const noticeIds = notices.map(({ id }) => id).sort();
	const way = notices[0]?.way ?? "email";
	return {
		id: await deriveId(way === "text" ? "msg" : "ntc", `notice-${way}`, ...noticeIds),
		way,
		noticeIds,
		told: notices.map((notice) => tell(notice, role)),
		attempts: Math.max(...notices.map(({ attempts }) => attempts)),
	};
}

/** Bundles of an interrupted run, under their ids. */
function rebundle(rows: readonly NoticeRow[], subjects: ReadonlyMap<string, Subject>, role: Role) {
	const changes: NoticeChange[] = [];
	const bundles = new Map<string, Bundle>();
	for (const row of rows) {
		const subject = subjects.get(subjectKey(row));
		const { id, bundleId, way } = row;
		if (!subject || bundleId === null || way === null || way === "none") {
			changes.push(...drop([row], "deleted"));
			continue;
		}
		const bundle = bundles.get(bundleId) ?? { id: bundleId, way, noticeIds: [], told: [], attempts: 0 };
		bundle.noticeIds.push(id);
		bundle.told.push(tell({ ...row, subject }, role));
		bundle.attempts = Math.max(bundle.attempts, row.attempts);
		bundles.set(bundleId, bundle);
	}
	return { bundles: [...bundles.values()], changes };
}

function tell(
	{ kind, happenedAt, subject }: Pick<NoticeRow, "kind" | "happenedAt"> & { subject: Subject },
	role: Role,
): NoticeContent {
	const {
		behind: _behind,
		happenedAt: _at,
		dropReason: _dropReason,
		isTranscriptOpen: _open,
		...told
	} = subject;
	// A person who may not see calls is led to the overview.
	const isSeen = kind !== "missedCall" || scopesOfRole[role].includes("calls:read");
	return { ...told, kind, happenedAt, path: isSeen ? told.path : "/" };
}

function drop(rows: readonly NoticeRow[], reason: string): NoticeChange[] {
	return rows.map(({ id }) => ({ id, status: "dropped", reason }));
}

async function loadFrame({ db, companyName: installed, dashboardUrl }: Context): Promise<NoticeFrame> {
	const rows = await db
		.select()
		.from(settings)
		.where(inArray(settings.key, ["companyName", "timeZone"]));
	const { companyName, timeZone } = readSettings(rows, { companyName: installed });
	return { companyName, timeZone, dashboardUrl };
}

/** A job for notices that are due before the next sweep. */
async function requestRest(
	{ jobQueue, now, noticeFloodSeconds }: Context,
	userId: string,
	claimed: number,
	later: readonly { dueAt: Date }[],
): Promise<void> {
	if (claimed === claimedMax) await enqueue(jobQueue, [{ task: "notices", userId }]);
	const next = Math.min(...later.map(({ dueAt }) => dueAt.getTime())) - now().getTime();
	if (next <= noticeFloodSeconds * 1000) {
		await enqueue(jobQueue, [{ task: "notices", userId }], Math.max(1, Math.ceil(next / 1000)));
	}
}
