import { forever, Life } from "../../../messaging/test/worker/life.ts";
import { wrapDatabase, wrapMethods } from "../../../messaging/test/worker/wrap-database.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** `campaigns` plans and claims; `gate` is messaging, which sends texts to the carrier. */
export type Process = "campaigns" | "gate";

/** An effect is a database statement, a request to the carrier, a queue message or an RPC call. */
export interface PlannedKill {
	at: number;
	when: "before" | "after";
	who: Process | "both";
}

/** The process dies before or after an effect. With `isBoth` the other process dies as well. */
export interface Kill {
	when: "before" | "after";
	isBoth: boolean;
}

/** Kills and restarts processes. Unfinished work of a dead process has no further effect. */
export class Processes {
	effects: Record<Process, number> = { campaigns: 0, gate: 0 };
	chance: (() => Kill | null) | null = null;
	wait: ((process: Process) => Promise<void>) | null = null;
	/** Duration of a round trip to the database in milliseconds: half before the statement, half after it. */
	databaseMilliseconds = 0;
	readonly #death: PlannedKill | null;
	#lives: Record<Process, Life> = { campaigns: new Life(), gate: new Life() };
	#time: VirtualTime | null = null;

	constructor(death: PlannedKill | null) {
		this.#death = death;
	}

	useTime(time: VirtualTime): void {
		this.#time = time;
	}

	/** Starts a process, or restarts a dead one. Settles when it dies. */
	begin(process: Process): Promise<void> {
		for (const one of process === "campaigns" ? (["campaigns", "gate"] as const) : ([process] as const)) {
			if (this.#lives[one].isDead) this.#lives[one] = new Life();
		}
		return this.#lives[process].isOver;
	}

	sleepOf(process: Process) {
		return {
			sleep: async (milliseconds: number) => {
				const life = this.#lives[process];
				await this.#time?.sleep(milliseconds);
				if (life.isDead) await forever();
			},
		};
	}

	/** Runs one effect of a process, or kills the process before or after it. */
	async runEffect<Value>(process: Process, carryOut: () => Promise<Value>, milliseconds = 0): Promise<Value> {
		const life = this.#lives[process];
		if (life.isDead) return forever();
		const fate = this.#fateOf(process);
		if (fate?.when === "before") return this.#kill(process, fate);
		await this.wait?.(process);
		if (milliseconds > 0) await this.#time?.sleep(milliseconds / 2);
		const value = await this.#doing(carryOut);
		if (milliseconds > 0) await this.#time?.sleep(milliseconds / 2);
		if (fate) return this.#kill(process, fate);
		return life.isDead ? forever() : value;
	}

	/** Messaging continues when the caller dies; the caller gets an error when messaging dies. */
	async call<Value>(answer: () => Promise<Value>): Promise<Value> {
		const caller = this.#lives.campaigns;
		const callee = this.#lives.gate;
		if (caller.isDead) return forever();
		const fate = this.#fateOf("campaigns");
		if (fate?.when === "before") return this.#kill("campaigns", fate);
		const lost = callee.isOver.then(() => Promise.reject(new Error("Messaging has died.")));
		const answered = Promise.race([answer(), lost]);
		if (fate) {
			answered.catch(() => undefined);
			return this.#kill("campaigns", fate);
		}
		const value = await answered;
		return caller.isDead ? forever() : value;
	}

	wrap<Thing extends object>(process: Process, thing: Thing, methods: string[]): Thing {
		return wrapMethods(thing, methods, (carryOut) => this.runEffect(process, carryOut));
	}

	wrapDatabase(process: Process, database: D1Database): D1Database {
		return wrapDatabase(database, (carryOut) => this.runEffect(process, carryOut, this.databaseMilliseconds));
	}

	#fateOf(process: Process): Kill | null {
		const count = this.effects[process]++;
		if (this.chance) return this.chance();
		const death = this.#death;
		if (!death || count !== death.at) return null;
		const isBoth = death.who === "both";
		const isMine = death.who === process || (isBoth && process === "campaigns");
		return isMine ? { when: death.when, isBoth } : null;
	}

	#kill(process: Process, { isBoth }: Kill): Promise<never> {
		for (const one of isBoth ? (["campaigns", "gate"] as const) : ([process] as const)) {
			this.#lives[one].end();
		}
		return forever();
	}

	#doing<Value>(work: () => Promise<Value>): Promise<Value> {
		return this.#time ? this.#time.doing(work) : work();
	}
}
