import type { LiveEvent } from "@cloudpbx/contracts/live";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** The last statement of a batch that changes counts: how these campaigns stand after it. */
export function selectStates(campaignIds: readonly (string | null)[]): SQL {
	const ids = JSON.stringify([...new Set(campaignIds)]);
	return sql`SELECT id, status FROM campaigns WHERE id IN (SELECT value FROM json_each(${ids}))`;
}

/** Tells browsers that they look different now, by the rows of `selectStates`. */
export function announceStates({ announce }: Context, rows: readonly Record<string, unknown>[] = []): void {
	announce(rows.map(({ id, status }) => campaignEvent({ id: String(id), status: String(status) })));
}

export function campaignEvent({ id, status }: { id: string; status: string }): LiveEvent {
	return { kind: "campaign", campaignId: id, status };
}
