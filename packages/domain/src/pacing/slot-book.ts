import type { Slot } from "@cloudpbx/contracts/texts/sending";

/** The span in which the rate is counted. */
const windowMilliseconds = 10_000;
/**
 * Texts are planned a little farther apart than the rate says: a text that is up to 0.36 s late on its way to the carrier does
 * not make eleven texts in ten seconds out of ten.
 */
const share = 0.965;
/** After a stall texts follow each other faster, but no faster than this share of their distance. */
export const closestShare = 0.7;

/**
 * The slots that a number has given away lately. Within any 10.36 seconds their lengths add up to ten seconds at most. Slots
 * that were given back, or that passed unused during a stall, are made up for as long as that holds.
 */
export class SlotBook {
	#slots: Slot[];

	constructor(slots: readonly Slot[]) {
		this.#slots = slots.toSorted((one, other) => one.at - other.at);
	}

	/** When it is not known what happened before `until`: as if every slot had been used. */
	static full(until: number, length: number): SlotBook {
		const { count } = windowOf(length);
		const distance = length / share;
		return new SlotBook(
			Array.from({ length: count }, (_, index) => ({ at: until - (index + 1) * distance, length })),
		);
	}

	/** The next slot of this length, not before `earliest`. */
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

	/** The slot was not used. */
	giveBack(slot: Slot): void {
		const index = this.#slots.findIndex(({ at, length }) => at === slot.at && length === slot.length);
		if (index !== -1) this.#slots.splice(index, 1);
	}

	/** Slots of a slower pace hold up the next text no longer than slots of `lengthMax` would. */
	shorten(lengthMax: number): void {
		this.#slots = this.#slots.map(({ at, length }) => ({ at, length: Math.min(length, lengthMax) }));
	}

	/** From when on the next slot can begin, as far as the last one goes. */
	get end(): number {
		const last = this.#slots.at(-1);
		return last ? last.at + Math.round(plannedMilliseconds(last.length)) : 0;
	}

	all(): Slot[] {
		return [...this.#slots];
	}

	/** The slots that still limit later ones. */
	recent(now: number): Slot[] {
		return this.#slots.filter(({ at, length }) => at > now - windowOf(length).span);
	}

	#busyAfter(instant: number): number {
		return this.#slots.reduce((sum, { at, length }) => (at > instant ? sum + length : sum), 0);
	}
}

/** How far apart texts of this length are when nothing goes wrong. */
export function plannedMilliseconds(length: number): number {
	return length / share;
}

/** At most `count` texts of a length within `span` milliseconds. */
function windowOf(length: number): { count: number; span: number } {
	const count = Math.max(1, Math.floor(windowMilliseconds / length));
	return { count, span: plannedMilliseconds(count * length) };
}
