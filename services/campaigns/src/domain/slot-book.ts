/** A text's place in time, and how long the sender is busy with it. Milliseconds. */
export interface Slot {
	at: number;
	length: number;
}

/** The span in which nobody may find more texts than the rate allows. */
const windowMilliseconds = 10_000;
/**
 * Texts are planned a little farther apart than the rate says: what is a third of a second late on its way still does not
 * make eleven texts within ten seconds out of ten.
 */
const share = 0.965;
/** After a stall texts follow each other faster, but no faster than this share of their distance. */
const closest = 0.7;

/**
 * The slots that a number has given away lately. Within any ten seconds and a third their lengths add up to ten seconds at
 * most; what was given away and not used, or passed by during a stall, may be made up for as long as that holds.
 */
export class SlotBook {
	#slots: Slot[];

	/** As another run left it. */
	constructor(slots: readonly Slot[]) {
		this.#slots = slots.toSorted((one, other) => one.at - other.at);
	}

	/** For when nobody knows what happened before `until`: as if every slot had been used. */
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
		let at = Math.max(earliest, last ? last.at + last.length * closest : 0);
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

	/** Nothing was sent in it after all. */
	giveBack(at: number): void {
		const index = this.#slots.findIndex((slot) => slot.at === at);
		if (index !== -1) this.#slots.splice(index, 1);
	}

	/** No slot before that. */
	close(until: number): void {
		if (until > (this.#slots.at(-1)?.at ?? 0)) this.#slots.push({ at: Math.round(until), length: 1 });
	}

	/** What went out at another pace holds up nobody for longer than this one's slots do. */
	shorten(lengthMax: number): void {
		this.#slots = this.#slots.map(({ at, length }) => ({ at, length: Math.min(length, lengthMax) }));
	}

	/** From when on the next slot can begin, as far as the last one goes. */
	get end(): number {
		const last = this.#slots.at(-1);
		return last ? last.at + Math.round(plannedMilliseconds(last.length)) : 0;
	}

	/** What the next run has to know. */
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

/** So many texts of a length, and no more, within the span. */
function windowOf(length: number): { count: number; span: number } {
	const count = Math.max(1, Math.floor(windowMilliseconds / length));
	return { count, span: plannedMilliseconds(count * length) };
}
