import type { Slot, SlotBaton } from "@cloudpbx/contracts/sending";
import { SlotBook } from "@cloudpbx/domain/pacing/slot-book";

/** One batch's place in the order in which the number's slots are given away. */
export interface Turn {
	baton: SlotBaton;
	/** Resolves when the batch has passed its slots on. */
	isPassed: Promise<unknown>;
	/** The batch is over. If it did not pass its slots on, every slot until now counts as used. */
	end: () => void;
}

/**
 * The number's slots during one run: those that were given away, and those planned for batches that are under way. Batches give
 * slots away one after the other, each when the one before has passed them on.
 */
export class RunSlots {
	#given: Slot[];
	#planned: (readonly Slot[])[] = [];
	#passed: Promise<Slot[]>;
	#closedUntil = 0;
	readonly #now: () => Date;

	/** `given`: what the run before left. */
	constructor(given: readonly Slot[], now: () => Date) {
		this.#given = [...given];
		this.#passed = Promise.resolve(this.#given);
		this.#now = now;
	}

	/** All slots that the next batch has to keep clear of; empty when nothing is known. */
	all(): Slot[] {
		const closed = this.#closedUntil > 0 ? [{ at: this.#closedUntil, length: 1 }] : [];
		return [...this.#given, ...this.#planned.flat(), ...closed];
	}

	/** The number sends nothing before that instant. */
	close(until: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, until);
	}

	/** The turn of a batch with these slots, the first of them first. */
	begin(slots: readonly Slot[]): Turn {
		const [first] = slots;
		if (this.all().length === 0 && first) {
			this.#given = SlotBook.full(first.at, first.length).all();
			this.#passed = Promise.resolve(this.#given);
		}
		this.#planned.push(slots);
		const before = this.#passed;
		let settle: (given: Slot[]) => void = () => undefined;
		const passed = new Promise<Slot[]>((resolve) => {
			settle = (given) => {
				if (!this.#planned.includes(slots)) return;
				this.#planned = this.#planned.filter((one) => one !== slots);
				this.#given = given;
				resolve(given);
			};
		});
		this.#passed = passed;
		const end = () => settle(SlotBook.full(this.#now().getTime(), first?.length ?? 1).all());
		return {
			baton: { take: () => before, pass: async (given) => settle(given) },
			isPassed: passed,
			end,
		};
	}

	/** Resolves when every batch has passed its slots on: what the next run has to know. */
	async settled(): Promise<Slot[]> {
		await this.#passed;
		return new SlotBook(this.all()).recent(this.#now().getTime());
	}
}
