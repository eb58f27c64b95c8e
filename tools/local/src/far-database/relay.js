import { WorkerEntrypoint } from "cloudflare:workers";

/** Delays half on the way to D1 and half on the way back. */
export default class extends WorkerEntrypoint {
	fetch(request) {
		return this.#far(() => this.env.DATABASE.fetch(request));
	}

	/** D1's client uses RPC or HTTP, by its compatibility flags. */
	query(request) {
		return this.#far(() => this.env.DATABASE.query(request));
	}

	async #far(ask) {
		const half = this.env.DELAY_MILLISECONDS / 2;
		await scheduler.wait(half);
		try {
			return await ask();
		} finally {
			await scheduler.wait(half);
		}
	}
}
