import { describeError, log } from "@cloudpbx/kit/log";
import type { SendOutcome } from "@cloudpbx/twilio/rest/messages";
import type { Context } from "../context.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { recordOutcomes } from "./record-outcome.ts";

interface Waiting {
	row: MessageRow;
	outcome: SendOutcome;
	done: (row: MessageRow) => void;
}

/** Stores results one statement at a time, each with all waiting results. */
export class OutcomeWriter {
	readonly #ctx: Context;
	#waiting: Waiting[] = [];
	#isWriting = false;

	constructor(ctx: Context) {
		this.#ctx = ctx;
	}

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
				for (const { row } of group) {
					log.error("send_not_recorded", { messageId: row.id, reason: describeError(error) });
				}
				return [];
			});
			for (const [index, { row, done }] of group.entries()) done(rows[index] ?? row);
		}
		this.#isWriting = false;
	}
}
