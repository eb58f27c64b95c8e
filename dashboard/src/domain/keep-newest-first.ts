/** Adds a missing item at its place by age. An item that is already there stays as it is. */
export function keepNewestFirst<Item extends { id: string; createdAt: string }>(
	items: Item[],
	kept: Item,
): Item[] {
	if (items.some(({ id }) => id === kept.id)) return items;
	const older = items.findIndex(({ createdAt }) => createdAt < kept.createdAt);
	const place = older === -1 ? items.length : older;
	return [...items.slice(0, place), kept, ...items.slice(place)];
}
