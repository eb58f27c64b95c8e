import { messageMedia } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";

const filesMax = 100;
/** Sweep intervals that the queue's own retries take at most. */
const sweepsMax = 6;

/** Returns the number of files. */
export async function resendMedia({ db, now, jobQueue, sweepAfterSeconds }: Context): Promise<number> {
	const at = now();
	const requestedBefore = at.getTime() - sweepsMax * sweepAfterSeconds * 1000;
	const stuck = await db
		.update(messageMedia)
		.set({ requestedAt: at })
		.where(
			sql`${messageMedia.id} IN (SELECT id FROM message_media
				WHERE status = 'pending' AND requested_at < ${requestedBefore} ORDER BY requested_at LIMIT ${filesMax})`,
		)
		.returning({ id: messageMedia.id });
	await enqueue(
		jobQueue,
		stuck.map(({ id }) => ({ task: "media" as const, mediaId: id })),
	);
	return stuck.length;
}
