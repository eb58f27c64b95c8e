import type { Page } from "@cloudpbx/contracts/api/page";

const pageSize = "200";

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
