import { conversations } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import { handToPeople } from "../assistant/hand-to-people.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";

const conversationsMax = 50;
/** Sweep intervals after which people get the text instead of another try. */
const sweepsMax = 6;

/** Requests lost answers again. Returns the number of conversations. */
export async function requestAnswers(ctx: Context): Promise<number> {
	const { db, now, replyQueue, sweepAfterSeconds } = ctx;
	const at = now();
	const requestedBefore = at.getTime() - sweepAfterSeconds * 1000;
	const stuck = await db
		.update(conversations)
		.set({ replyRequestedAt: at })
		.where(
			sql`${conversations.id} IN (SELECT id FROM conversations
				WHERE mode = 'assistant' AND answered_sequence < inbound_sequence AND reply_requested_at < ${requestedBefore}
				ORDER BY reply_requested_at LIMIT ${conversationsMax})`,
		)
		.returning({
			conversationId: conversations.id,
			sequence: conversations.inboundSequence,
			askedAt: sql<number | null>`(SELECT created_at FROM messages WHERE id = asked_message_id)`,
		});
	const isHopeless = ({ askedAt }: (typeof stuck)[number]) =>
		(askedAt ?? 0) < at.getTime() - sweepsMax * sweepAfterSeconds * 1000;
	const jobOf = ({ conversationId, sequence }: (typeof stuck)[number]) => ({ conversationId, sequence });
	for (const one of stuck.filter(isHopeless)) await handToPeople(ctx, jobOf(one));
	await enqueue(replyQueue, stuck.filter((one) => !isHopeless(one)).map(jobOf));
	return stuck.length;
}
