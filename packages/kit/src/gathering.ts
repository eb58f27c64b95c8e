/** How long the first caller waits for others; nobody sees so short a delay on a screen. */
const gatherMilliseconds = 20;

/** Of a caller that has not sent by then the runtime has ended the work; the next one sends in its place. */
const lostAfterMilliseconds = 2000;

/**
 * Sends in one call what several requests of an isolate have to say within a moment. The first of them waits and sends for
 * all. Keeps the order. What its request loses waits for the next one: only for news that may be lost.
 */
export class Gathering<Item> {
	#waiting: Item[] = [];
	/** When the caller that sends began to wait, in milliseconds since 1970; null when nobody does. */
	#since: number | null = null;

	/** Settles when the items are sent, or at once when an earlier caller sends them. */
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
