/** Made from the carrier's id: a stray has one before it is ours, and storing twice makes one row. */
export function numberIdOf(carrierId: string): string {
	return `num_${carrierId.slice(2).toLowerCase()}`;
}
