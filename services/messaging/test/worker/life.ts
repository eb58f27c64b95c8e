/** A process's life, which a test ends. */
export class Life {
	isDead = false;
	readonly isOver: Promise<void>;
	#over: () => void = () => undefined;

	constructor() {
		this.isOver = new Promise((resolve) => {
			this.#over = resolve;
		});
	}

	end(): void {
		this.isDead = true;
		this.#over();
	}
}

/** A dead process's work never settles. */
export function forever(): Promise<never> {
	return new Promise(() => undefined);
}
