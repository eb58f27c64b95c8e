import { accept, type Result } from "@cloudpbx/contracts/errors";
import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectIsHeard } from "../events/drain-events.ts";
import { eventsOfNotices } from "./plan-notices.ts";

const columns = noticeKinds.map((kind) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** The outbox records events for notices only while somebody may get them; with e-mail there are defaults. */
export async function listenForNotices(ctx: Context): Promise<Result<null>> {
	const [, [ears] = []] = await runBatch(ctx.db, [chooseEars(ctx.isEmailOn), selectIsHeard]);
	await ctx.hearEvents(ears?.is_heard === 1);
	return accept(null);
}

/** A statement that writes only when something changes. */
export function chooseEars(isEmailOn: boolean): SQL {
	const chosen = sql.raw(columns.map((column) => `${column} IN ('text', 'email')`).join(" OR "));
	const wanted = sql`CASE WHEN ${isEmailOn ? 1 : 0} OR EXISTS (SELECT 1 FROM notice_choices WHERE ${chosen})
		THEN ${eventsOfNotices.join(",")} ELSE '' END`;
	return sql`UPDATE event_ears SET notices = ${wanted} WHERE notices <> ${wanted}`;
}
