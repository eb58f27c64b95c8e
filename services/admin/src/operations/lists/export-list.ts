import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { writeCsvHeading, writeCsvRows } from "../../domain/files/write-csv.ts";
import type { CsvPart } from "../campaigns/export-recipients.ts";

const rowsOfPage = 1000;
const pagesMax = 20;

export type ListPage<Item> = (request: {
	limit: number;
	cursor: string | undefined;
}) => Promise<Result<Page<Item>>>;

/** One file's part of the list, written page by page to save memory. */
export async function exportList<Item extends object>(
	listPage: ListPage<Item>,
	cursor: string | undefined,
	columns: readonly (keyof Item & string)[],
): Promise<Result<CsvPart>> {
	const parts = [writeCsvHeading(columns)];
	let next: string | null = cursor ?? null;
	for (let pages = 0; pages < pagesMax; pages += 1) {
		const page = await listPage({ limit: rowsOfPage, cursor: next ?? undefined });
		if (!page.ok) return page;
		parts.push(writeCsvRows(page.value.items, columns));
		next = page.value.nextCursor;
		if (next === null) break;
	}
	return accept({ csv: parts.join(""), nextCursor: next });
}
