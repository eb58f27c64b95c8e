import type { Db } from "@cloudpbx/db/open-db";
import { greetingRecordings } from "@cloudpbx/db/schema/voice";
import type { Carrier } from "@cloudpbx/twilio/rest/open-carrier";
import { and, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { deleteCarrierCopy, dropTakes } from "../greetings/record-greeting.ts";

/** Recordings of one sweep. */
const recordingsMax = 20;
/** No call lasts longer with a recording that it neither keeps nor drops. */
const callSeconds = 3600;
/** Longer than the sweep looks back for recordings without a voicemail. */
const rowSeconds = 7 * 24 * 3600;

/**
 * Greetings by telephone whose caller hung up before a decision are dropped, copies at the carrier are deleted, and rows that nothing
 * is left of are removed. Answers how many were dropped.
 */
export async function sweepGreetings(db: Db, bucket: R2Bucket, carrier: Carrier, now: Date): Promise<number> {
	const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
	const { id, state, createdAt, carrierDeletedAt } = greetingRecordings;
	const isOver = lt(createdAt, ago(callSeconds));
	const [abandoned, copied] = await db.batch([
		db
			.select({ id })
			.from(greetingRecordings)
			.where(and(isOver, inArray(state, ["recorded", "stored"])))
			.limit(recordingsMax),
		db
			.select({ id })
			.from(greetingRecordings)
			.where(and(isOver, isNull(carrierDeletedAt)))
			.limit(recordingsMax),
		db
			.delete(greetingRecordings)
			.where(
				and(lt(createdAt, ago(rowSeconds)), isNotNull(carrierDeletedAt), inArray(state, ["kept", "dropped"])),
			),
	]);
	const ids = abandoned.map((one) => one.id);
	if (ids.length > 0) await dropTakes(db, bucket, ids, now);
	for (const one of copied) await deleteCarrierCopy(db, carrier, one.id, now);
	return ids.length;
}
