import { type Page, pageLimitDefault } from "@cloudpbx/contracts/api/page";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import * as z from "zod";
import { writeCsv } from "../../domain/files/write-csv.ts";
import type { ApiEnv } from "../../env.ts";
import { exportList, type ListPage } from "../../operations/lists/export-list.ts";
import { unwrap } from "../../refusal-error.ts";

/** JSON, or for `Accept: text/csv` a file whose next page is in `Link`. */
export function respondWithPage<Item extends object>(
	c: Context<ApiEnv>,
	page: Page<Item>,
	columns: readonly (keyof Item & string)[],
	filename: string,
) {
	if (isCsvWanted(c)) return respondWithCsv(c, writeCsv(page.items, columns), page.nextCursor, filename);
	c.header("vary", "accept");
	return c.json(page, 200);
}

interface CsvFile<Item> {
	columns: readonly (keyof Item & string)[];
	filename: string;
}

/** One page, or for `Accept: text/csv` without a `limit` a whole file. */
export async function respondWithList<Item extends object>(
	c: Context<ApiEnv>,
	listPage: ListPage<Item>,
	{ limit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
	{ columns, filename }: CsvFile<Item>,
) {
	if (limit === undefined && isCsvWanted(c)) {
		const { csv, nextCursor } = unwrap(await exportList(listPage, cursor, columns));
		return respondWithCsv(c, csv, nextCursor, filename);
	}
	const page = unwrap(await listPage({ limit: limit ?? pageLimitDefault, cursor }));
	return respondWithPage(c, page, columns, filename);
}

/** A file or a part of it; the next part is in `Link`. */
export function respondWithCsv(c: Context<ApiEnv>, csv: string, nextCursor: string | null, filename: string) {
	c.header("vary", "accept");
	if (nextCursor !== null) c.header("link", `<${nextUrl(c, nextCursor)}>; rel="next"`);
	c.header("content-disposition", `attachment; filename="${filename}"`);
	return c.body(csv, 200, { "content-type": "text/csv; charset=utf-8" });
}

export function isCsvWanted(c: Context<ApiEnv>): boolean {
	const type = accepts(c, {
		header: "Accept",
		supports: ["application/json", "text/csv"],
		default: "application/json",
	});
	return type === "text/csv";
}

export function csvAnswer<Content extends object>(answer: { description: string; content: Content }) {
	return { ...answer, content: { ...answer.content, "text/csv": { schema: z.string() } } };
}

function nextUrl(c: Context<ApiEnv>, cursor: string): string {
	const url = new URL(c.req.url);
	url.searchParams.set("cursor", cursor);
	return url.pathname + url.search;
}
