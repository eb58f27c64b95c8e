export interface ValueInConflict {
	field: string;
	theirs: unknown;
	yours: unknown;
}

export function valuesInConflict(
	current: Record<string, unknown>,
	sent: Record<string, unknown>,
): ValueInConflict[] {
	return Object.entries(sent)
		.filter(([field, value]) => field !== "version" && value !== undefined)
		.filter(([field, value]) => JSON.stringify(current[field]) !== JSON.stringify(value))
		.map(([field, yours]) => ({ field, theirs: current[field] ?? null, yours }));
}
