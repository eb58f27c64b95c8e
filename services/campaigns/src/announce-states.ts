import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** Selects the status of these campaigns. Last statement of a batch that changes counts. */
export function selectStates(campaignIds: readonly (string | null)[]): SQL {
	const ids = JSON.stringify([...new Set(campaignIds)]);
	return sql`SELECT id, status FROM campaigns WHERE id IN (SELECT value FROM json_each(${ids}))`;
}

export function announceStates({ announce }: Context, rows: readonly Record<string, unknown>[] = []): void {
	announce(rows.map(({ id, status }) => campaignEvent({ id: String(id), status: String(status) })));
}

export function campaignEvent({ id, status }: { id: string; status: string }): LiveEvent {
	return { kind: "campaign", campaignId: id, status };
}
