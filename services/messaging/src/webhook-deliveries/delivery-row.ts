import type { DeliveryStatus } from "@cloudpbx/contracts/words/webhook-words";
import type { StoredTry } from "@cloudpbx/db/schema/events";
import { sql } from "drizzle-orm";

export interface LoadedDelivery {
	eventId: string;
	event: string;
	subjectId: string | null;
	eventAt: Date;
	status: DeliveryStatus;
	/** Milliseconds since 1970. */
	dueAt: number;
	countedFrom: number;
	tries: StoredTry[];
}

export const selectDelivery = sql`SELECT event_id, event, subject_id, event_at, status, due_at, counted_from, tries FROM webhook_deliveries`;

export function toLoadedDelivery(row: Record<string, unknown>): LoadedDelivery {
	return {
		eventId: String(row.event_id),
		event: String(row.event),
		subjectId: row.subject_id === null ? null : String(row.subject_id),
		eventAt: new Date(Number(row.event_at)),
		status: row.status as DeliveryStatus,
		dueAt: Number(row.due_at),
		countedFrom: Number(row.counted_from),
		tries: JSON.parse(String(row.tries)) as StoredTry[],
	};
}
