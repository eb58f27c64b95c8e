import type { Page } from "@cloudpbx/contracts/api/page";

/** The most that the server gives in one page. */
const pageSize = "200";

/** A list of which every entry is needed at once, such as the people of a company. */
export async function listAll<Item>(
	loadPage: (query: { limit: string; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
	const items: Item[] = [];
	let cursor: string | undefined;
	do {
		const page = await loadPage({ limit: pageSize, ...(cursor && { cursor }) });
		items.push(...page.items);
		cursor = page.nextCursor ?? undefined;
	} while (cursor);
	return items;
}
