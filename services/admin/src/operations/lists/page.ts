import type { Page } from "@cloudpbx/contracts/api/page";
import type { FoundPage } from "@cloudpbx/db/find-page";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Cursor, encodeCursor } from "../../domain/lists/cursor.ts";

export interface PageRequest {
	limit: number;
	cursor: Cursor | null;
}

export function before(key: SQLiteColumn, id: SQLiteColumn, cursor: Cursor | null): SQL | undefined {
	return cursor === null ? undefined : sql`(${key}, ${id}) < (${cursor.key}, ${cursor.id})`;
}

/** For lists in ascending order. */
export function after(key: SQLiteColumn, id: SQLiteColumn, cursor: Cursor | null): SQL | undefined {
	return cursor === null ? undefined : sql`(${key}, ${id}) > (${cursor.key}, ${cursor.id})`;
}

export function cutPage<Row, Item>(
	rows: readonly Row[],
	limit: number,
	cursorOf: (row: Row) => Cursor,
	show: (row: Row) => Item,
): Page<Item> {
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	const hasMore = rows.length > limit && last !== undefined;
	return { items: page.map(show), nextCursor: hasMore ? encodeCursor(cursorOf(last)) : null };
}

/** Page of a search by `findPage`. */
export function toPage<Row, Item>(
	{ rows, last }: FoundPage<{ row: Row }>,
	cursorOf: (row: Row) => Cursor,
	show: (row: Row) => Item,
): Page<Item> {
	return {
		items: rows.map(({ row }) => show(row)),
		nextCursor: last && encodeCursor(cursorOf(last.row)),
	};
}
