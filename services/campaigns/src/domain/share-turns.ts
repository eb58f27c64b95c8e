/**
 * How many of the next texts each campaign of a sender may send: as equal as possible, and nobody gets more than he has. Shares
 * of those who have less go to the others; what is left over goes to the first in line.
 */
export function shareTurns(turns: number, waiting: readonly number[]): number[] {
	const shares = waiting.map(() => 0);
	let left = turns;
	while (left > 0) {
		const hungry = waiting.flatMap((count, index) => (count > (shares[index] ?? 0) ? [index] : []));
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
