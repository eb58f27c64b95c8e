import type { Context } from "hono";
import type { Collection, Filter } from "../storage/collection.ts";

const pageSizeDefault = 50;
const pageSizeMax = 1000;

/** One page of a list in Twilio's envelope. `uri` is the list's address below the API's base. */
export function listPage<Document extends { sid: string }>(
	context: Context,
	list: { key: string; uri: string; collection: Collection<Document>; filters: Filter[] },
	view: (document: Document) => unknown,
): Response {
	const query = new URL(context.req.url).searchParams;
	const size = wholeNumber(query.get("PageSize"), pageSizeDefault, 1, pageSizeMax);
	const page = wholeNumber(query.get("Page"), 0, 0, Number.MAX_SAFE_INTEGER);
	const offset = page * size;
	// One more than the page shows whether there is a next one.
	const found = list.collection.page(list.filters, size + 1, offset);
	const shown = found.slice(0, size);
	const address = (wanted: number) => pageAddress(list.uri, query, size, wanted, shown.at(-1)?.sid);
	return context.json({
		[list.key]: shown.map(view),
		page,
		page_size: size,
		start: offset,
		end: offset + Math.max(shown.length - 1, 0),
		uri: address(page),
		first_page_uri: address(0),
		previous_page_uri: page > 0 ? address(page - 1) : null,
		next_page_uri: found.length > size ? address(page + 1) : null,
	});
}

function pageAddress(uri: string, query: URLSearchParams, size: number, page: number, last?: string): string {
	const address = new URLSearchParams(query);
	address.delete("PageToken");
	address.set("PageSize", String(size));
	address.set("Page", String(page));
	if (page > 0 && last) address.set("PageToken", `PA${last}`);
	return `${uri}?${address}`;
}

function wholeNumber(text: string | null, fallback: number, min: number, max: number): number {
	const value = Number(text ?? Number.NaN);
	return Number.isInteger(value) && value >= min ? Math.min(value, max) : fallback;
}
