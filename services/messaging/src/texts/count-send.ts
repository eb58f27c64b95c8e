import { conversations } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import { hourOf } from "./sending-hour.ts";

/** Column changes that count one more text to the contact in the hour of `at`. Counts restart with each hour. */
export function countSend(at: Date, { isReply }: { isReply: boolean }) {
	const hour = hourOf(at);
	const count = (
		column: typeof conversations.sentInHour | typeof conversations.repliesInHour,
		more: number,
	) =>
		sql`CASE WHEN ${conversations.hourStartedAt} = ${hour.getTime()} THEN ${column} + ${more} ELSE ${more} END`;
	return {
		hourStartedAt: hour,
		sentInHour: count(conversations.sentInHour, 1),
		repliesInHour: count(conversations.repliesInHour, isReply ? 1 : 0),
	};
}
