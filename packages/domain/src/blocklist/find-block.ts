import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";

/**
 * The entry that blocks a caller; null: not blocked. `from` is null for a caller without a number. A number's own entry counts before
 * one of its beginnings, a longer beginning before a shorter one.
 */
export function findBlock(items: readonly BlockItem[], from: string | null): BlockItem | null {
	if (from === null) return items.find((item) => "anonymous" in item) ?? null;
	const own = items.find((item) => "number" in item && item.number === from);
	if (own) return own;
	let found: BlockItem | null = null;
	let length = 0;
	for (const item of items) {
		if (!("prefix" in item) || item.prefix.length <= length || !from.startsWith(item.prefix)) continue;
		found = item;
		length = item.prefix.length;
	}
	return found;
}
