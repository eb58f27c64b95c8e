import { readSettings } from "@cloudpbx/contracts/settings";
import type { Db } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { languageOf, selectLastWords } from "./language-of-call.ts";

/**
 * A voicemail, and the language in which it was asked for (ISO 639-1): that of the receptionist's last words to the caller,
 * otherwise the owner's. One round trip; null when there is none of this id.
 */
export async function loadVoicemail(db: Db, voicemailId: string) {
	const isIt = eq(voicemails.id, voicemailId);
	const [[voicemail], settingRows, turns] = await db.batch([
		db.select().from(voicemails).where(isIt),
		db.select().from(settings).where(eq(settings.key, "voicemailLanguage")),
		selectLastWords(db, db.select({ callId: voicemails.callId }).from(voicemails).where(isIt)),
	]);
	if (!voicemail) return null;
	return {
		...voicemail,
		language: languageOf(turns).language ?? readSettings(settingRows).voicemailLanguage,
	};
}
