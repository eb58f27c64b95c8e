import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { calls } from "./schema/voice.ts";

export type CallRow = typeof calls.$inferSelect;

/** A call as the API shows it. */
export function showCall(row: CallRow): CallSummary {
	return {
		id: row.id,
		carrierId: row.carrierId,
		direction: row.direction,
		from: row.fromNumber,
		to: row.toNumber,
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
