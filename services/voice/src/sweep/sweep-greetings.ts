import { greetingRecordings } from "@cloudpbx/db/schema/greetings";
import { and, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Context } from "../context.ts";
import { deleteCarrierCopy, dropTakes } from "../greetings/greeting-takes.ts";

const recordingsMax = 20;
/** Longer than any call with an undecided recording. */
const callSeconds = 3600;
/** Longer than the sweep looks back for recordings without a voicemail. */
const rowSeconds = 7 * 24 * 3600;

/** Drops recordings whose caller hung up undecided, deletes carrier copies, removes finished rows. Returns the dropped ones. */
export async function sweepGreetings(ctx: Context): Promise<number> {
	const { db } = ctx;
	const now = ctx.now();
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
	if (ids.length > 0) await dropTakes(ctx, ids);
	for (const one of copied) await deleteCarrierCopy(ctx, one.id);
	return ids.length;
}
