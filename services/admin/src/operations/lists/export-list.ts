import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { writeCsvHeading, writeCsvRows } from "../../domain/files/write-csv.ts";

const rowsOfPageDefault = 1000;
/** A request may make 32 calls to other Workers. */
const pagesMaxDefault = 20;

export type ListPage<Item> = (page: { limit: number; cursor?: string }) => Promise<Result<Page<Item>>>;

export interface CsvContent<Item> {
	columns: readonly (keyof Item & string)[];
	/** How an item is written; without it as it is. */
	toRow?: (item: Item) => Record<keyof Item, unknown>;
	rowsOfPage?: number;
	pagesMax?: number;
}

interface CsvPart {
	csv: string;
	/** Null at the end of the list. */
	nextCursor: string | null;
}

/** One file's part of the list, written page by page to save memory. */
export async function exportList<Item extends object>(
	listPage: ListPage<Item>,
	cursor: string | undefined,
	{ rowsOfPage = rowsOfPageDefault, pagesMax = pagesMaxDefault, ...content }: CsvContent<Item>,
): Promise<Result<CsvPart>> {
	const parts = [writeCsvHeading(content.columns)];
	let next: string | null = cursor ?? null;
	for (let pages = 0; pages < pagesMax; pages += 1) {
		const page = await listPage({ limit: rowsOfPage, ...(next !== null && { cursor: next }) });
		if (!page.ok) return page;
		parts.push(writeItems(page.value.items, content));
		next = page.value.nextCursor;
		if (next === null) break;
	}
	return accept({ csv: parts.join(""), nextCursor: next });
}

export function writeItems<Item extends object>(
	items: readonly Item[],
	{ columns, toRow }: Pick<CsvContent<Item>, "columns" | "toRow">,
): string {
	return writeCsvRows<Record<keyof Item, unknown>>(toRow ? items.map(toRow) : items, columns);
}
