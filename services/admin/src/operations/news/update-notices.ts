import type { Notices, UpdateNotices } from "@cloudpbx/contracts/news/notices";
import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { noticeChoices } from "@cloudpbx/db/schema/admin";
import { sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { recordChange } from "../audit/record-change.ts";
import { selectNotices, toNotices } from "./to-notices.ts";

/** Stores the mentioned choices; others stay. The last write wins. */
export async function updateNotices(ctx: CallerContext, input: UpdateNotices): Promise<Notices> {
	const { db, now } = ctx;
	const names = [...noticeKinds, "atNight"] as const;
	const changes: UpdateNotices = Object.fromEntries(
		names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
	);
	const rows = selectNotices(db, sql`${ctx.principal.id}`, sql`${ctx.principal.extensionId}`);
	if (Object.keys(changes).length === 0) return toNotices(ctx.principal, await db.batch(rows), ctx.env);
	const [, , chosen, phones] = await db.batch([
		db
			.insert(noticeChoices)
			.values({ userId: ctx.principal.id, ...changes, updatedAt: now })
			.onConflictDoUpdate({ target: noticeChoices.userId, set: { ...changes, updatedAt: now } }),
		recordChange(ctx, {
			action: "notices.update",
			target: { kind: "user", id: ctx.principal.id },
			after: { ...changes },
		}),
		...rows,
	]);
	return toNotices(ctx.principal, [chosen, phones], ctx.env);
}
