import type { Page } from "@cloudpbx/contracts/api/page";
import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import type { BatchItem } from "drizzle-orm/batch";
import type { CallerContext } from "../../context.ts";
import {
	mergeTimeline,
	type TimelinePlace,
	type TimelineSource,
} from "../../domain/contacts/merge-timeline.ts";
import { visibleVoicemail } from "../../domain/people/principal.ts";
import { writeTimelineCursor } from "./timeline-cursor.ts";
import {
	selectCalls,
	selectCampaigns,
	selectConsent,
	selectTexts,
	selectVoicemails,
} from "./timeline-sources.ts";

/** Rows of a source, whichever table they are of. */
interface AnySource {
	statement: unknown;
	read(rows: never[]): TimelineSource;
}

/**
 * What there is between the company and a number, newest first: only the kinds that may be read, and of voicemail only that. One round
 * trip; each source reads a page's rows by an index of its own, whatever the history.
 */
export async function loadTimeline(
	ctx: CallerContext,
	number: string,
	{ limit, behind }: { limit: number; behind: TimelinePlace | null },
): Promise<Page<TimelineItem>> {
	const { db } = ctx;
	const query = { number, behind, rowsMax: limit + 1 };
	const { scopes } = ctx.principal;
	const sources: AnySource[] = [];
	if (scopes.includes("messages:read")) sources.push(selectTexts(db, query));
	if (scopes.includes("calls:read")) sources.push(...selectCalls(db, query));
	if (scopes.includes("voicemails:read")) {
		sources.push(selectVoicemails(db, query, visibleVoicemail(ctx.principal)));
	}
	if (scopes.includes("campaigns:read")) sources.push(selectCampaigns(db, query));
	if (scopes.includes("optouts:read")) sources.push(selectConsent(db, query));
	if (sources.length === 0) return { items: [], nextCursor: null };
	const statements = sources.map(({ statement }) => statement) as [BatchItem<"sqlite">];
	const found = (await db.batch(statements)) as unknown as never[][];
	const { items, last } = mergeTimeline(
		sources.map((source, index) => source.read(found[index] ?? [])),
		limit,
	);
	return { items, nextCursor: last && writeTimelineCursor(last) };
}
