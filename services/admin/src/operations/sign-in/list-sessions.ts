import type { Page } from "@cloudpbx/contracts/api/page";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import type { Db } from "@cloudpbx/db/open-db";
import { sessions } from "@cloudpbx/db/schema/admin";
import { and, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { Principal } from "../../domain/people/principal.ts";
import { describeBrowser } from "../../domain/sign-in/describe-browser.ts";
import { cutPage, type PageRequest } from "../lists/page.ts";

/** Newest first, in the order in which they were stored: the index of a person's sessions has it. */
const position = sql<number>`${sessions}.rowid`;

/** Where the person is signed in. */
export async function listSessions(
	db: Db,
	person: Principal,
	{ limit, cursor }: PageRequest,
	now: Date,
): Promise<Page<OwnSession>> {
	const rows = await db
		.select({ ...getTableColumns(sessions), position })
		.from(sessions)
		.where(
			and(
				eq(sessions.userId, person.id),
				gt(sessions.expiresAt, now),
				cursor === null ? undefined : sql`${position} < ${cursor.key}`,
			),
		)
		.orderBy(sql`${position} DESC`)
		.limit(limit + 1);
	const show = (row: (typeof rows)[number]) => showSession(row, row.id === person.sessionId);
	return cutPage(rows, limit, (row) => ({ key: row.position, id: row.id }), show);
}

function showSession(row: typeof sessions.$inferSelect, isThis: boolean): OwnSession {
	return {
		id: row.id,
		browser: describeBrowser(row.userAgent),
		createdAt: row.createdAt.toISOString(),
		lastSeenAt: row.updatedAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
		isThis,
	};
}
