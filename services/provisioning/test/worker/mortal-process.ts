import { openDb } from "@cloudpbx/db/open-db";
import type { Context } from "../../src/context.ts";
import type { Steps } from "../../src/searching/provision-extension.ts";
import { testContext, testEnv } from "./company.ts";
import type { FakeCarrier } from "./fake-carrier.ts";

/** `after`: the process died before it heard the answer. */
export type Death = { at: number; when: "before" | "after" };

const triesMax = 3;

/** Runs work as the Workflow's engine does, in processes that die at any statement or request. The next one knows finished steps. */
export class MortalProcess {
	deeds = 0;
	before: () => Promise<void> = async () => undefined;
	readonly #carrier: FakeCarrier;
	readonly #death: Death | null;
	readonly #finished = new Map<string, { value: unknown } | { error: unknown }>();
	#die: () => void = () => undefined;

	constructor(carrier: FakeCarrier, death: Death | null) {
		this.#carrier = carrier;
		this.#death = death;
	}

	async run<Value>(work: (steps: Steps, ctx: Context) => Promise<Value>): Promise<Value> {
		this.#carrier.around = (carryOut) => this.#deed(carryOut);
		const ctx = testContext({ db: openDb(this.#wrapDatabase(testEnv.DB)) });
		for (;;) {
			const dead = new Promise<"dead">((resolve) => {
				this.#die = () => resolve("dead");
			});
			const result = await Promise.race([dead, work(this.#openSteps(), ctx).then((value) => ({ value }))]);
			if (result !== "dead") return result.value;
		}
	}

	#openSteps(): Steps {
		const counts = new Map<string, number>();
		return {
			do: async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
				const count = (counts.get(name) ?? 0) + 1;
				counts.set(name, count);
				const key = `${name}-${count}`;
				const finished = this.#finished.get(key) ?? (await this.#carryOut(work));
				this.#finished.set(key, finished);
				if ("error" in finished) throw finished.error;
				return structuredClone(finished.value) as Value;
			},
		};
	}

	async #carryOut(work: () => Promise<unknown>): Promise<{ value: unknown } | { error: unknown }> {
		for (let count = 1; ; count++) {
			try {
				return { value: await work() };
			} catch (error) {
				if (count === triesMax) return { error };
			}
		}
	}

	async #deed<Value>(carryOut: () => Promise<Value>): Promise<Value> {
		const isLast = this.deeds++ === this.#death?.at;
		if (isLast && this.#death?.when === "before") return this.#end();
		await this.before();
		const value = await carryOut();
		return isLast ? this.#end() : value;
	}

	#end(): Promise<never> {
		this.#die();
		return new Promise(() => undefined);
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

const inner = Symbol("the real statement");
type Wrapped = D1PreparedStatement & { [inner]: D1PreparedStatement };
