import type { Slot } from "@cloudpbx/contracts/sending";
import { renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { plannedMilliseconds, SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import { mayMarketAt } from "@cloudpbx/domain/quiet-hours/send-window";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { slotMilliseconds } from "./pace.ts";
import { shareEvenly } from "./share-evenly.ts";

/** A recipient whose turn has come, with what its campaign says. Instants in milliseconds since 1970. */
export interface Candidate {
	campaignId: string;
	position: number;
	number: string;
	message: string;
	fields: Record<string, string> | null;
	timeZone: string | null;
	state: string | null;
	status: string;
	quietHours: boolean;
	ratePerSecond: number | null;
	attempts: number;
	dueAt: number;
	startedAt: number | null;
	/** When the campaign's last text went, as far as the database knows; 0: none. */
	lastSlotAt: number;
}

/** The number that sends, and what is known of its pace. */
export interface Sender {
	number: string;
	slowness: number;
	/** What the owner chose for the number; null: nothing. */
	chosenPerSecond: number | null;
}

export interface BatchInput {
	candidates: readonly Candidate[];
	sender: Sender;
	/** The slots given away already, also to batches that are not sent yet. */
	slots: readonly Slot[];
	/** The last slot that each campaign got from this run. */
	served: ReadonlyMap<string, number>;
	now: number;
	/** No slot before that: the batch cannot be ready earlier. */
	earliest: number;
	/** No slot after that, except for one text. */
	endsAt: number;
}

/** A text with its slot. */
export interface PlannedText {
	campaignId: string;
	position: number;
	number: string;
	body: string;
	segments: number;
	attempts: number;
	quietHours: boolean;
	timeZone: string | null;
	state: string | null;
	slot: Slot;
	/** The recipient's `due_at` as it was read; a claim by another run changes it. */
	dueBefore: number;
}

/** A recipient whose quiet hours it is. */
export interface Sleeper {
	campaignId: string;
	position: number;
	dueBefore: number;
	/** When it may be texted, and by which rule not before. */
	opensAt: number;
	rule: string;
}

export interface Batch {
	texts: PlannedText[];
	sleepers: Sleeper[];
}

/**
 * How much of the number's time one batch takes. A second campaign of the number waits one batch for its first text; while one of
 * them is young, batches are short.
 */
const spanMilliseconds = { young: 5200, settled: 12_500 };
/** A campaign is young for that long. */
const youthMilliseconds = 30_000;
const batchTextsMax = 50;
/** A batch has room for so many texts at any rate: for those that take no time, being passed over. */
const batchTextsMin = 12;

/** How many candidates a batch can use at most at this rate. */
export function batchTextsOf(ratePerSecond: number): number {
	const texts = Math.ceil((spanMilliseconds.settled / 1000) * ratePerSecond);
	return Math.min(batchTextsMax, Math.max(batchTextsMin, texts));
}

/** One campaign's part of the number's time. */
interface Share {
	waiting: Candidate[];
	/** Slower than the number's fastest campaign: its texts keep their own distance, and take no more of the number's time than the others. */
	isSlow: boolean;
	/** No slot before that. */
	nextAt: number;
	/** How long the number is busy with a text of so many segments. */
	lengthOf: (segments: number) => number;
	/** The distance to the campaign's own next text after one of so many segments. */
	distanceOf: (segments: number) => number;
}

/**
 * Decides which of the candidates are texted next, and when: campaigns of the number take turns, each at its own rate. Recipients
 * in their quiet hours are set aside. A recipient whose text may be half sent is texted at any hour: the gate asks the carrier first.
 */
export function planBatch(input: BatchInput): Batch {
	const { candidates, now } = input;
	const sleepers = candidates.flatMap((one) => findSleeper(one, now));
	const asleep = new Set(sleepers.map(keyOf));
	const awake = candidates.filter((one) => !asleep.has(keyOf(one)));
	if (awake.length === 0) return { texts: [], sleepers };
	const shares = toShares(awake, input);
	const [first] = shares;
	const firstLength = first ? first.lengthOf(1) : 0;
	const book = new SlotBook(
		input.slots.length > 0 ? input.slots : SlotBook.full(input.earliest, firstLength).all(),
	);
	return { texts: giveSlots(chooseNext(shares, book, input), book, input), sleepers };
}

function findSleeper({ quietHours, status, ...recipient }: Candidate, now: number): Sleeper[] {
	if (!quietHours || status !== "queued") return [];
	const window = mayMarketAt(recipient, new Date(now));
	if (window.allowed) return [];
	const { campaignId, position, dueAt: dueBefore } = recipient;
	return [{ campaignId, position, dueBefore, opensAt: window.opensAt.getTime(), rule: window.rule }];
}

/** The campaigns; the one whose last text is longest ago is first. */
function toShares(awake: readonly Candidate[], { sender, served }: BatchInput): Share[] {
	const lastSlotOf = ({ campaignId, lastSlotAt }: Candidate) => served.get(campaignId) ?? lastSlotAt;
	const ctx = [...Map.groupBy(awake, ({ campaignId }) => campaignId).values()]
		.flatMap((waiting) => {
			const [first] = waiting;
			if (!first) return [];
			const chosenPerSecond = first.ratePerSecond ?? sender.chosenPerSecond;
			const pace = { fromNumber: sender.number, chosenPerSecond, slowness: sender.slowness };
			const lengthOf = (segments: number) => slotMilliseconds(pace, segments);
			return [{ waiting, lastSlotAt: lastSlotOf(first), lengthOf }];
		})
		.sort((one, other) => one.lastSlotAt - other.lastSlotAt);
	const fastest = ctx.toSorted((one, other) => one.lengthOf(1) - other.lengthOf(1))[0];
	return ctx.map(({ waiting, lastSlotAt, lengthOf }): Share => {
		const distanceOf = (segments: number) => plannedMilliseconds(lengthOf(segments));
		if (fastest === undefined || lengthOf(1) <= fastest.lengthOf(1)) {
			return { waiting, isSlow: false, nextAt: 0, lengthOf, distanceOf };
		}
		return {
			waiting,
			isSlow: true,
			nextAt: lastSlotAt + distanceOf(1),
			lengthOf: (segments) => Math.min(lengthOf(segments), fastest.lengthOf(segments)),
			distanceOf,
		};
	});
}

/** As many of each campaign as fit into the batch, and into the rest of the run. */
function chooseNext(
	shares: readonly Share[],
	book: SlotBook,
	{ now, earliest, endsAt }: BatchInput,
): Share[] {
	const from = Math.max(earliest, book.end);
	const isYoung = shares.some(({ waiting }) =>
		waiting.some(({ startedAt }) => now - (startedAt ?? 0) < youthMilliseconds),
	);
	const span = Math.min(spanMilliseconds[isYoung ? "young" : "settled"], endsAt - from);
	const distance = Math.min(...shares.map(({ distanceOf }) => distanceOf(1)));
	const count = Math.max(1, Math.min(batchTextsMax, Math.floor(span / distance)));
	const fitting = shares.map(({ waiting, isSlow, nextAt, distanceOf }) => {
		const left = from + span - Math.max(from, nextAt);
		const fit = isSlow ? Math.max(0, Math.floor(left / distanceOf(1)) + 1) : count;
		return Math.min(waiting.length, fit);
	});
	const counts = shareEvenly(count, fitting);
	return shares.map((share, index) => ({ ...share, waiting: share.waiting.slice(0, counts[index]) }));
}

/** One text of each campaign in turn; a slow campaign is passed over until its own next slot. */
function giveSlots(shares: readonly Share[], book: SlotBook, { earliest }: BatchInput): PlannedText[] {
	const texts: PlannedText[] = [];
	let left = shares.filter(({ waiting }) => waiting.length > 0);
	while (left.length > 0) {
		const slotFrom = Math.max(earliest, book.end);
		const share =
			left.find(({ nextAt }) => nextAt <= slotFrom) ??
			left.reduce((one, other) => (other.nextAt < one.nextAt ? other : one));
		const [candidate, ...waiting] = share.waiting;
		left = left.filter((one) => one !== share);
		if (!candidate) continue;
		const { campaignId, position, number, message, fields, dueAt: dueBefore } = candidate;
		const { attempts, quietHours, timeZone, state } = candidate;
		const body = renderMessage(message, fields);
		const { segments } = countSegments(body);
		const slot = book.take(share.lengthOf(segments), Math.max(earliest, share.nextAt));
		const recipient = { campaignId, position, number, attempts, quietHours, timeZone, state };
		texts.push({ ...recipient, body, segments, slot, dueBefore });
		const nextAt = share.isSlow ? slot.at + share.distanceOf(segments) : 0;
		if (waiting.length > 0) left.push({ ...share, waiting, nextAt });
	}
	return texts;
}

function keyOf({ campaignId, position }: { campaignId: string; position: number }): string {
	return `${campaignId} ${position}`;
}
