import { PageQuery, pageLimitDefault, pageOf } from "@cloudpbx/contracts/api/page";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import * as z from "zod";
import { jsonAnswer } from "../../api.ts";
import { writeCsvHeading } from "../../domain/files/write-csv.ts";
import type { ApiEnv } from "../../env.ts";
import {
	type CsvContent,
	exportList,
	type ListPage,
	writeItems,
} from "../../operations/lists/export-list.ts";
import { unwrap } from "../../refusal-error.ts";

/** The query of a list that is a file too. */
export const FileListQuery = PageQuery.extend({ limit: PageQuery.shape.limit.unwrap().optional() });

/** A page of such a list, as JSON or CSV. */
export function fileListAnswer<Item extends z.ZodType>(item: Item) {
	return csvAnswer(jsonAnswer(pageOf(item), "One page."));
}

interface CsvFile<Item> extends CsvContent<Item> {
	filename: string;
}

/** One page, or for `Accept: text/csv` without a `limit` a whole file; its next part is in `Link`. */
export async function respondWithList<Item extends object>(
	c: Context<ApiEnv>,
	listPage: ListPage<Item>,
	{ limit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
	{ filename, ...content }: CsvFile<Item>,
) {
	const isCsv = isCsvWanted(c);
	if (limit === undefined && isCsv) {
		const { csv, nextCursor } = unwrap(await exportList(listPage, cursor, content));
		return respondWithCsv(c, csv, nextCursor, filename);
	}
	const request = { limit: limit ?? pageLimitDefault, ...(cursor !== undefined && { cursor }) };
	const page = unwrap(await listPage(request));
	if (isCsv) {
		const csv = writeCsvHeading(content.columns) + writeItems(page.items, content);
		return respondWithCsv(c, csv, page.nextCursor, filename);
	}
	c.header("vary", "accept");
	return c.json(page, 200);
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
