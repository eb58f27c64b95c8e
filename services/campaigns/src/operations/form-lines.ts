import { sql } from "drizzle-orm";
import { slotMilliseconds } from "../domain/pace.ts";
import { plannedMilliseconds } from "../domain/slot-book.ts";
import type { Campaigns } from "../open-campaigns.ts";
import type { Candidate } from "./claim-turns.ts";
import type { SenderLease } from "./sender-lease.ts";

/** Those of one campaign whose turn has come. */
export interface Line {
	waiting: Candidate[];
	/** Slower than the number, which sends the others' texts meanwhile: its own come no earlier than its rate says. */
	isSlow: boolean;
	/** Not before that. */
	nextAt: number;
	/** How long the number is busy with its text of so many segments. */
	lengthOf: (segments: number) => number;
	/** The time between its own texts, after one of so many segments. */
	distanceOf: (segments: number) => number;
}

/** The campaigns of the sender; whose last text is longest ago is first in line for what cannot be shared. */
export async function formLines(
	campaigns: Campaigns,
	lease: SenderLease,
	awake: Candidate[],
): Promise<Line[]> {
	const servedAt = (one: Candidate | undefined) =>
		lease.served.get(one?.campaignId ?? "") ?? one?.lastTakenAt?.getTime() ?? 0;
	const byCampaign = [...Map.groupBy(awake, ({ campaignId }) => campaignId).values()].sort(
		([one], [other]) => servedAt(one) - servedAt(other),
	);
	const paced = byCampaign.flatMap((waiting) => {
		const [first] = waiting;
		if (!first) return [];
		const lengthOf = (segments: number) => slotMilliseconds(paceOf(first, lease), segments);
		return [{ campaignId: first.campaignId, waiting, lengthOf }];
	});
	const [fastest] = paced.toSorted((one, other) => one.lengthOf(1) - other.lengthOf(1));
	const isSlow = ({ lengthOf }: (typeof paced)[number]) => lengthOf(1) > (fastest?.lengthOf(1) ?? 0);
	const slow = paced.filter(isSlow).map(({ campaignId }) => campaignId);
	const lastSlots = await findLastSlots(campaigns, lease, slow);
	return paced.map((line): Line => {
		const { campaignId, waiting, lengthOf } = line;
		const distanceOf = (segments: number) => plannedMilliseconds(lengthOf(segments));
		if (!isSlow(line)) return { waiting, isSlow: false, nextAt: 0, lengthOf, distanceOf };
		return {
			waiting,
			isSlow: true,
			nextAt: (lastSlots.get(campaignId) ?? 0) + distanceOf(1),
			lengthOf: (segments) => Math.min(lengthOf(segments), fastest?.lengthOf(segments) ?? 0),
			distanceOf,
		};
	});
}

/** When each of them had its last slot: in this run, or by its claims and by what the carrier took. */
async function findLastSlots(
	{ db, claimSeconds }: Campaigns,
	{ served }: SenderLease,
	ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const unknown = ids.filter((id) => !served.has(id));
	if (unknown.length === 0) return served;
	const lastClaimed = sql`(SELECT max(due_at) FROM campaign_recipients
		WHERE campaign_id = c.id AND status = 'sending') - ${claimSeconds * 1000}`;
	const rows = await db.all<{ id: string; at: number }>(sql`
		SELECT id, max(coalesce(last_taken_at, 0), coalesce(${lastClaimed}, 0)) AS at
		FROM campaigns c WHERE id IN (SELECT value FROM json_each(${JSON.stringify(unknown)}))`);
	return new Map([...rows.map(({ id, at }) => [id, at] as const), ...served]);
}

function paceOf({ ratePerSecond }: Candidate, { number, slowness, chosenPerSecond }: SenderLease) {
	return { fromNumber: number, chosenPerSecond: ratePerSecond ?? chosenPerSecond, slowness };
}
