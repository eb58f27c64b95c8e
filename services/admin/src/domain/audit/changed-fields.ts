/** Changed fields before and after, for the audit log; null without a change. */
export function changedFields<Value extends Record<string, unknown>>(
	before: Value,
	after: Value,
): { before: Partial<Value>; after: Partial<Value> } | null {
	const names = Object.keys(after).filter(
		(name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
	);
	if (names.length === 0) return null;
	const pick = (value: Value) =>
		Object.fromEntries(names.map((name) => [name, value[name] ?? null])) as Partial<Value>;
	return { before: pick(before), after: pick(after) };
}
