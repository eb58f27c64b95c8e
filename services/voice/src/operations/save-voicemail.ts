import type { VoicemailIngest } from "@cloudpbx/contracts/voicemails";
import type { Db } from "@cloudpbx/db/open-db";
import { calls, voicemails } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import { voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq, sql } from "drizzle-orm";

/** What one of the three callbacks of a recording knows. Null: this one cannot tell. */
export interface RecordingNews {
	callId: string;
	recordingSid: string;
	extension: string;
	durationSeconds: number | null;
	transcript: { status: "completed" | "failed"; text: string | null } | null;
}

/**
 * One voicemail from three callbacks that come in any order, twice, late, or never: each adds what it knows, none
 * takes anything back. Whichever is first has the audio fetched.
 */
export function saveVoicemail(db: Db, news: RecordingNews, now: Date) {
	const transcript = news.transcript;
	return db
		.insert(voicemails)
		.values({
			id: voicemailIdOf(news.recordingSid),
			carrierRecordingId: news.recordingSid,
			callId: news.callId,
			extension: news.extension,
			fromNumber: sql`(${db.select({ from: calls.fromNumber }).from(calls).where(eq(calls.id, news.callId))})`,
			durationSeconds: news.durationSeconds,
			status: "recorded",
			transcript: transcript?.text ?? null,
			transcriptStatus: transcript?.status ?? "pending",
			transcriptSource: transcript?.status === "completed" ? "twilio" : null,
			ingestRequestedAt: now,
			createdAt: now,
		})
		.onConflictDoUpdate({
			target: voicemails.id,
			set: {
				durationSeconds: sql`coalesce(${voicemails.durationSeconds}, excluded.duration_seconds)`,
				transcript: sql`coalesce(${voicemails.transcript}, excluded.transcript)`,
				transcriptStatus: sql`CASE WHEN ${voicemails.transcriptStatus} = 'pending'
					THEN excluded.transcript_status ELSE ${voicemails.transcriptStatus} END`,
				transcriptSource: sql`coalesce(${voicemails.transcriptSource}, excluded.transcript_source)`,
			},
		})
		.returning({ id: voicemails.id, ingestRequestedAt: voicemails.ingestRequestedAt });
}

/**
 * Has the audio fetched, once a voicemail. When the queue does not take the message the row still says "recorded":
 * nothing is lost, only late.
 */
export async function requestIngest(
	queue: Queue<VoicemailIngest>,
	saved: { id: string; ingestRequestedAt: Date | null } | undefined,
	now: Date,
): Promise<void> {
	if (saved?.ingestRequestedAt?.getTime() !== now.getTime()) return;
	try {
		await queue.send({ voicemailId: saved.id });
	} catch (error) {
		log.error("ingest_not_queued", { voicemailId: saved.id, reason: describeError(error) });
	}
}
