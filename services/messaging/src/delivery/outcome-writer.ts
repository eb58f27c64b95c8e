import { describeError, log } from "@cloudpbx/kit/log";
import type { SendOutcome } from "@cloudpbx/twilio/rest/messages";
import type { Context } from "../context.ts";
import type { MessageRow } from "../message-row.ts";
import { recordOutcomes } from "./record-outcome.ts";

interface Waiting {
	row: MessageRow;
	outcome: SendOutcome;
	done: (row: MessageRow) => void;
}

/** Stores what came of texts, one statement after the other, each for all that waits: a slow database gets fewer, larger ones. */
export class OutcomeWriter {
	readonly #ctx: Context;
	#waiting: Waiting[] = [];
	#isWriting = false;

	constructor(ctx: Context) {
		this.#ctx = ctx;
	}

	/** The row as it is then. What cannot be stored stays an open attempt, which is settled later. */
	record(row: MessageRow, outcome: SendOutcome): Promise<MessageRow> {
		return new Promise((done) => {
			this.#waiting.push({ row, outcome, done });
			if (!this.#isWriting) void this.#write();
		});
	}

	async #write(): Promise<void> {
		this.#isWriting = true;
		while (this.#waiting.length > 0) {
			const group = this.#waiting;
			this.#waiting = [];
			const rows = await recordOutcomes(this.#ctx, group).catch((error: unknown) => {
				log.error("sends_not_recorded", { count: group.length, reason: describeError(error) });
				return group.map(({ row }) => row);
			});
			for (const [index, { row, done }] of group.entries()) done(rows[index] ?? row);
		}
		this.#isWriting = false;
	}
}
