import type { Page } from "@cloudpbx/contracts/api/page";
import { type Contact, foldTag } from "@cloudpbx/contracts/contacts/contacts";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { findPage } from "@cloudpbx/db/find-page";
import { runBatch } from "@cloudpbx/db/run-batch";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { listSearchTerms } from "../../domain/contacts/contact-words.ts";
import type { Cursor } from "../../domain/lists/cursor.ts";
import { after, type PageRequest, toPage } from "../lists/page.ts";
import { type StoredContact, selectContacts, tagsOfContact, toContact } from "./contact-rows.ts";

export interface ContactFilter {
	q?: string | undefined;
	tag?: string | undefined;
}

const sortedMax = 1000;
const tagsListedMax = 500;
const lastCharacter = "\u{10FFFF}";

/** By name. A frequent filter scans the list in order, so a page may be short. */
export async function listContacts(
	ctx: Context,
	filter: ContactFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<Contact>> {
	const { db } = ctx;
	const conditions = listConditions(filter);
	if (conditions === null) return { items: [], nextCursor: null };
	const rarest = await findRarest(ctx, conditions);
	const matches = and(...conditions.filter((each) => each !== rarest).map(({ holds }) => holds));
	const page = after(contacts.sortName, contacts.id, cursor);
	const where = and(page, rarest ? matches : undefined) ?? sql`true`;
	const from = rarest
		? sql`(${rarest.ids}) hits CROSS JOIN contacts ON contacts.id = hits.contact_id`
		: contacts;
	const found = await findPage(db, {
		table: contacts,
		scan: (rowsMax) => [
			sql`(SELECT contacts.* FROM ${from} WHERE ${where} ORDER BY contacts.sort_name, contacts.id LIMIT ${rowsMax})`,
		],
		order: sql`sort_name, id`,
		matches: rarest ? undefined : matches,
		limit,
		lookedUp: { tags: tagsOfContact },
	});
	const rows = found.rows.map((stored) => ({ row: stored }));
	return toPage({ rows, last: found.last && { row: found.last } }, cursorOf, toContact);
}

interface Condition {
	ids: SQL;
	holds: SQL;
}

/** Null when nothing can match. */
function listConditions({ q, tag }: ContactFilter): Condition[] | null {
	const terms = q === undefined || q.trim() === "" ? [] : listSearchTerms(q);
	if (terms.length === 0 && q?.trim()) return null;
	const conditions = terms.map((term) => conditionOf("contact_words", beginsWith(term)));
	if (tag !== undefined) conditions.push(conditionOf("contact_tags", sql`folded = ${foldTag(tag)}`));
	return conditions;
}

function conditionOf(table: "contact_words" | "contact_tags", matches: SQL): Condition {
	const name = sql.identifier(table);
	return {
		ids: sql`SELECT DISTINCT contact_id FROM ${name} WHERE ${matches}`,
		holds: sql`EXISTS (SELECT 1 FROM ${name} WHERE contact_id = contacts.id AND ${matches})`,
	};
}

function beginsWith(term: string): SQL {
	return sql`word >= ${term} AND word < ${term + lastCharacter}`;
}

/** The condition with the fewest contacts; null when all are too frequent to be sorted. */
async function findRarest(ctx: Context, conditions: readonly Condition[]): Promise<Condition | null> {
	if (conditions.length === 0) return null;
	const counts = await runBatch(
		ctx.db,
		conditions.map(({ ids }) => sql`SELECT count(*) AS found FROM (${ids} LIMIT ${sortedMax + 1})`),
	);
	const found = conditions.map((condition, at) => ({ condition, count: Number(counts[at]?.[0]?.found) }));
	found.sort((one, other) => one.count - other.count);
	const [rarest] = found;
	return rarest && rarest.count <= sortedMax ? rarest.condition : null;
}

function cursorOf({ row }: StoredContact): Cursor {
	return { key: row.sortName, id: row.id };
}

export async function findContact(ctx: Context, number: string): Promise<Result<Contact>> {
	const stored = await findStoredContact(ctx, number);
	return stored.ok ? accept(toContact(stored.value)) : stored;
}

export async function findStoredContact(ctx: Context, number: string): Promise<Result<StoredContact>> {
	const [stored] = await selectContacts(ctx.db, eq(contacts.number, number));
	return stored ? accept(stored) : refuse("not_found", "There is no contact with this number.");
}

/** Every tag in use, with one index seek for each. */
export async function listContactTags(ctx: Context): Promise<string[]> {
	const [rows = []] = await runBatch(ctx.db, [
		sql`WITH RECURSIVE each_tag (folded) AS (
				SELECT min(folded) FROM contact_tags
				UNION ALL
				SELECT (SELECT min(folded) FROM contact_tags WHERE folded > each_tag.folded)
				FROM each_tag WHERE each_tag.folded IS NOT NULL
				LIMIT ${tagsListedMax}
			)
			SELECT (SELECT tag FROM contact_tags WHERE contact_tags.folded = each_tag.folded LIMIT 1) AS tag
			FROM each_tag WHERE each_tag.folded IS NOT NULL`,
	]);
	return rows.map(({ tag }) => String(tag));
}
