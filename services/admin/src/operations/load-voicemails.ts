import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { findPage } from "@cloudpbx/db/find-page";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, gte, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { VisibleVoicemail } from "../domain/principal.ts";
import { before, type PageRequest, showPage } from "./page.ts";
import { showVoicemail, type VoicemailRow } from "./show-voicemail.ts";

export interface VoicemailFilter {
	ext?: string | undefined;
	isHeard?: boolean | undefined;
	/** E.164; who left it. */
	number?: string | undefined;
	callId?: string | undefined;
}

/**
 * Newest first. Each filter by itself is served by an index, and so is the unheard voicemail of an extension. Others are looked
 * for among the rows of the most selective one: then a page may hold fewer than `limit` and still not be the last.
 */
export async function listVoicemails(
	db: Db,
	filter: VoicemailFilter,
	visible: VisibleVoicemail,
	{ limit, cursor }: PageRequest,
): Promise<Result<Page<Voicemail>>> {
	const { ext, callId, number, isHeard } = filter;
	if (ext !== undefined && visible !== "all" && (visible === "none" || visible.ext !== ext)) {
		return refuse("forbidden", `You may not hear the voicemail of extension ${ext}.`);
	}
	if (visible === "none") return accept({ items: [], nextCursor: null });
	const ofExtension = visible === "all" ? ext : visible.ext;
	const page = and(
		visible === "all" ? undefined : gte(voicemails.createdAt, visible.since),
		before(voicemails.createdAt, voicemails.id, cursor),
	);
	const { by, rest } = chooseIndex({ callId, number, isHeard, ext: ofExtension });
	const found = await findPage(db, {
		table: voicemails,
		scan: (rowsMax) => [
			db
				.select()
				.from(voicemails)
				.where(and(by, page))
				.orderBy(desc(voicemails.createdAt), desc(voicemails.id))
				.limit(rowsMax),
		],
		order: sql`created_at DESC, id DESC`,
		matches: rest,
		limit,
		lookedUp: {},
	});
	return accept(showPage(found, (row) => ({ key: row.createdAt.getTime(), id: row.id }), showVoicemail));
}

/** What an index finds, and what is looked for among it. Rows of deleted voicemail stay, and in some indexes too. */
function chooseIndex({ callId, number, isHeard, ext }: VoicemailFilter): {
	by: SQL | undefined;
	rest?: SQL | undefined;
} {
	const { deletedAt, extension, fromNumber, listenedAt } = voicemails;
	const isThere = isNull(deletedAt);
	const isOf = ext === undefined ? undefined : eq(extension, ext);
	const isAsHeard = isHeard === undefined ? undefined : isHeard ? isNotNull(listenedAt) : isNull(listenedAt);
	if (callId !== undefined) {
		const isFrom = number === undefined ? undefined : eq(fromNumber, number);
		return { by: eq(voicemails.callId, callId), rest: and(isThere, isOf, isAsHeard, isFrom) };
	}
	// Whose number is known is not deleted.
	if (number !== undefined) return { by: eq(fromNumber, number), rest: and(isOf, isAsHeard) };
	if (isHeard === false) return { by: and(isThere, isAsHeard, isOf) };
	if (isOf) return { by: isOf, rest: and(isThere, isAsHeard) };
	return { by: and(isThere, isAsHeard) };
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
