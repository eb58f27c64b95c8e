/** Puts an item back into a list that is sorted by age and has lost it. One that is there stays as it is there. */
export function keepNewestFirst<Item extends { id: string; createdAt: string }>(
	items: Item[],
	kept: Item,
): Item[] {
	if (items.some(({ id }) => id === kept.id)) return items;
	const older = items.findIndex(({ createdAt }) => createdAt < kept.createdAt);
	const place = older === -1 ? items.length : older;
	return [...items.slice(0, place), kept, ...items.slice(place)];
}
