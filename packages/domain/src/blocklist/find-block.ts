import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";

/** Returns the entry that blocks a caller, the longest match, or null. `from` is null for a withheld number. */
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
