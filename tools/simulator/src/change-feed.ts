export interface Change {
	sid?: string;
	kind: "call" | "message" | "email" | "clock" | "reset";
}

export class ChangeFeed {
	readonly #listeners = new Set<(change: Change) => void>();

	emit(change: Change): void {
		for (const listener of this.#listeners) listener(change);
	}

	subscribe(listener: (change: Change) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
