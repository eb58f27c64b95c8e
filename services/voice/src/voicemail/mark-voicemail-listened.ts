import type { Person } from "@cloudpbx/contracts/calls/voice-input";
import type { ListenedVoicemail } from "@cloudpbx/contracts/calls/voicemails";
import { isOneOf } from "@cloudpbx/db/is-one-of";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

/** The first listener stays. Returns the voicemails that exist. */
export async function markVoicemailListened(
	ctx: Context,
	ids: readonly string[],
	person: Person,
): Promise<(VoicemailFacts & ListenedVoicemail)[]> {
	const now = ctx.now();
	const { listenedAt, listenedById, listenedByName } = voicemails;
	const rows = await ctx.db
		.update(voicemails)
		.set({
			listenedAt: sql`coalesce(${listenedAt}, ${now.getTime()})`,
			listenedById: sql`CASE WHEN ${listenedAt} IS NULL THEN ${person.id} ELSE ${listenedById} END`,
			listenedByName: sql`CASE WHEN ${listenedAt} IS NULL THEN ${person.name} ELSE ${listenedByName} END`,
		})
		.where(isOneOf(voicemails.id, ids))
		.returning({ ...voicemailFacts, listenedAt, byId: listenedById, byName: listenedByName });
	return rows.map(({ listenedAt, byId, byName, ...facts }) => ({
		...facts,
		listenedAt: (listenedAt ?? now).getTime(),
		listenedBy: byName === null ? null : { id: byId, name: byName },
	}));
}
