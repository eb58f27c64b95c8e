import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, gte, isNull, type SQL, sql } from "drizzle-orm";
import type { VisibleVoicemail } from "../domain/principal.ts";
import { before, cutPage, type PageRequest } from "./page.ts";
import { showVoicemail, type VoicemailRow } from "./show-voicemail.ts";

/** Newest first. */
export async function listVoicemails(
	db: Db,
	ext: string | undefined,
	visible: VisibleVoicemail,
	{ limit, cursor }: PageRequest,
): Promise<Result<Page<Voicemail>>> {
	if (ext !== undefined && visible !== "all" && (visible === "none" || visible.ext !== ext)) {
		return refuse("forbidden", `You may not hear the voicemail of extension ${ext}.`);
	}
	const rows = await db
		.select()
		.from(voicemails)
		.where(
			and(
				isNull(voicemails.deletedAt),
				ext === undefined ? undefined : eq(voicemails.extension, ext),
				isVisible(visible),
				before(voicemails.createdAt, voicemails.id, cursor),
			),
		)
		.orderBy(desc(voicemails.createdAt), desc(voicemails.id))
		.limit(limit + 1);
	return accept(cutPage(rows, limit, (row) => ({ key: row.createdAt.getTime(), id: row.id }), showVoicemail));
}

/** One that the asking person may see; whatever else exists looks as if it did not. */
export async function findVoicemail(
	db: Db,
	id: string,
	visible: VisibleVoicemail,
): Promise<Result<VoicemailRow>> {
	const [row] = await db
		.select()
		.from(voicemails)
		.where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt), isVisible(visible)));
	return row ? accept(row) : refuse("not_found", "There is no such voicemail.");
}

function isVisible(visible: VisibleVoicemail): SQL | undefined {
	if (visible === "all") return undefined;
	if (visible === "none") return sql`0`;
	return and(eq(voicemails.extension, visible.ext), gte(voicemails.createdAt, visible.since));
}
