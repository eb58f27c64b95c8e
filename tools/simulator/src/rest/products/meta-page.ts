import type { Context } from "hono";
import type { Collection, Filter } from "../../storage/collection.ts";

const pageSizeDefault = 50;
const pageSizeMax = 1000;

/** One page of a list as Twilio's newer products answer it: the items beside `meta`, whose addresses are whole. */
export function metaPage<Document extends { sid: string }>(
	context: Context,
	list: { key: string; url: string; collection: Collection<Document>; filters?: Filter[] },
	view: (document: Document) => unknown,
): Response {
	const query = new URL(context.req.url).searchParams;
	const size = wholeNumber(query.get("PageSize"), pageSizeDefault, 1, pageSizeMax);
	const page = wholeNumber(query.get("Page"), 0, 0, Number.MAX_SAFE_INTEGER);
	// One more than the page shows whether there is a next one.
	const found = list.collection.page(list.filters ?? [], size + 1, page * size);
	const shown = found.slice(0, size);
	return context.json({
		[list.key]: shown.map(view),
		meta: pageMeta(list, query, { size, page, last: shown.at(-1)?.sid, isMore: found.length > size }),
	});
}

function pageMeta(
	{ key, url }: { key: string; url: string },
	query: URLSearchParams,
	{ size, page, last, isMore }: { size: number; page: number; last: string | undefined; isMore: boolean },
) {
	const address = (wanted: number) => {
		const params = new URLSearchParams(query);
		params.delete("PageToken");
		params.set("PageSize", String(size));
		params.set("Page", String(wanted));
		if (wanted > 0 && last) params.set("PageToken", `PA${last}`);
		return `${url}?${params}`;
	};
	return {
		page,
		page_size: size,
		first_page_url: address(0),
		previous_page_url: page > 0 ? address(page - 1) : null,
		url: address(page),
		next_page_url: isMore ? address(page + 1) : null,
		key,
	};
}

function wholeNumber(text: string | null, fallback: number, min: number, max: number): number {
	const value = Number(text ?? Number.NaN);
	return Number.isInteger(value) && value >= min ? Math.min(value, max) : fallback;
}
