import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { sql } from "drizzle-orm";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/** As if nobody had listened. Answers those that exist. */
export function markVoicemailUnheard(db: Db, ids: readonly string[]): Promise<VoicemailFacts[]> {
	return db
		.update(voicemails)
		.set({ listenedAt: null, listenedById: null, listenedByName: null })
		.where(sql`${voicemails.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
		.returning(voicemailFacts);
}
