import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { openDb } from "@cloudpbx/db/open-db";
import { testEnv } from "./company.ts";
import type { Workshop } from "./workshop.ts";

/** What a process did last: nothing of it, or all of it with nobody left to hear so. */
export type Death = { at: number; when: "before" | "after" };

/**
 * Lets the process of a workshop die at one of its deeds: a statement of the database, a request to the carrier or the model,
 * a job for a queue, a look into KV. The dead one does nothing more; queues and sweeps go on with a new one.
 */
export class MortalProcess {
	/** How many deeds there were. */
	deeds = 0;
	readonly #death: Death | null;
	#life = new Life();

	constructor(shop: Workshop, death: Death | null) {
		this.#death = death;
		shop.carrier.around = (carryOut) => this.#deed(carryOut);
		shop.messaging = shop.open({
			db: openDb(this.#wrapDatabase(testEnv.DB)),
			memory: this.#wrap(testEnv.ASSISTANT_MEMORY, ["get", "put"]),
			replyQueue: this.#wrap(shop.queueOf(shop.replies), ["sendBatch"]),
			jobQueue: this.#wrap(shop.queueOf(shop.jobs), ["sendBatch"]),
			ai: this.#wrap<AiBinding>(shop.ai, ["run"]),
		});
		shop.dies = () => {
			this.#life = new Life();
			return this.#life.isOver;
		};
	}

	async #deed<Value>(carryOut: () => Promise<Value>): Promise<Value> {
		const life = this.#life;
		if (life.isDead) return life.end();
		const isLast = this.deeds++ === this.#death?.at;
		if (isLast && this.#death?.when === "before") return life.end();
		const value = await carryOut();
		return isLast || life.isDead ? life.end() : value;
	}

	#wrap<Thing extends object>(thing: Thing, methods: string[]): Thing {
		return new Proxy(thing, {
			get: (target, name) => {
				const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
				if (!methods.includes(String(name))) return method;
				return (...args: unknown[]) => this.#deed(() => method.apply(target, args));
			},
		});
	}

	#wrapDatabase(database: D1Database): D1Database {
		return new Proxy(database, {
			get: (target, name) => {
				if (name === "prepare") return (sql: string) => this.#wrapStatement(target.prepare(sql));
				if (name === "batch") {
					return (statements: Wrapped[]) =>
						this.#deed(() => target.batch(statements.map((wrapped) => wrapped[inner])));
				}
				return Reflect.get(target, name);
			},
		});
	}

	#wrapStatement(statement: D1PreparedStatement): Wrapped {
		const executing = ["run", "all", "raw", "first"];
		return new Proxy(statement, {
			get: (target, name) => {
				if (name === inner) return target;
				if (name === "bind") return (...values: unknown[]) => this.#wrapStatement(target.bind(...values));
				const method = Reflect.get(target, name) as (...options: unknown[]) => Promise<unknown>;
				if (!executing.includes(String(name))) return method;
				return (...options: unknown[]) => this.#deed(() => method.apply(target, options));
			},
		}) as Wrapped;
	}
}

class Life {
	isDead = false;
	readonly isOver: Promise<void>;
	#over: () => void = () => undefined;

	constructor() {
		this.isOver = new Promise((resolve) => {
			this.#over = resolve;
		});
	}

	end(): Promise<never> {
		this.isDead = true;
		this.#over();
		return new Promise(() => undefined);
	}
}

const inner = Symbol("the real statement");
type Wrapped = D1PreparedStatement & { [inner]: D1PreparedStatement };
