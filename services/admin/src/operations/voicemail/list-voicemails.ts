import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { findPage, scannedRowsMax } from "@cloudpbx/db/find-page";
import type { Db } from "@cloudpbx/db/open-db";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { showVoicemail, type VoicemailRow } from "@cloudpbx/db/show-voicemail";
import { and, desc, eq, inArray, is, isNotNull, isNull, SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { type Principal, type VisibleVoicemail, visibleVoicemail } from "../../domain/people/principal.ts";
import { selectContactName } from "../contacts/contact-names.ts";
import { before, type PageRequest, toPage } from "../lists/page.ts";

export interface VoicemailFilter {
	ext?: string | undefined;
	isHeard?: boolean | undefined;
	number?: string | undefined;
	callId?: string | undefined;
}

/** Newest first. Several filters scan the most selective one, so a page may be short. */
export async function listVoicemails(
	ctx: CallerContext,
	filter: VoicemailFilter,
	{ limit, cursor }: PageRequest,
): Promise<Result<Page<Voicemail>>> {
	const { db } = ctx;
	const { ext } = filter;
	const owners = ownersOf(ext, visibleVoicemail(ctx.principal));
	if (owners === "forbidden") {
		return refuse("forbidden", `You may not hear the voicemail of extension ${ext}.`);
	}
	if (Array.isArray(owners) && owners.length === 0) return accept({ items: [], nextCursor: null });
	const { scan, rest } = planScan(db, filter, owners, before(voicemails.createdAt, voicemails.id, cursor));
	const found = await findPage(db, {
		table: voicemails,
		scan,
		order: sql`created_at DESC, id DESC`,
		matches: rest,
		limit,
		lookedUp: lookedUpFor(ctx.principal),
	});
	const rows = found.rows.map((each) => ({ row: withFound(each) }));
	const last = found.last && { row: withFound(found.last) };
	const cursorOf = (row: VoicemailRow) => ({ key: row.createdAt.getTime(), id: row.id });
	return accept(toPage({ rows, last }, cursorOf, showVoicemail));
}

type Owners = undefined | SQL | readonly string[];

function ownersOf(ext: string | undefined, visible: VisibleVoicemail): Owners | "forbidden" {
	if (visible === "all") return ext === undefined ? undefined : ownerOf(ext);
	const boxes = visible === "none" ? [] : visible.filter((box) => ext === undefined || box.ext === ext);
	if (ext !== undefined && boxes.length === 0) return "forbidden";
	const [box, ...others] = boxes.map(({ extensionId }) => extensionId);
	if (box === undefined) return [];
	return others.length === 0 ? sql`${box}` : [box, ...others];
}

/** The owner's present keys, which may differ from the called ones. */
const keysOfOwner = sql<string | null>`(SELECT ext FROM extensions WHERE extensions.id = extension_id)`;

function lookedUpFor(principal: Principal) {
	return { keys: keysOfOwner, contactName: selectContactName(sql`from_number`, principal) };
}

interface FoundVoicemail {
	row: typeof voicemails.$inferSelect;
	keys: string | null;
	contactName: string | null;
}

function withFound({ row, keys, contactName }: FoundVoicemail): VoicemailRow {
	return { ...row, extension: keys ?? row.extension, contactName };
}

/** Extension with these keys, or the last one that had them. */
function ownerOf(ext: string): SQL {
	return sql`(SELECT id FROM extensions WHERE ext = ${ext} ORDER BY status = 'inactive', created_at DESC LIMIT 1)`;
}

function planScan(
	db: Db,
	{ callId, number, isHeard }: VoicemailFilter,
	owners: Owners,
	page: SQL | undefined,
): { scan: (rowsMax: number) => readonly SQLWrapper[]; rest?: SQL | undefined } {
	const { deletedAt, extensionId, fromNumber, listenedAt } = voicemails;
	const isThere = isNull(deletedAt);
	const isOf = owners && (is(owners, SQL) ? eq(extensionId, owners) : inArray(extensionId, [...owners]));
	const isAsHeard = isHeard === undefined ? undefined : isHeard ? isNotNull(listenedAt) : isNull(listenedAt);
	const by = (condition: SQL | undefined) => (rowsMax: number) => [
		selectNewest(db, and(condition, page), rowsMax),
	];
	if (callId !== undefined) {
		const isFrom = number === undefined ? undefined : eq(fromNumber, number);
		return { scan: by(eq(voicemails.callId, callId)), rest: and(isThere, isOf, isAsHeard, isFrom) };
	}
	// Deleted voicemail has no number.
	if (number !== undefined) return { scan: by(eq(fromNumber, number)), rest: and(isOf, isAsHeard) };
	if (owners === undefined) return { scan: by(and(isThere, isAsHeard)) };
	const isUnheard = isHeard === false;
	if (!is(owners, SQL)) {
		const narrowing = {
			indexed: and(isUnheard ? and(isThere, isAsHeard) : undefined, page),
			rest: and(isThere, isAsHeard),
		};
		return { scan: (rowsMax) => [selectOfBoxes(db, owners, narrowing, rowsMax)] };
	}
	if (isUnheard) return { scan: by(and(isThere, isAsHeard, isOf)) };
	return { scan: by(isOf), rest: and(isThere, isAsHeard) };
}

function selectNewest(db: Db, condition: SQL | undefined, rowsMax: number) {
	return db
		.select()
		.from(voicemails)
		.where(condition)
		.orderBy(desc(voicemails.createdAt), desc(voicemails.id))
		.limit(rowsMax);
}
/** The newest rows of several boxes. Reads at most `scannedRowsMax` rows of each by its index. */
function selectOfBoxes(
	db: Db,
	ids: readonly string[],
	{ indexed, rest }: { indexed: SQL | undefined; rest: SQL | undefined },
	rowsMax: number,
): SQL {
	const scanned = selectNewest(db, and(eq(voicemails.extensionId, sql`box.value`), indexed), scannedRowsMax);
	const ofBox = sql`SELECT id FROM ${scanned} AS voicemails WHERE ${rest} LIMIT ${rowsMax}`;
	return sql`(SELECT voicemails.* FROM json_each(${JSON.stringify(ids)}) AS box
		CROSS JOIN voicemails ON voicemails.id IN (${ofBox})
		ORDER BY voicemails.created_at DESC, voicemails.id DESC LIMIT ${rowsMax})`;
}

/** Voicemail that the caller may see; all other is not found. */
export async function findVoicemail(ctx: CallerContext, id: string): Promise<Result<VoicemailRow>> {
	const visible = isVisible(visibleVoicemail(ctx.principal));
	const [found] = await ctx.db
		.select({ row: voicemails, ...lookedUpFor(ctx.principal) })
		.from(voicemails)
		.where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt), visible));
	return found ? accept(withFound(found)) : refuse("not_found", "There is no such voicemail.");
}

function isVisible(visible: VisibleVoicemail): SQL | undefined {
	if (visible === "all") return undefined;
	if (visible === "none") return sql`0`;
	return inArray(
		voicemails.extensionId,
		visible.map(({ extensionId }) => extensionId),
	);
}
