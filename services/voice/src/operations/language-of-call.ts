import type { Db } from "@cloudpbx/db/open-db";
import { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { desc, eq, type SQLWrapper } from "drizzle-orm";

/** In what the receptionist last spoke with this caller; no row when it never did. */
export function selectLanguageOfCall(db: Db, callId: string | SQLWrapper) {
	return db
		.select({ language: receptionistTurns.language })
		.from(receptionistTurns)
		.where(eq(receptionistTurns.callId, callId))
		.orderBy(desc(receptionistTurns.attempt), desc(receptionistTurns.turn))
		.limit(1);
}

/** Of the last of these turns, ISO 639-1; nothing without one. */
export function languageOf(turns: readonly { language: string }[]): { language?: string } {
	const language = turns.at(-1)?.language;
	return language === undefined ? {} : { language };
}
