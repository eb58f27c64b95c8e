/** The owner's fallback number as it was read last, for calls that come while no setting can be read. */
export class FallbackMemory {
	#number: string | null = null;

	remember(number: string | null): void {
		this.#number = number;
	}

	/** E.164; empty without any number: then a message is taken. */
	numberOr(installed: string): string {
		return this.#number ?? installed;
	}
}
