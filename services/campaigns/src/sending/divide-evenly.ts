/** Divides `count` places evenly between parties. No party gets more places than members. */
export function divideEvenly(count: number, waiting: readonly number[]): number[] {
	const shares = waiting.map(() => 0);
	let left = count;
	while (left > 0) {
		const hungry = waiting.flatMap((members, index) => (members > (shares[index] ?? 0) ? [index] : []));
		if (hungry.length === 0) break;
		const each = Math.max(1, Math.floor(left / hungry.length));
		for (const index of hungry) {
			const given = Math.min(each, left, (waiting[index] ?? 0) - (shares[index] ?? 0));
			shares[index] = (shares[index] ?? 0) + given;
			left -= given;
		}
	}
	return shares;
}
