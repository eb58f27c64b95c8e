/** The lowest free keys from 101 to 199; null when all are taken. */
export function nextFreeKeys(taken: Iterable<string>): string | null {
	const known = new Set(taken);
	for (let keys = 101; keys <= 199; keys++) if (!known.has(String(keys))) return String(keys);
	return null;
}
