/** Our id of a number, made from the carrier's: a stray has one before it is ours, and storing twice makes one row. */
export function numberIdOf(carrierId: string): string {
	return `num_${carrierId.slice(2).toLowerCase()}`;
}
