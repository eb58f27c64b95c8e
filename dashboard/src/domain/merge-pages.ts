export interface Listed<Item> {
	items: Item[];
	nextCursor: string | null;
}

/** Replaces the first page of a longer list. Older items stay only if the pages meet. */
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
