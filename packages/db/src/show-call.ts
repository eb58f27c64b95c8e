import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import { sql } from "drizzle-orm";
import type { calls } from "./schema/voice.ts";

export type CallRow = typeof calls.$inferSelect;

/** The number at the other end, for statements about calls. */
export const contactOfCall = sql`CASE direction WHEN 'inbound' THEN from_number ELSE to_number END`;

/** The call as the API shows it. */
export function showCall(row: CallRow, contactName: string | null): CallSummary {
	return {
		id: row.id,
		carrierId: row.carrierId,
		direction: row.direction,
		from: row.fromNumber,
		to: row.toNumber,
		contactName,
		extension: row.extension,
		takenBy: row.takenBy,
		outcome: row.outcome,
		status: row.status,
		danger: row.danger,
		startedAt: row.startedAt.toISOString(),
		answeredAt: row.answeredAt?.toISOString() ?? null,
		endedAt: row.endedAt?.toISOString() ?? null,
		durationSeconds: row.durationSeconds,
		talkSeconds: row.talkSeconds,
	};
}
