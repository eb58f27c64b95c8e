/** Keeps at most `keptMax` answers of a pure function; a full cache is emptied. An answer is never undefined. */
export function memoize<Key extends string | number, Answer>(
	answer: (key: Key) => Answer,
	keptMax: number,
): (key: Key) => Answer {
	const kept = new Map<Key, Answer>();
	return (key) => {
		const known = kept.get(key);
		if (known !== undefined) return known;
		if (kept.size >= keptMax) kept.clear();
		const made = answer(key);
		kept.set(key, made);
		return made;
	};
}
