import type { Notices, UpdateNotices } from "@cloudpbx/contracts/news/notices";
import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { noticeChoices } from "@cloudpbx/db/schema/admin";
import { sql } from "drizzle-orm";
import type { Principal } from "../../domain/people/principal.ts";
import { type Act, recordChange } from "../audit/record-change.ts";
import { type InstalledEmail, selectNotices, showNotices } from "./to-notices.ts";

/** Stores what a person chooses; what is not mentioned stays as it was, chosen or not. The last write wins. */
export async function updateNotices(
	act: Act,
	person: Principal,
	input: UpdateNotices,
	installed: InstalledEmail,
): Promise<Notices> {
	const { db, now } = act;
	const names = [...noticeKinds, "atNight"] as const;
	const changes: UpdateNotices = Object.fromEntries(
		names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
	);
	const rows = selectNotices(db, sql`${person.id}`, sql`${person.extensionId}`);
	if (Object.keys(changes).length === 0) return showNotices(person, await db.batch(rows), installed);
	const [, , chosen, phones] = await db.batch([
		db
			.insert(noticeChoices)
			.values({ userId: person.id, ...changes, updatedAt: now })
			.onConflictDoUpdate({ target: noticeChoices.userId, set: { ...changes, updatedAt: now } }),
		recordChange(act, {
			action: "notices.update",
			target: { kind: "user", id: person.id },
			after: { ...changes },
		}),
		...rows,
	]);
	return showNotices(person, [chosen, phones], installed);
}
