import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { findPage } from "@cloudpbx/db/find-page";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voice";
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
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
	const owner =
		visible !== "all" ? sql`${visible.extensionId}` : ext === undefined ? undefined : ownerOf(ext);
	const page = before(voicemails.createdAt, voicemails.id, cursor);
	const { by, rest } = chooseIndex({ callId, number, isHeard }, owner);
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
		lookedUp: { keys: keysOfOwner },
	});
	const rows = found.rows.map(({ row, keys }) => ({ row: withKeys(row, keys) }));
	const cursorOf = (row: VoicemailRow) => ({ key: row.createdAt.getTime(), id: row.id });
	return accept(showPage({ ...found, rows }, cursorOf, showVoicemail));
}

/** The three keys that the owner has now: other ones than were called, when they were changed since. */
const keysOfOwner = sql<string | null>`(SELECT ext FROM extensions WHERE extensions.id = extension_id)`;

function withKeys(row: VoicemailRow, keys: string | null): VoicemailRow {
	return { ...row, extension: keys ?? row.extension };
}

/** The id of the extension that has these three keys; when none has, of the last one that had them. */
function ownerOf(ext: string): SQL {
	return sql`(SELECT id FROM extensions WHERE ext = ${ext} ORDER BY status = 'inactive', created_at DESC LIMIT 1)`;
}

/** What an index finds, and what is looked for among it. Rows of deleted voicemail stay, and in some indexes too. */
function chooseIndex(
	{ callId, number, isHeard }: VoicemailFilter,
	owner: SQL | undefined,
): { by: SQL | undefined; rest?: SQL | undefined } {
	const { deletedAt, extensionId, fromNumber, listenedAt } = voicemails;
	const isThere = isNull(deletedAt);
	const isOf = owner && eq(extensionId, owner);
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
	const [found] = await db
		.select({ row: voicemails, keys: keysOfOwner })
		.from(voicemails)
		.where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt), isVisible(visible)));
	return found ? accept(withKeys(found.row, found.keys)) : refuse("not_found", "There is no such voicemail.");
}

function isVisible(visible: VisibleVoicemail): SQL | undefined {
	if (visible === "all") return undefined;
	if (visible === "none") return sql`0`;
	return eq(voicemails.extensionId, visible.extensionId);
}
