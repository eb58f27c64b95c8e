import type { StorageContext } from "../storage/storage-context.ts";

export type TimelineEntry = { at: string; ms: number; kind: string; text: string } & Record<string, unknown>;

export function readTimeline(
	ctx: StorageContext,
	about: { sid: string; createdAt: number },
): TimelineEntry[] {
	return ctx.sql
		.exec<{ at: number; kind: string; text: string; detail: string }>(
			"SELECT at, kind, text, detail FROM timeline WHERE call_sid = ? ORDER BY seq",
			about.sid,
		)
		.toArray()
		.map(({ at, kind, text, detail }) => ({
			...(JSON.parse(detail) as Record<string, unknown>),
			at: new Date(at).toISOString(),
			ms: at - about.createdAt,
			kind,
			text,
		}));
}
