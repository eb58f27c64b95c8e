import type { Context } from "hono";
import type { Collection, Filter } from "../storage/collection.ts";
import { readPage } from "./read-page.ts";

/** `uri` is the list's address below the API's base. */
export function listPage<Document extends { sid: string }>(
	context: Context,
	list: { key: string; uri: string; collection: Collection<Document>; filters: Filter[] },
	view: (document: Document) => unknown,
): Response {
	const page = readPage(context, list.collection, list.filters);
	const { documents, number, size, previous, next } = page;
	const start = number * size;
	return context.json({
		[list.key]: documents.map(view),
		page: number,
		page_size: size,
		start,
		end: start + Math.max(documents.length - 1, 0),
		uri: page.address(list.uri, number),
		first_page_uri: page.address(list.uri, 0),
		previous_page_uri: previous === null ? null : page.address(list.uri, previous),
		next_page_uri: next === null ? null : page.address(list.uri, next),
	});
}
