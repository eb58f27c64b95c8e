/**
 * The row that is chosen stays in the list when the filter has no more room for it, where it was: nothing is taken away from under
 * whoever works on it. `before` is what the list showed last.
 */
export function keepChosen<Item extends { id: string }>(
	before: readonly Item[],
	items: Item[],
	chosenId: string | undefined,
): Item[] {
	if (chosenId === undefined || items.some(({ id }) => id === chosenId)) return items;
	const place = before.findIndex(({ id }) => id === chosenId);
	const chosen = before[place];
	if (!chosen) return items;
	// Behind the nearest of those that stood above it and are still there.
	const above = before.slice(0, place).findLast(({ id }) => items.some((item) => item.id === id));
	const at = above ? items.findIndex(({ id }) => id === above.id) + 1 : 0;
	return items.toSpliced(at, 0, chosen);
}

/** The row to go to when one leaves the list: the next, or the one before the last. */
export function findNeighbour<Item extends { id: string }>(
	items: readonly Item[],
	id: string,
): Item | undefined {
	const place = items.findIndex((item) => item.id === id);
	if (place === -1) return items[0];
	return items[place + 1] ?? items[place - 1];
}
