import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { openDb } from "@cloudpbx/db/open-db";
import { testEnv } from "./company.ts";
import { forever, Life } from "./life.ts";
import type { Workshop } from "./workshop.ts";
import { type Around, wrapDatabase, wrapMethods } from "./wrap-database.ts";

/** `before`: the last operation did nothing; `after`: it was done, and its result is lost. */
export type Death = { at: number; when: "before" | "after" };

/**
 * Stops a workshop's process at an operation: a D1 statement, a request to carrier or model, a job, a KV access.
 */
export class DyingProcess {
	effects = 0;
	readonly #death: Death | null;
	#life = new Life();

	constructor(shop: Workshop, death: Death | null) {
		this.#death = death;
		const around: Around = (carryOut) => this.#run(carryOut);
		shop.carrier.around = around;
		shop.messaging = shop.open({
			db: openDb(wrapDatabase(testEnv.DB, around)),
			memory: wrapMethods(testEnv.ASSISTANT_MEMORY, ["get", "put"], around),
			replyQueue: wrapMethods(shop.queueOf(shop.replies), ["sendBatch"], around),
			jobQueue: wrapMethods(shop.queueOf(shop.jobs), ["sendBatch"], around),
			ai: wrapMethods<AiBinding>(shop.ai, ["run"], around),
		});
		shop.dies = () => {
			this.#life = new Life();
			return this.#life.isOver;
		};
	}

	async #run<Value>(carryOut: () => Promise<Value>): Promise<Value> {
		const life = this.#life;
		if (life.isDead) return forever();
		const isLast = this.effects++ === this.#death?.at;
		if (isLast && this.#death?.when === "before") {
			life.end();
			return forever();
		}
		const value = await carryOut();
		if (isLast) life.end();
		return life.isDead ? forever() : value;
	}
}
