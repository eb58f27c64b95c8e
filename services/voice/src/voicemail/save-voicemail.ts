import type { Db } from "@cloudpbx/db/open-db";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { sendJobs } from "./send-jobs.ts";

/** One of the three callbacks. Null: it does not know. */
export interface RecordingNews {
	callId: string;
	recordingSid: string;
	extension: string | null;
	durationSeconds: number | null;
	transcript: string | null;
}

/** Three callbacks come in any order, twice, late, or never: each adds what it knows and takes nothing back. */
export function saveVoicemail(db: Db, news: RecordingNews, now: Date) {
	return db
		.insert(voicemails)
		.values({
			id: voicemailIdOf(news.recordingSid),
			carrierRecordingId: news.recordingSid,
			callId: news.callId,
			extension: news.extension,
			extensionId: sql`(${selectOwner(db, news.extension ?? "")})`,
			fromNumber: sql`(${db.select({ from: calls.fromNumber }).from(calls).where(eq(calls.id, news.callId))})`,
			durationSeconds: news.durationSeconds,
			status: "recorded",
			transcript: news.transcript,
			transcriptStatus: news.transcript === null ? "pending" : "completed",
			transcriptSource: news.transcript === null ? null : "twilio",
			ingestRequestedAt: now,
			createdAt: now,
		})
		.onConflictDoUpdate({
			target: voicemails.id,
			set: {
				durationSeconds: sql`coalesce(${voicemails.durationSeconds}, excluded.duration_seconds)`,
				// A deleted voicemail stays empty, however late the words come.
				transcript: sql`CASE WHEN ${voicemails.deletedAt} IS NULL
					THEN coalesce(${voicemails.transcript}, excluded.transcript) END`,
				transcriptStatus: sql`CASE WHEN ${voicemails.transcriptStatus} = 'completed'
					THEN 'completed' ELSE excluded.transcript_status END`,
				transcriptSource: sql`coalesce(${voicemails.transcriptSource}, excluded.transcript_source)`,
			},
		})
		.returning({ ...voicemailFacts, ingestRequestedAt: voicemails.ingestRequestedAt });
}

function selectOwner(db: Db, ext: string) {
	return db
		.select({ id: extensions.id })
		.from(extensions)
		.where(and(eq(extensions.ext, ext), ne(extensions.status, "inactive")));
}

export const voicemailFacts = {
	id: voicemails.id,
	extension: voicemails.extension,
	extensionId: voicemails.extensionId,
	fromNumber: voicemails.fromNumber,
	createdAt: voicemails.createdAt,
};

/** Requests the fetch once a voicemail. */
export async function requestIngest(
	ctx: Context,
	saved: { id: string; ingestRequestedAt: Date | null } | undefined,
	now: Date,
): Promise<void> {
	if (saved?.ingestRequestedAt?.getTime() !== now.getTime()) return;
	await sendJobs(ctx, [{ task: "store", voicemailId: saved.id }]);
}
