export interface FrozenOrder<Item> {
	items: Item[];
	newCount: number;
}

/**
 * Shown items keep their places and get new contents; removed items stay until the list is released. Items behind
 * the last one are appended (a further page); others wait.
 */
export function freezeOrder<Item extends { id: string }>(shown: Item[], items: Item[]): FrozenOrder<Item> {
	const now = new Map(items.map((item) => [item.id, item]));
	const known = new Set(shown.map((item) => item.id));
	const lastKnown = items.findLastIndex((item) => known.has(item.id));
	const behind = items.slice(lastKnown + 1);
	const waiting = items.slice(0, lastKnown + 1).filter((item) => !known.has(item.id));
	if (lastKnown === -1) return { items: shown, newCount: items.length };
	return { items: [...shown.map((item) => now.get(item.id) ?? item), ...behind], newCount: waiting.length };
}
