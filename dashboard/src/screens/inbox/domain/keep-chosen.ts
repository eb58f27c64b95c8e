/** Keeps the chosen row in the list, at its place, when the filter excludes it. `before` is the list shown last. */
export function keepChosen<Item extends { id: string }>(
	before: readonly Item[],
	items: Item[],
	chosenId: string | undefined,
): Item[] {
	if (chosenId === undefined || items.some(({ id }) => id === chosenId)) return items;
	const place = before.findIndex(({ id }) => id === chosenId);
	const chosen = before[place];
	if (!chosen) return items;
	const above = before.slice(0, place).findLast(({ id }) => items.some((item) => item.id === id));
	const at = above ? items.findIndex(({ id }) => id === above.id) + 1 : 0;
	return items.toSpliced(at, 0, chosen);
}

/** The next row, or the previous one at the end of the list. */
export function findNeighbour<Item extends { id: string }>(
	items: readonly Item[],
	id: string,
): Item | undefined {
	const place = items.findIndex((item) => item.id === id);
	if (place === -1) return items[0];
	return items[place + 1] ?? items[place - 1];
}
