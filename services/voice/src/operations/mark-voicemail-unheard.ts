import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { sql } from "drizzle-orm";

/** As if nobody had listened. Answers the ids that exist. */
export async function markVoicemailUnheard(
	db: Db,
	ids: readonly string[],
): Promise<{ unheardIds: string[] }> {
	const rows = await db
		.update(voicemails)
		.set({ listenedAt: null, listenedById: null, listenedByName: null })
		.where(sql`${voicemails.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
		.returning({ id: voicemails.id });
	return { unheardIds: rows.map(({ id }) => id) };
}
