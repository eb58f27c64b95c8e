import type { ListenedVoicemail } from "@cloudpbx/contracts/calls/voicemails";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { sql } from "drizzle-orm";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/** The first one who listened stays. Answers those that exist. */
export async function markVoicemailListened(
	db: Db,
	ids: readonly string[],
	actor: Actor,
	now: Date,
): Promise<(VoicemailFacts & ListenedVoicemail)[]> {
	const { listenedAt, listenedById, listenedByName } = voicemails;
	const rows = await db
		.update(voicemails)
		.set({
			listenedAt: sql`coalesce(${listenedAt}, ${now.getTime()})`,
			listenedById: sql`CASE WHEN ${listenedAt} IS NULL THEN ${actor.id} ELSE ${listenedById} END`,
			listenedByName: sql`CASE WHEN ${listenedAt} IS NULL THEN ${actor.name} ELSE ${listenedByName} END`,
		})
		.where(sql`${voicemails.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
		.returning({ ...voicemailFacts, listenedAt, byId: listenedById, byName: listenedByName });
	return rows.map(({ listenedAt, byId, byName, ...facts }) => ({
		...facts,
		listenedAt: (listenedAt ?? now).getTime(),
		listenedBy: byName === null ? null : { id: byId, name: byName },
	}));
}
