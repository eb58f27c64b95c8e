export interface Listed<Item> {
	items: Item[];
	nextCursor: string | null;
}

/**
 * Lays a fresh first page over a list that was read further. Where they meet, the older items behind stay; a gap between them
 * (more news than a page holds) leaves only the fresh ones, to be continued from there.
 */
export function mergePages<Item extends { id: string }>(
	old: Listed<Item> | undefined,
	fresh: Listed<Item>,
): Listed<Item> {
	const last = fresh.items.at(-1);
	if (!old || !last || fresh.nextCursor === null) return fresh;
	const meeting = old.items.findIndex((item) => item.id === last.id);
	if (meeting === -1) return fresh;
	const known = new Set(fresh.items.map((item) => item.id));
	const behind = old.items.slice(meeting + 1).filter((item) => !known.has(item.id));
	if (behind.length === 0) return fresh;
	return { items: [...fresh.items, ...behind], nextCursor: old.nextCursor };
}
