import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { fetchCall } from "@cloudpbx/twilio/rest/fetch-call";
import { type ListedRecording, listRecordings } from "@cloudpbx/twilio/rest/recordings";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq, sql } from "drizzle-orm";
import { closeCall } from "../answering/close-call.ts";
import type { Context } from "../context.ts";
import { isVoicemail } from "../domain/voicemail/after-voicemail.ts";
import { receiveRecording } from "../voicemail/receive-recording.ts";

/** Maximum recordings adopted, and calls asked about, per sweep. */
const recordingsMax = 20;

/**
 * Adopts messages that the carrier took while no callback reached us. `period` leaves out recordings whose
 * callbacks may still come.
 * The account may record for others: only calls to our numbers are ours.
 */
export async function adoptRecordings(
	ctx: Context,
	period: { since: Date; until: Date },
): Promise<LiveEvent[]> {
	const listed = await listRecordings(ctx.carrier, { since: period.since });
	if (!listed.ok) throw new Error(`recordings cannot be listed: ${listed.problem.kind}`);
	const finished = listed.value.filter(
		({ isCompleted, durationSeconds, createdAt }) =>
			isCompleted && isVoicemail(durationSeconds) && createdAt < period.until,
	);
	const strays = await withoutVoicemail(ctx, finished);
	const known = strays.filter(({ isOurs }) => isOurs).slice(0, recordingsMax);
	const unknown = strays.filter(({ isOurs }) => !isOurs);
	const news: LiveEvent[] = [];
	for (const recording of known) news.push(...(await adopt(ctx, recording)));
	for (const recording of pickInTurn(unknown, recordingsMax, ctx.now())) {
		if (!(await restoreCall(ctx, recording.callSid))) continue;
		news.push(...(await adopt(ctx, recording)));
	}
	return news;
}

interface Stray extends ListedRecording {
	/** We know its call, or a part of it. */
	isOurs: boolean;
}

/** A voicemail known by its transcript alone has no length yet, and counts as missing. */
async function withoutVoicemail({ db }: Context, recordings: ListedRecording[]): Promise<Stray[]> {
	const pairs = JSON.stringify(
		recordings.map(({ recordingSid, callSid }) => [
			voicemailIdOf(recordingSid),
			callIdOf(callSid),
			recordingSid,
		]),
	);
	const rows = await db.all<{ id: string; is_ours: number }>(
		sql`SELECT value ->> 0 AS id, 
			EXISTS (SELECT 1 FROM calls WHERE id = value ->> 1)
				OR EXISTS (SELECT 1 FROM voicemails WHERE id = value ->> 0) AS is_ours
			FROM json_each(${pairs})
			WHERE NOT EXISTS (SELECT 1 FROM voicemails WHERE id = value ->> 0 AND duration_seconds IS NOT NULL)
				AND NOT EXISTS (SELECT 1 FROM greeting_recordings WHERE id = value ->> 2)`,
	);
	const missing = new Map(rows.map((row) => [row.id, row.is_ours === 1]));
	return recordings.flatMap((recording) => {
		const isOurs = missing.get(voicemailIdOf(recording.recordingSid));
		return isOurs === undefined ? [] : [{ ...recording, isOurs }];
	});
}

/** Recordings of others stay in the list for days: each sweep begins elsewhere, so that they hide none of ours. */
function pickInTurn<Item>(items: readonly Item[], count: number, now: Date): Item[] {
	if (items.length <= count) return [...items];
	const start = (Math.floor(now.getTime() / sweepMilliseconds) * count) % items.length;
	return [...items.slice(start), ...items.slice(0, start)].slice(0, count);
}

/** The voice Worker's cron (wrangler.jsonc). */
const sweepMilliseconds = 5 * 60 * 1000;

async function adopt(
	ctx: Context,
	{ callSid, recordingSid, durationSeconds }: ListedRecording,
): Promise<LiveEvent[]> {
	const callId = callIdOf(callSid);
	const [call] = await ctx.db.select().from(calls).where(eq(calls.id, callId));
	const recording = { callId, recordingSid, isUsable: true, durationSeconds };
	return receiveRecording(ctx, call?.extension ?? null, recording);
}

/** Makes the row of a call from what the carrier remembers. False: not ours, not over, or not known now. */
async function restoreCall(ctx: Context, callSid: string): Promise<boolean> {
	const found = await fetchCall(ctx.carrier, callSid);
	if (!found.ok) return false;
	const { isInbound, from, to, status, durationSeconds, endedAt } = found.value;
	if (!isInbound || endedAt === null) return false;
	const [ours] = await ctx.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, to));
	if (!ours) return false;
	const call = { callId: callIdOf(callSid), carrierId: callSid, from, to, status, forwardedFrom: null };
	await closeCall(ctx, call, durationSeconds, endedAt);
	return true;
}
