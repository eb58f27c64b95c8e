import type { Slot } from "@cloudpbx/contracts/texts/sending";

const windowMilliseconds = 10_000;
/** Spaces texts wider than the rate: a text that is up to 0.36 s late does not make eleven in ten seconds. */
const share = 0.965;
/** Minimum distance after a stall, as a share of the usual distance. */
export const closestShare = 0.7;

/** A number's recent slots; within any 10.36 seconds their lengths are at most ten. Unused ones are made up for. */
export class SlotBook {
	#slots: Slot[];

	constructor(slots: readonly Slot[]) {
		this.#slots = slots.toSorted((one, other) => one.at - other.at);
	}

	/** Assumes that every slot before `until` was used. */
	static full(until: number, length: number): SlotBook {
		const { count } = windowOf(length);
		const distance = length / share;
		return new SlotBook(
			Array.from({ length: count }, (_, index) => ({ at: until - (index + 1) * distance, length })),
		);
	}

	/** Returns the next slot of this length, not before `earliest`. */
	take(length: number, earliest: number): Slot {
		const { count, span } = windowOf(length);
		const last = this.#slots.at(-1);
		let at = Math.max(earliest, last ? last.at + last.length * closestShare : 0);
		let busy = length + this.#busyAfter(at - span);
		for (const { at: start, length: used } of this.#slots) {
			if (busy <= count * length + 0.001) break;
			if (start <= at - span) continue;
			at = Math.max(at, start + span);
			busy -= used;
		}
		const slot = { at: Math.round(at), length };
		this.#slots.push(slot);
		this.#slots = this.#slots.filter(({ at: start }) => start > slot.at - 2 * span);
		return slot;
	}

	giveBack(slot: Slot): void {
		const index = this.#slots.findIndex(({ at, length }) => at === slot.at && length === slot.length);
		if (index !== -1) this.#slots.splice(index, 1);
	}

	/** Limits old slots of a slower pace to `lengthMax`. */
	shorten(lengthMax: number): void {
		this.#slots = this.#slots.map(({ at, length }) => ({ at, length: Math.min(length, lengthMax) }));
	}

	get end(): number {
		const last = this.#slots.at(-1);
		return last ? last.at + Math.round(plannedMilliseconds(last.length)) : 0;
	}

	all(): Slot[] {
		return [...this.#slots];
	}

	recent(now: number): Slot[] {
		return this.#slots.filter(({ at, length }) => at > now - windowOf(length).span);
	}

	#busyAfter(instant: number): number {
		return this.#slots.reduce((sum, { at, length }) => (at > instant ? sum + length : sum), 0);
	}
}

/** The usual distance of texts of this length. */
export function plannedMilliseconds(length: number): number {
	return length / share;
}

/** At most `count` texts within `span` milliseconds. */
function windowOf(length: number): { count: number; span: number } {
	const count = Math.max(1, Math.floor(windowMilliseconds / length));
	return { count, span: plannedMilliseconds(count * length) };
}
