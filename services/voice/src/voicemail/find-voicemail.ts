import { readSettings } from "@cloudpbx/contracts/office/settings";
import { readOfficeRow } from "@cloudpbx/db/office-row";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectOffice } from "../office/load-office.ts";
import { languageOf, selectLastWords } from "../receptionist/spoken-so-far.ts";

/** `language` is ISO 639-1: that of the receptionist's last words, otherwise the owner's. One round trip. */
export async function findVoicemail({ db }: Context, voicemailId: string) {
	const isIt = eq(voicemails.id, voicemailId);
	const [[voicemail], officeRows, turns] = await db.batch([
		db.select().from(voicemails).where(isIt),
		selectOffice(db),
		selectLastWords(db, db.select({ callId: voicemails.callId }).from(voicemails).where(isIt)),
	]);
	if (!voicemail) return null;
	const settings = readSettings(officeRows.flatMap((row) => readOfficeRow(row).settings));
	return {
		...voicemail,
		language: languageOf(turns).language ?? settings.voicemailLanguage,
	};
}
