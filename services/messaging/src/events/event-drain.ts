import { describeError, log } from "@cloudpbx/kit/log";
import type { Drained } from "./drain-events.ts";

const gatherMilliseconds = 100;

/** Drains the outbox after changes, one drain at a time. Without listeners it does not ask the database. */
export class EventDrain {
	readonly #sql: SqlStorage;
	readonly #drain: () => Promise<Drained>;
	#isHeard: boolean;
	#isRunning = false;
	#isAskedAgain = false;

	constructor(sql: SqlStorage, drain: () => Promise<Drained>) {
		this.#sql = sql;
		this.#drain = drain;
		sql.exec("CREATE TABLE IF NOT EXISTS event_listeners (id INTEGER PRIMARY KEY)");
		this.#isHeard = sql.exec("SELECT 1 FROM event_listeners").toArray().length > 0;
	}

	hear(isHeard: boolean): void {
		if (isHeard === this.#isHeard) return;
		this.#isHeard = isHeard;
		if (isHeard) this.#sql.exec("INSERT OR IGNORE INTO event_listeners (id) VALUES (1)");
		else this.#sql.exec("DELETE FROM event_listeners");
	}

	/** Never fails: the cron drains what is left. */
	async start(): Promise<void> {
		if (!this.#isHeard) return;
		this.#isAskedAgain = true;
		if (this.#isRunning) return;
		this.#isRunning = true;
		try {
			while (this.#isAskedAgain) {
				await scheduler.wait(gatherMilliseconds);
				this.#isAskedAgain = false;
				this.hear((await this.#drain()).isHeard);
			}
		} catch (error) {
			log.warn("events_not_drained", { reason: describeError(error) });
		} finally {
			this.#isRunning = false;
		}
	}
}
