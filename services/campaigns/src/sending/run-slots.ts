import type { Slot, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { plannedMilliseconds, SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import type { BatchPace } from "../outcomes/pace-words.ts";

/** One batch's place in the order of the slots. */
export interface BatchSlots {
	baton: SlotBaton;
	/** Ends the batch. Without passed slots, every slot until now counts as used. */
	end: () => void;
}

/**
 * The number's used and planned slots during one run. A batch sends when the previous one has passed its slots on.
 */
export class RunSlots {
	#given: Slot[];
	#planned: (readonly Slot[])[] = [];
	#passed: Promise<Slot[]>;
	#closedUntil = 0;
	#lastAt: number | null = null;
	#last: BatchPace = { behindMilliseconds: 0, textsPerSecond: null };
	readonly #now: () => Date;

	constructor(given: readonly Slot[], now: () => Date) {
		this.#given = [...given];
		this.#passed = Promise.resolve(this.#given);
		this.#now = now;
	}

	/** The slots that the next batch must not overlap; empty when unknown. */
	all(): Slot[] {
		return [...this.#given, ...this.#planned.flat(), ...this.#closed()];
	}

	pause(): void {
		this.#lastAt = null;
	}

	close(until: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, until);
	}

	get last(): BatchPace {
		return this.#last;
	}

	begin(slots: readonly Slot[]): BatchSlots {
		const [first] = slots;
		if (this.all().length === 0 && first) {
			this.#given = SlotBook.full(first.at, first.length).all();
			this.#passed = Promise.resolve(this.#given);
		}
		this.#planned.push(slots);
		const before = this.#passed;
		let settle: (given: Slot[]) => void = () => undefined;
		this.#passed = new Promise<Slot[]>((resolve) => {
			settle = (given) => {
				if (!this.#planned.includes(slots)) return;
				this.#planned = this.#planned.filter((one) => one !== slots);
				this.#given = given;
				this.#last = comparePace(slots, given, this.#lastAt);
				this.#lastAt = given.at(-1)?.at ?? null;
				resolve(given);
			};
		});
		return {
			baton: { take: () => before, pass: async (given) => settle(given) },
			end: () => settle(SlotBook.full(this.#now().getTime(), first?.length ?? 1).all()),
		};
	}

	/** The slots for the next run while batches are under way: their texts are at most this late. */
	allAtLatest(lateMilliseconds: number): Slot[] {
		const late = this.#planned.flat().map(({ at, length }) => ({ at: at + lateMilliseconds, length }));
		return new SlotBook([...this.#given, ...late, ...this.#closed()]).recent(this.#now().getTime());
	}

	async allUsed(): Promise<Slot[]> {
		await this.#passed;
		return new SlotBook(this.all()).recent(this.#now().getTime());
	}

	#closed(): Slot[] {
		return this.#closedUntil > 0 ? [{ at: this.#closedUntil, length: 1 }] : [];
	}
}

function comparePace(planned: readonly Slot[], given: readonly Slot[], before: number | null): BatchPace {
	const used = given.slice(-planned.length);
	const lastAt = used.at(-1)?.at ?? 0;
	const span = lastAt - (before ?? used[0]?.at ?? 0);
	const count = before === null ? used.length - 1 : used.length;
	const wanted = used.slice(-count).reduce((sum, { length }) => sum + plannedMilliseconds(length), 0);
	return {
		behindMilliseconds: count > 0 ? Math.max(0, Math.round(span - wanted)) : 0,
		textsPerSecond: count > 0 && span > 0 ? (count * 1000) / span : null,
	};
}
