import type { Db } from "@cloudpbx/db/open-db";
import { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { desc, eq, type SQLWrapper } from "drizzle-orm";
import { shortenWish } from "../domain/receptionist/after-decision.ts";

export function selectLastWords(db: Db, callId: string | SQLWrapper) {
	return db
		.select({ language: receptionistTurns.language, words: receptionistTurns.words })
		.from(receptionistTurns)
		.where(eq(receptionistTurns.callId, callId))
		.orderBy(desc(receptionistTurns.attempt), desc(receptionistTurns.turn))
		.limit(1);
}

export function languageOf(turns: readonly { language: string }[]): { language?: string } {
	const language = turns.at(-1)?.language;
	return language === undefined ? {} : { language };
}

export function spokenSoFar(turns: readonly { language: string; words: string }[]) {
	const wish = shortenWish(turns.at(-1)?.words ?? "");
	return { ...languageOf(turns), ...(wish && { wish }) };
}
