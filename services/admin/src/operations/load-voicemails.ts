import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { before, cutPage, type PageRequest } from "./page.ts";
import { showVoicemail, type VoicemailRow } from "./show-voicemail.ts";

/** Extensions whose voicemail the asking person may see; null means all. */
export type VisibleExtensions = readonly string[] | null;

/** Newest first. */
export async function listVoicemails(
	db: Db,
	ext: string | undefined,
	visible: VisibleExtensions,
	{ limit, cursor }: PageRequest,
): Promise<Result<Page<Voicemail>>> {
	if (ext !== undefined && visible !== null && !visible.includes(ext)) {
		return refuse("forbidden", `You may not hear the voicemail of extension ${ext}.`);
	}
	const shown = ext === undefined ? visible : [ext];
	const rows = await db
		.select()
		.from(voicemails)
		.where(
			and(
				isNull(voicemails.deletedAt),
				shown === null ? undefined : inArray(voicemails.extension, [...shown]),
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
	visible: VisibleExtensions,
): Promise<Result<VoicemailRow>> {
	const [row] = await db
		.select()
		.from(voicemails)
		.where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt)));
	if (!row || (visible !== null && !visible.includes(row.extension ?? ""))) {
		return refuse("not_found", "There is no such voicemail.");
	}
	return accept(row);
}
