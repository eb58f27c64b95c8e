import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";
import { maskNumber } from "@cloudpbx/domain/phone-number";

/** Maximum entries that the audit log names; others are counted. */
const namedMax = 20;
const openPrefixMax = 7;

export function describeBlocked(
	before: readonly BlockItem[],
	after: readonly BlockItem[],
): { before: Record<string, unknown> | null; after: Record<string, unknown> | null } {
	const left = without(before, after);
	const come = without(after, before);
	return { before: tell(left, before.length), after: tell(come, after.length) };
}

function without(items: readonly BlockItem[], others: readonly BlockItem[]): BlockItem[] {
	const known = new Set(others.map(keyOf));
	return items.filter((item) => !known.has(keyOf(item)));
}

function keyOf(item: BlockItem): string {
	return JSON.stringify(
		"number" in item ? [item.number, item.then] : "prefix" in item ? ["", item.prefix, item.then] : item.then,
	);
}

function tell(items: readonly BlockItem[], count: number) {
	const named = items.slice(0, namedMax).map(nameItem);
	if (items.length > namedMax) named.push(`and ${items.length - namedMax} more`);
	return { blocked: named.join("; ") || "none", entries: count };
}

function nameItem(item: BlockItem): string {
	const then = item.then === "reject" ? "rejected" : "to voicemail";
	if ("number" in item) return `${maskNumber(item.number, 4)}, ${then}`;
	if ("anonymous" in item) return `no caller id, ${then}`;
	const { prefix } = item;
	return `${prefix.length <= openPrefixMax ? prefix : maskNumber(prefix, 4)}…, ${then}`;
}
