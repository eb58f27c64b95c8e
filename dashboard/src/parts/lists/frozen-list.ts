import { type FrozenOrder, freezeOrder } from "../../domain/freeze-order.ts";
import { changed } from "../../state/store.ts";

/** Lists under the pointer or the focus: their rows keep their order. */
const held = new Set<string>();
const shown = new Map<string, { items: { id: string }[]; orders: number }>();

/** Returns the items in drawing order; `orders` counts the reorderings of shown rows. */
export function freeze<Item extends { id: string }>(
	key: string,
	items: Item[],
): FrozenOrder<Item> & { orders: number } {
	const before = shown.get(key) as { items: Item[]; orders: number } | undefined;
	const order = held.has(key) && before ? freezeOrder(before.items, items) : { items, newCount: 0 };
	const isMoved = before?.items.some(({ id }, index) => order.items[index] && order.items[index].id !== id);
	const orders = (before?.orders ?? 0) + (isMoved ? 1 : 0);
	shown.set(key, { items: order.items, orders });
	return { ...order, orders };
}

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
