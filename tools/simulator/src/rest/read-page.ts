import type { Context } from "hono";
import type { Collection, Filter } from "../storage/collection.ts";

const pageSizeDefault = 50;
const pageSizeMax = 1000;

export interface Page<Document> {
	number: number;
	size: number;
	documents: Document[];
	address(list: string, number: number): string;
	previous: number | null;
	next: number | null;
}

export function readPage<Document extends { sid: string }>(
	context: Context,
	collection: Collection<Document>,
	filters: readonly Filter[],
): Page<Document> {
	const query = new URL(context.req.url).searchParams;
	const size = wholeNumber(query.get("PageSize"), pageSizeDefault, { min: 1, max: pageSizeMax });
	const number = wholeNumber(query.get("Page"), 0, { min: 0, max: Number.MAX_SAFE_INTEGER });
	// One more than the page, to know whether there is a next one.
	const found = collection.page(filters, size + 1, number * size);
	const documents = found.slice(0, size);
	const last = documents.at(-1)?.sid;
	return {
		number,
		size,
		documents,
		address: (list, wanted) => {
			const params = new URLSearchParams(query);
			params.delete("PageToken");
			params.set("PageSize", String(size));
			params.set("Page", String(wanted));
			if (wanted > 0 && last) params.set("PageToken", `PA${last}`);
			return `${list}?${params}`;
		},
		previous: number > 0 ? number - 1 : null,
		next: found.length > size ? number + 1 : null,
	};
}

function wholeNumber(
	text: string | null,
	fallback: number,
	{ min, max }: { min: number; max: number },
): number {
	const value = Number(text ?? Number.NaN);
	return Number.isInteger(value) && value >= min ? Math.min(value, max) : fallback;
}
