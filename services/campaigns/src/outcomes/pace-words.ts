export interface BatchPace {
	/** The time beyond the texts' rate, in milliseconds. */
	behindMilliseconds: number;
	/** Null for a batch of one text. */
	textsPerSecond: number | null;
}

export interface ObservedPace extends BatchPace {
	roundTripMilliseconds: number;
}

interface SenderPace extends ObservedPace {
	/** Factor on the distance between texts, set when the carrier asks for fewer. */
	slowness: number;
	nextSlotAt: number;
}

/** Smaller delays are not reported: later texts make up for them. */
const behindMin = 1500;

/** A next slot further away than this means that a daily limit is used up. */
const closedMilliseconds = 30 * 60_000;
const closedWords =
	"The account's daily limit of texts is used up at the carrier, so this waits and goes on by itself when the limit ends, within a day. Nothing is lost by it. Ask Twilio's support to raise the limit, or upgrade a trial account.";

/** Explains to the owner why a campaign sends more slowly than its rate; null: it does not. */
export function paceWords(batch: SenderPace | null, ratePerSecond: number, now: number): string | null {
	if (batch === null) return null;
	if (batch.nextSlotAt - now > closedMilliseconds) return closedWords;
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
