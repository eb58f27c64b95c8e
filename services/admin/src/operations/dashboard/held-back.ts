import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { type SQL, sql } from "drizzle-orm";
import { refusedCallAction } from "../calls/record-refused-call.ts";
import { refusedTextAction } from "../texts/record-braked.ts";

const hourMilliseconds = 3_600_000;
/** Maximum entries that are read and shown. */
const entriesMax = 10;

type HeldBack = NonNullable<Dashboard["heldBack"]>;

/** Brakes that people and keys met in the last hour, as JSON. */
export function selectHeldBack(now: Date): SQL<string> {
	return sql<string>`(SELECT json_group_array(json_object('name', actor_name, 'reason', after ->> '$.reason', 'at', at))
		FROM (SELECT actor_name, after, at FROM audit_events INDEXED BY audit_events_target
			WHERE target_kind IN (${refusedTextAction.kind}, ${refusedCallAction.kind}) AND target_id IS NULL
				AND at >= ${now.getTime() - hourMilliseconds} AND action IN (${refusedTextAction.action}, ${refusedCallAction.action})
				AND actor_kind <> 'system' AND after ->> '$.brake' IS NOT NULL ORDER BY at DESC LIMIT ${sql.raw(String(entriesMax))}))`;
}

export function countAssistantTexts(now: Date): SQL<number> {
	const hour = now.getTime() - (now.getTime() % hourMilliseconds);
	return sql<number>`coalesce((SELECT count FROM sending_hours WHERE subject = 'assistant' AND hour_started_at = ${hour}), 0)`;
}

export function readHeldBack(entries: string, assistantTexts: number, assistantCeiling: number): HeldBack {
	const people = (JSON.parse(entries) as { name: string; reason: string; at: number }[]).map((entry) => ({
		name: entry.name,
		reason: entry.reason.replace(/(?<=\.) .*/s, ""),
		at: new Date(entry.at).toISOString(),
	}));
	if (assistantTexts < assistantCeiling) return people;
	const reason = `The ceiling of ${assistantCeiling} texts an hour for the assistant is reached.`;
	return [{ name: "Assistant", reason, at: null }, ...people];
}
