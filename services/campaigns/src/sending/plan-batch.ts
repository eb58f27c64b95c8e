import type { Slot } from "@cloudpbx/contracts/texts/sending";
import { renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { plannedMilliseconds, SlotBook } from "@cloudpbx/domain/pacing/slot-book";
import { mayMarketAt } from "@cloudpbx/domain/quiet-hours/send-window";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { divideEvenly } from "./divide-evenly.ts";
import { slotMilliseconds } from "./pace.ts";

/** A due recipient with its campaign's data. Instants in milliseconds since 1970. */
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
	/** The campaign's last stored slot; 0: none. */
	lastSlotAt: number;
}

export interface Sender {
	number: string;
	slowness: number;
	chosenPerSecond: number | null;
}

export interface BatchInput {
	candidates: readonly Candidate[];
	sender: Sender;
	slots: readonly Slot[];
	served: ReadonlyMap<string, number>;
	now: number;
	earliest: number;
	/** The latest slot, except for a single text. */
	endsAt: number;
}

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
	/** The `due_at` that was read; a claim by another run changes it. */
	dueBefore: number;
}

export interface HeldRecipient {
	campaignId: string;
	position: number;
	dueBefore: number;
	/** The end of its quiet hours, and the rule that sets it. */
	opensAt: number;
	rule: string;
}

export interface Batch {
	texts: PlannedText[];
	held: HeldRecipient[];
}

/** The duration of a batch. Short while a campaign is young: a new campaign waits one batch for its first text. */
const spanMilliseconds = { young: 5200, steady: 12_500 };
const youngMilliseconds = 30_000;
const batchTextsMax = 50;
/** Minimum size of a batch: skipped texts take no time. */
const batchTextsMin = 12;

export function batchTextsOf(ratePerSecond: number): number {
	const texts = Math.ceil((spanMilliseconds.steady / 1000) * ratePerSecond);
	return Math.min(batchTextsMax, Math.max(batchTextsMin, texts));
}

interface CampaignTexts {
	waiting: Candidate[];
	/**
	 * Slower than the number's fastest campaign: its texts keep their distance but take no more of the number's time.
	 */
	isSlow: boolean;
	nextAt: number;
	/** The number's time for a text, in milliseconds. */
	lengthOf: (segments: number) => number;
	/** The distance from a text to the campaign's own next text, in milliseconds. */
	distanceOf: (segments: number) => number;
}

/**
 * Decides which candidates get which slots. Campaigns alternate, each at its own rate. Recipients in quiet hours
 * are `held`, except for a text that may be half sent: the gate asks the carrier first.
 */
export function planBatch(input: BatchInput): Batch {
	const { candidates, now } = input;
	const held = candidates.flatMap((one) => toHeld(one, now));
	const heldKeys = new Set(held.map(keyOf));
	const awake = candidates.filter((one) => !heldKeys.has(keyOf(one)));
	if (awake.length === 0) return { texts: [], held };
	const campaigns = groupByCampaign(awake, input);
	const [first] = campaigns;
	const firstLength = first ? first.lengthOf(1) : 0;
	const book = new SlotBook(
		input.slots.length > 0 ? input.slots : SlotBook.full(input.earliest, firstLength).all(),
	);
	return { texts: giveSlots(chooseNext(campaigns, book, input), book, input), held };
}

function toHeld({ quietHours, status, ...recipient }: Candidate, now: number): HeldRecipient[] {
	if (!quietHours || status !== "queued") return [];
	const window = mayMarketAt(recipient, new Date(now));
	if (window.allowed) return [];
	const { campaignId, position, dueAt: dueBefore } = recipient;
	return [{ campaignId, position, dueBefore, opensAt: window.opensAt.getTime(), rule: window.rule }];
}

/** The campaign with the oldest last text comes first. */
function groupByCampaign(awake: readonly Candidate[], { sender, served }: BatchInput): CampaignTexts[] {
	const lastSlotOf = ({ campaignId, lastSlotAt }: Candidate) => served.get(campaignId) ?? lastSlotAt;
	const groups = [...Map.groupBy(awake, ({ campaignId }) => campaignId).values()]
		.flatMap((waiting) => {
			const [first] = waiting;
			if (!first) return [];
			const chosenPerSecond = first.ratePerSecond ?? sender.chosenPerSecond;
			const pace = { fromNumber: sender.number, chosenPerSecond, slowness: sender.slowness };
			const lengthOf = (segments: number) => slotMilliseconds(pace, segments);
			return [{ waiting, lastSlotAt: lastSlotOf(first), lengthOf }];
		})
		.sort((one, other) => one.lastSlotAt - other.lastSlotAt);
	const fastest = groups.toSorted((one, other) => one.lengthOf(1) - other.lengthOf(1))[0];
	return groups.map(({ waiting, lastSlotAt, lengthOf }): CampaignTexts => {
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

/** Limits each campaign's texts to what fits into the batch and the rest of the run. */
function chooseNext(
	campaigns: readonly CampaignTexts[],
	book: SlotBook,
	{ now, earliest, endsAt }: BatchInput,
): CampaignTexts[] {
	const from = Math.max(earliest, book.end);
	const isYoung = campaigns.some(({ waiting }) =>
		waiting.some(({ startedAt }) => now - (startedAt ?? 0) < youngMilliseconds),
	);
	const span = Math.min(spanMilliseconds[isYoung ? "young" : "steady"], endsAt - from);
	const distance = Math.min(...campaigns.map(({ distanceOf }) => distanceOf(1)));
	const count = Math.max(1, Math.min(batchTextsMax, Math.floor(span / distance)));
	const fitting = campaigns.map(({ waiting, isSlow, nextAt, distanceOf }) => {
		const left = from + span - Math.max(from, nextAt);
		const fit = isSlow ? Math.max(0, Math.floor(left / distanceOf(1)) + 1) : count;
		return Math.min(waiting.length, fit);
	});
	const counts = divideEvenly(count, fitting);
	return campaigns.map((next, index) => ({ ...next, waiting: next.waiting.slice(0, counts[index]) }));
}

/** Gives one slot per campaign in turn. A slow campaign is skipped until its next slot. */
function giveSlots(
	campaigns: readonly CampaignTexts[],
	book: SlotBook,
	{ earliest }: BatchInput,
): PlannedText[] {
	const texts: PlannedText[] = [];
	let left = campaigns.filter(({ waiting }) => waiting.length > 0);
	while (left.length > 0) {
		const slotFrom = Math.max(earliest, book.end);
		const next =
			left.find(({ nextAt }) => nextAt <= slotFrom) ??
			left.reduce((one, other) => (other.nextAt < one.nextAt ? other : one));
		const [candidate, ...waiting] = next.waiting;
		left = left.filter((one) => one !== next);
		if (!candidate) continue;
		const { campaignId, position, number, message, fields, dueAt: dueBefore } = candidate;
		const { attempts, quietHours, timeZone, state } = candidate;
		const body = renderMessage(message, fields);
		const { segments } = countSegments(body);
		const slot = book.take(next.lengthOf(segments), Math.max(earliest, next.nextAt));
		const recipient = { campaignId, position, number, attempts, quietHours, timeZone, state };
		texts.push({ ...recipient, body, segments, slot, dueBefore });
		const nextAt = next.isSlow ? slot.at + next.distanceOf(segments) : 0;
		if (waiting.length > 0) left.push({ ...next, waiting, nextAt });
	}
	return texts;
}

function keyOf({ campaignId, position }: { campaignId: string; position: number }): string {
	return `${campaignId} ${position}`;
}
