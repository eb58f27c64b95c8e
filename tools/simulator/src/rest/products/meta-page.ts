import type { Context } from "hono";
import type { Collection, Filter } from "../../storage/collection.ts";
import { readPage } from "../read-page.ts";

/** The envelope of Twilio's newer products: `meta` with absolute addresses. */
export function metaPage<Document extends { sid: string }>(
	context: Context,
	list: { key: string; url: string; collection: Collection<Document>; filters?: Filter[] },
	view: (document: Document) => unknown,
): Response {
	const page = readPage(context, list.collection, list.filters ?? []);
	const { previous, next } = page;
	return context.json({
		[list.key]: page.documents.map(view),
		meta: {
			page: page.number,
			page_size: page.size,
			first_page_url: page.address(list.url, 0),
			previous_page_url: previous === null ? null : page.address(list.url, previous),
			url: page.address(list.url, page.number),
			next_page_url: next === null ? null : page.address(list.url, next),
			key: list.key,
		},
	});
}
