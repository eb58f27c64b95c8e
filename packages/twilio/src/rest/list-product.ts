import * as z from "zod";
import { readAnswer } from "./carrier-result.ts";
import type { Carrier, CarrierProduct } from "./open-carrier.ts";

const pageSize = 100;
const pagesMax = 20;

/** Lists a newer product, whose pages have `meta`. Throws only CarrierFailure. */
export async function listProduct<Item>(
	carrier: Carrier,
	product: CarrierProduct,
	list: { path: string; key: string; query?: Record<string, unknown> },
	item: z.ZodType<Item>,
): Promise<Item[]> {
	const Page = z.object({
		[list.key]: z.array(item),
		meta: z.object({ next_page_url: z.string().nullish() }),
	});
	const items: Item[] = [];
	let request = { path: list.path, query: { PageSize: pageSize, ...list.query } as Record<string, unknown> };
	for (let count = 1; count <= pagesMax; count++) {
		const page = readAnswer(Page, await carrier.ask(product, { method: "get", ...request }));
		items.push(...(page[list.key] as Item[]));
		const { next_page_url: next } = page.meta as { next_page_url?: string | null };
		if (!next || !URL.canParse(next)) break;
		request = { path: list.path, query: Object.fromEntries(new URL(next).searchParams) };
	}
	return items;
}
