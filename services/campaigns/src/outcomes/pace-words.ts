/** How a number's last batch went, in milliseconds and texts a second. */
export interface LastBatch {
	/** The factor by which texts are farther apart because the carrier asked for it. */
	slowness: number;
	/** What the slowest of the last round trips to the database took. */
	roundTripMilliseconds: number;
	/** How much more time than planned its texts took. */
	behindMilliseconds: number;
	/** Null for a batch of one text. */
	textsPerSecond: number | null;
}

/** A delay below this is made up for. */
const behindMin = 1500;

/** Why a campaign sends more slowly than its rate says, for its owner. Null: it does not. */
export function paceWords(batch: LastBatch | null, ratePerSecond: number): string | null {
	if (batch === null) return null;
	const { slowness, roundTripMilliseconds, behindMilliseconds, textsPerSecond } = batch;
	if (slowness > 1) {
		return `The carrier asked for fewer texts: they go ${slowness} times farther apart until it takes them again without complaint.`;
	}
	if (behindMilliseconds < behindMin || textsPerSecond === null || textsPerSecond >= ratePerSecond * 0.9) {
		return null;
	}
	const rate = `about ${round(textsPerSecond)} instead of ${round(ratePerSecond)} texts a second`;
	return roundTripMilliseconds >= 200
		? `The database takes ${round(roundTripMilliseconds / 1000)} seconds to answer, so ${rate} go out. Nothing is lost by it.`
		: `The carrier or this system is busy, so ${rate} go out. Nothing is lost by it.`;
}

function round(value: number): number {
	return Number(value.toPrecision(2));
}
