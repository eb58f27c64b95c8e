import type { Page } from "@cloudpbx/contracts/api/page";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { sessions } from "@cloudpbx/db/schema/admin";
import { and, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { describeBrowser } from "../../domain/sign-in/describe-browser.ts";
import { cutPage, type PageRequest } from "../lists/page.ts";

/** Newest first in order of insertion, which the index of a person's sessions has. */
const position = sql<number>`${sessions}.rowid`;

export async function listSessions(
	ctx: CallerContext,
	{ limit, cursor }: PageRequest,
): Promise<Page<OwnSession>> {
	const rows = await ctx.db
		.select({ ...getTableColumns(sessions), position })
		.from(sessions)
		.where(
			and(
				eq(sessions.userId, ctx.principal.id),
				gt(sessions.expiresAt, ctx.now),
				cursor === null ? undefined : sql`${position} < ${cursor.key}`,
			),
		)
		.orderBy(sql`${position} DESC`)
		.limit(limit + 1);
	const show = (row: (typeof rows)[number]) => toSession(row, row.id === ctx.principal.sessionId);
	return cutPage(rows, limit, (row) => ({ key: row.position, id: row.id }), show);
}

function toSession(row: typeof sessions.$inferSelect, isThis: boolean): OwnSession {
	return {
		id: row.id,
		browser: describeBrowser(row.userAgent),
		createdAt: row.createdAt.toISOString(),
		lastSeenAt: row.updatedAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
		isThis,
	};
}
