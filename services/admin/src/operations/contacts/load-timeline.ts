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

interface AnySource {
	statement: unknown;
	read(rows: never[]): TimelineSource;
}

/** Newest first, as far as the caller's scopes allow. One round trip; each source uses its index. */
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
