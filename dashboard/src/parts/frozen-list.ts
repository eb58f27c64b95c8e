import { type FrozenOrder, freezeOrder } from "../domain/freeze-order.ts";
import { changed } from "../state/store.ts";

/** Lists in which the pointer or the keyboard is now: their rows stay where they are. */
const held = new Set<string>();
const shown = new Map<string, { id: string }[]>();

/** The items in the order in which they are to be drawn. */
export function freeze<Item extends { id: string }>(key: string, items: Item[]): FrozenOrder<Item> {
	const before = shown.get(key) as Item[] | undefined;
	const order = held.has(key) && before ? freezeOrder(before, items) : { items, newCount: 0 };
	shown.set(key, order.items);
	return order;
}

/** Shows the news, whoever is in the list. */
export function releaseList(key: string): void {
	shown.delete(key);
	changed();
}

export const freezeHandlers = {
	enter(event: Event): void {
		held.add(keyOf(event));
	},
	leave(event: PointerEvent | FocusEvent): void {
		const list = event.currentTarget as HTMLElement;
		const isStillIn = list.matches(":hover") || list.contains(event.relatedTarget as Node | null);
		if (isStillIn) return;
		held.delete(keyOf(event));
		changed();
	},
};

function keyOf(event: Event): string {
	return (event.currentTarget as HTMLElement).dataset.list ?? "";
}
