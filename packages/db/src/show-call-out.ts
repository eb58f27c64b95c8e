import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import type { callLegs, calls } from "./schema/voice.ts";

type CallRow = typeof calls.$inferSelect;
type LegRow = typeof callLegs.$inferSelect;

const digitsShown = 4;

/** The call out as its caller sees it. Telephones are shortened to their last digits. */
export function showCallOut(row: CallRow, legs: readonly Pick<LegRow, "phone">[]): CallOutProgress {
	return {
		id: row.id,
		to: row.toNumber,
		from: row.fromNumber ?? "",
		as: row.extension ?? "",
		phones: legs.map(({ phone }) => phone.slice(-digitsShown)),
		state: stateOf(row),
		outcome: row.endedAt === null ? null : row.outcome,
		startedAt: row.startedAt.toISOString(),
		answeredAt: row.answeredAt?.toISOString() ?? null,
		endedAt: row.endedAt?.toISOString() ?? null,
		talkSeconds: row.talkSeconds,
	};
}

function stateOf({ endedAt, answeredAt, takenBy }: CallRow): CallOutProgress["state"] {
	if (endedAt !== null) return "ended";
	if (answeredAt !== null) return "talking";
	return takenBy === null ? "ringing_own" : "ringing_other";
}
