import { contactNameOf } from "@cloudpbx/db/contact-name";
import { runBatch } from "@cloudpbx/db/run-batch";
import { type SQL, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { mayReadContacts, type Principal } from "../../domain/people/principal.ts";

/** Name of a contact by its number, as a column; null without permission to read contacts. */
export function selectContactName(number: SQL, principal: Principal): SQL<string | null> {
	if (!mayReadContacts(principal)) return sql<string | null>`NULL`;
	return contactNameOf(number);
}

/** Adds contact names to items of other Workers, with one statement. */
export async function nameContacts<Item>(
	ctx: CallerContext,
	items: readonly Item[],
	numberOf: (item: Item) => string,
): Promise<(Item & { contactName: string | null })[]> {
	const names = await findNames(ctx, items.map(numberOf));
	return items.map((item) => ({ ...item, contactName: names.get(numberOf(item)) ?? null }));
}

async function findNames(
	ctx: CallerContext,
	numbers: readonly string[],
): Promise<Map<unknown, string | null>> {
	if (numbers.length === 0 || !mayReadContacts(ctx.principal)) return new Map();
	const wanted = JSON.stringify([...new Set(numbers)]);
	const [rows = []] = await runBatch(ctx.db, [
		sql`SELECT number, coalesce(name, company) AS name FROM contacts
			WHERE number IN (SELECT value FROM json_each(${wanted}))`,
	]);
	return new Map(rows.map(({ number, name }) => [number, name === null ? null : String(name)]));
}
