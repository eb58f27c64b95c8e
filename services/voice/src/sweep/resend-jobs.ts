import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { sendJobs } from "../voicemail/send-jobs.ts";

const jobsMax = 100;

/** Fetches again what lost its message or failed every try. `failed` ones stay with the carrier for days. */
export async function resendIngests(
	ctx: Context,
	before: { requested: Date; failed: Date; failedCreatedSince: Date },
): Promise<number> {
	const stuck = await ctx.db
		.update(voicemails)
		.set({ ingestRequestedAt: ctx.now() })
		.where(
			sql`${voicemails.id} IN (SELECT id FROM voicemails
				WHERE status = 'recorded' AND deleted_at IS NULL AND ingest_requested_at < ${before.requested.getTime()}
				ORDER BY created_at LIMIT ${jobsMax})
			OR ${voicemails.id} IN (SELECT id FROM voicemails
				WHERE status = 'failed' AND deleted_at IS NULL AND created_at >= ${before.failedCreatedSince.getTime()}
					AND ingest_requested_at < ${before.failed.getTime()}
				ORDER BY created_at LIMIT ${jobsMax})`,
		)
		.returning({ id: voicemails.id });
	return sendAll(ctx, "store", stuck);
}

/** Whisper transcribes what the carrier still owes after the time that the owner set. */
export async function requestLateTranscripts(
	ctx: Context,
	{ createdBefore, requestedBefore }: { createdBefore: Date; requestedBefore: Date },
): Promise<number> {
	const late = await ctx.db
		.update(voicemails)
		.set({ transcriptRequestedAt: ctx.now() })
		.where(
			// Asked for once already: the queue's own retries are at work.
			sql`${voicemails.id} IN (SELECT id FROM voicemails
				WHERE transcript_status = 'pending' AND status = 'stored' AND deleted_at IS NULL
					AND created_at < ${createdBefore.getTime()}
					AND coalesce(transcript_requested_at, 0) < ${requestedBefore.getTime()}
				ORDER BY created_at LIMIT ${jobsMax})`,
		)
		.returning({ id: voicemails.id });
	return sendAll(ctx, "transcribe", late);
}

async function sendAll(
	ctx: Context,
	task: VoicemailJob["task"],
	rows: readonly { id: string }[],
): Promise<number> {
	await sendJobs(
		ctx,
		rows.map(({ id }) => ({ task, voicemailId: id })),
	);
	return rows.length;
}
