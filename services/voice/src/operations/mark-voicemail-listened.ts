import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { sql } from "drizzle-orm";

/** The first time somebody listened stays. Answers those that exist. */
export async function markVoicemailListened(
	db: Db,
	ids: readonly string[],
	now: Date,
): Promise<{ id: string; listenedAt: number }[]> {
	const rows = await db
		.update(voicemails)
		.set({ listenedAt: sql`coalesce(${voicemails.listenedAt}, ${now.getTime()})` })
		.where(sql`${voicemails.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
		.returning({ id: voicemails.id, listenedAt: voicemails.listenedAt });
	return rows.map(({ id, listenedAt }) => ({ id, listenedAt: (listenedAt ?? now).getTime() }));
}
