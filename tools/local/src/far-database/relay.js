import { WorkerEntrypoint } from "cloudflare:workers";

/** Stands between a D1 client and its server, half of the delay on the way there and half on the way back. */
export default class extends WorkerEntrypoint {
	fetch(request) {
		return this.#far(() => this.env.DATABASE.fetch(request));
	}

	/** D1's client asks by RPC or by HTTP, as its compatibility flags say. */
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
