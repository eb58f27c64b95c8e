import type { VoicemailJob } from "@cloudpbx/contracts/voicemails";
import type { Db } from "@cloudpbx/db/open-db";
import { calls } from "@cloudpbx/db/schema/voice";
import { fetchCall } from "@cloudpbx/twilio/rest/fetch-call";
import type { Carrier } from "@cloudpbx/twilio/rest/open-carrier";
import { type ListedRecording, listRecordings } from "@cloudpbx/twilio/rest/recordings";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq, sql } from "drizzle-orm";
import { isVoicemail } from "../../domain/after-voicemail.ts";
import { closeCall } from "../close-call.ts";
import { receiveRecording } from "../receive-recording.ts";

/** One sweep adopts so many; the rest have their turn minutes later. */
const recordingsMax = 20;

/**
 * Messages that the carrier took while we could not be told: in the fallback, or because every callback was lost. Between
 * the two instants, so that a recording whose callbacks are still under way is left to them. Answers how many were found.
 */
export async function adoptRecordings(
	db: Db,
	carrier: Carrier,
	queue: Queue<VoicemailJob>,
	period: { since: Date; until: Date },
	now: Date,
): Promise<number> {
	const listed = await listRecordings(carrier, { since: period.since });
	if (!listed.ok) throw new Error(`recordings cannot be listed: ${listed.problem.kind}`);
	const finished = listed.value.filter(
		({ isCompleted, durationSeconds, createdAt }) =>
			isCompleted && isVoicemail(durationSeconds) && createdAt < period.until,
	);
	const strays = (await withoutVoicemail(db, finished)).slice(0, recordingsMax);
	for (const recording of strays) await adopt(db, carrier, queue, recording, now);
	return strays.length;
}

/** A voicemail known by its transcript alone lacks its length: it is completed like one that is not known at all. */
async function withoutVoicemail(db: Db, recordings: ListedRecording[]): Promise<ListedRecording[]> {
	const ids = JSON.stringify(recordings.map(({ recordingSid }) => voicemailIdOf(recordingSid)));
	const unknown = await db.all<{ id: string }>(
		sql`SELECT value AS id FROM json_each(${ids}) WHERE value NOT IN (SELECT id FROM voicemails WHERE duration_seconds IS NOT NULL AND id IN (SELECT value FROM json_each(${ids})))`,
	);
	const missing = new Set(unknown.map(({ id }) => id));
	return recordings.filter(({ recordingSid }) => missing.has(voicemailIdOf(recordingSid)));
}

async function adopt(
	db: Db,
	carrier: Carrier,
	queue: Queue<VoicemailJob>,
	{ callSid, recordingSid, durationSeconds }: ListedRecording,
	now: Date,
): Promise<void> {
	const callId = callIdOf(callSid);
	const [known] = await db.select().from(calls).where(eq(calls.id, callId));
	if (!known) await recallCall(db, carrier, callSid, now);
	const recording = { callId, recordingSid, isUsable: true, durationSeconds };
	await receiveRecording(db, queue, known?.extension ?? null, recording, now);
}

/** A call of which nothing reached us: its row is made from what the carrier remembers. */
async function recallCall(db: Db, carrier: Carrier, callSid: string, now: Date): Promise<void> {
	const found = await fetchCall(carrier, callSid);
	if (!found.ok) return;
	const { from, to, status, durationSeconds, endedAt } = found.value;
	const call = { callId: callIdOf(callSid), carrierId: callSid, from, to, status };
	await closeCall(db, call, durationSeconds, endedAt ?? now);
}
