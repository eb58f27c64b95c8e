/** The wait of the first caller for others. It is invisible on a screen. */
const gatherMilliseconds = 20;

/** After this time the runtime has ended the sending caller's work, and the next caller sends. */
const lostAfterMilliseconds = 2000;

/** Combines what an isolate's requests report within a moment into one call. News may be lost. */
export class Gathering<Item> {
	#waiting: Item[] = [];
	#since: number | null = null;

	/** Resolves when the items are sent, or at once when an earlier caller sends them. */
	async add(items: readonly Item[], send: (items: Item[]) => Promise<void>): Promise<void> {
		if (items.length === 0) return;
		this.#waiting.push(...items);
		const now = Date.now();
		if (this.#since !== null && now - this.#since < lostAfterMilliseconds) return;
		this.#since = now;
		await new Promise((resolve) => setTimeout(resolve, gatherMilliseconds));
		if (this.#since !== now) return;
		const gathered = this.#waiting;
		this.#waiting = [];
		this.#since = null;
		await send(gathered);
	}
}
