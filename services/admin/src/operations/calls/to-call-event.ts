import type { Call, ReceptionistTurn } from "@cloudpbx/contracts/api/calls";
import type { callEvents, receptionistTurns } from "@cloudpbx/db/schema/voice";

type EventRow = Pick<typeof callEvents.$inferSelect, "kind" | "at" | "detail">;

export function toCallEvent({ kind, at, detail }: EventRow): Call["events"][number] {
	return { ...detail, kind, at: at.toISOString() };
}

export function toReceptionistTurn({
	id: _,
	callId: __,
	at,
	...turn
}: typeof receptionistTurns.$inferSelect): ReceptionistTurn {
	return { ...turn, at: at.toISOString() };
}
