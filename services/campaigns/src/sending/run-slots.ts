import type { Slot, SlotBaton } from "@cloudpbx/contracts/sending";
import { SlotBook } from "@cloudpbx/domain/pacing/slot-book";

/** One batch's position in the order in which the number's slots are used. */
export interface Turn {
	baton: SlotBaton;
	/** Resolves when the batch has passed its slots on. */
	isPassed: Promise<unknown>;
	/** Ends the batch. If it did not pass its slots on, every slot until now counts as used. */
	end: () => void;
}

export interface LastPace {
	/** Delay of the last text against its plan, in milliseconds. */
	behindMilliseconds: number;
	/** Null for one text. */
	textsPerSecond: number | null;
}

/**
 * The number's slots during one run: the used slots and those planned for unfinished batches. Batches use
 * slots one after the other; each starts when the previous one has passed its slots on.
 */
export class RunSlots {
	#given: Slot[];
	#planned: (readonly Slot[])[] = [];
	#passed: Promise<Slot[]>;
	#closedUntil = 0;
	#last: LastPace = { behindMilliseconds: 0, textsPerSecond: null };
	readonly #now: () => Date;

	/** `given`: the slots of the previous run. */
	constructor(given: readonly Slot[], now: () => Date) {
		this.#given = [...given];
		this.#passed = Promise.resolve(this.#given);
		this.#now = now;
	}

	/** All slots that the next batch must not overlap; empty when none are known. */
	all(): Slot[] {
		const closed = this.#closedUntil > 0 ? [{ at: this.#closedUntil, length: 1 }] : [];
		return [...this.#given, ...this.#planned.flat(), ...closed];
	}

	/** Blocks the number until that instant, in milliseconds since 1970. */
	close(until: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, until);
	}

	/** The pace of the last finished batch. */
	get last(): LastPace {
		return this.#last;
	}

	/** Registers a batch with these slots, in ascending order. */
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
				this.#last = comparePace(slots, given);
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

	/** Resolves when every batch has passed its slots on. Returns the slots that the next run needs. */
	async settled(): Promise<Slot[]> {
		await this.#passed;
		return new SlotBook(this.all()).recent(this.#now().getTime());
	}
}

function comparePace(planned: readonly Slot[], given: readonly Slot[]): LastPace {
	const used = given.slice(-planned.length);
	const [first, last] = [used[0], used.at(-1)];
	const span = (last?.at ?? 0) - (first?.at ?? 0);
	return {
		behindMilliseconds: Math.max(0, (last?.at ?? 0) - (planned.at(-1)?.at ?? 0)),
		textsPerSecond: span > 0 ? ((used.length - 1) * 1000) / span : null,
	};
}
