/** The fields that differ, as they were and as they are: what the audit log keeps of a change. Null when none does. */
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
