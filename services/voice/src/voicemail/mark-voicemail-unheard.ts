import { isOneOf } from "@cloudpbx/db/is-one-of";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import type { Context } from "../context.ts";
import type { VoicemailFacts } from "../domain/call/live-events.ts";
import { voicemailFacts } from "./save-voicemail.ts";

export function markVoicemailUnheard({ db }: Context, ids: readonly string[]): Promise<VoicemailFacts[]> {
	return db
		.update(voicemails)
		.set({ listenedAt: null, listenedById: null, listenedByName: null })
		.where(isOneOf(voicemails.id, ids))
		.returning(voicemailFacts);
}
