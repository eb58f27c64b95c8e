import { afterAll, describe, expect, it } from "vitest";
import type { Fault } from "../../../../messaging/test/worker/fake-carrier.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { pauseCampaign, resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { Processes } from "../processes.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients } from "../rows.ts";
import { Stage, somePeople } from "../stage.ts";

const faults: readonly Fault[] = [
	"lost after",
	"lost before",
	"500 before",
	"500 after",
	{ status: 429, code: 20429 },
];

/** Mulberry32, so that the same seed repeats the same run. */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A text whose attempt is stored has its slot within this time plus two round trips to the database. */
const inFlightMilliseconds = 100;
const pauseSecondsMax = 90;

const totals = { people: 0, texts: 0, optOuts: 0, deaths: 0, faults: 0, pauses: 0 };

const seedsATest = 25;

export function testBadMinutes(databaseMilliseconds: number): void {
	afterAll(() =>
		console.log(
			`Random kills over 200 seeds, ${databaseMilliseconds} ms a round trip: ${JSON.stringify(totals)}`,
		),
	);
	describe(`with ${databaseMilliseconds} ms for each round trip to the database`, () => {
		it.each([0, 1, 2, 3, 4, 5, 6, 7].map((index) => 1 + index * seedsATest))(
			"a campaign in a bad minute reaches everybody once, whatever fails, from seed %i on",
			async (first) => {
				for (let seed = first; seed < first + seedsATest; seed++) {
					await liveBadMinute(seed, databaseMilliseconds);
				}
			},
		);
	});
}

/** A campaign to some people in a bad minute: the carrier fails, processes die, the owner hesitates, somebody says STOP. */
async function liveBadMinute(seed: number, databaseMilliseconds: number): Promise<void> {
	await clearCampaigns();
	const random = randomOf(seed);
	const isUnlucky = (share: number) => random() < share;
	const processes = new Processes(null);
	processes.databaseMilliseconds = databaseMilliseconds;
	const stage = new Stage(processes);
	const people = somePeople(8 + Math.floor(random() * 3));

	let faultsLeft = Math.floor(random() * 4);
	stage.shop.carrier.fault = () => {
		if (faultsLeft === 0 || !isUnlucky(0.2)) return null;
		faultsLeft -= 1;
		totals.faults += 1;
		return faults[Math.floor(random() * faults.length)] ?? null;
	};
	let deathsLeft = Math.floor(random() * 5);
	processes.chance = () => {
		if (deathsLeft === 0 || !isUnlucky(0.07)) return null;
		deathsLeft -= 1;
		totals.deaths += 1;
		return { when: isUnlucky(0.5) ? "before" : "after", isBoth: isUnlucky(0.3) };
	};

	const id = await stage.time.until(stage.create(people));
	const isPaused = isUnlucky(0.4);
	if (isPaused) {
		totals.pauses += 1;
		const pausedAfter = 0.5 + random() * people.length;
		stage.after(pausedAfter, () => pauseCampaign(stage.owner, id));
		stage.after(pausedAfter + random() * pauseSecondsMax, () => resumeCampaign(stage.owner, id));
	}
	let out: string | null = null;
	let outAt = 0;
	if (isUnlucky(0.4)) {
		const one = people[Math.floor(random() * people.length)] ?? "";
		stage.after(random() * people.length, async () => {
			await stage.text("STOP", one);
			out = one;
			outAt = stage.time.at.getTime();
		});
	}
	if (isPaused) await stage.live(pauseSecondsMax + people.length);
	await stage.liveUntilEnded(id);

	const rows = await loadRecipients(id);
	for (const { number, status } of rows) {
		const texts = stage.sentTo(number);
		totals.texts += texts;
		const isOut = number === out;
		if (isOut) totals.optOuts += 1;
		expect(texts, `${number} of seed ${seed}: ${status}`).toBe(status === "skipped" ? 0 : 1);
		if (status === "skipped") expect(isOut, `seed ${seed}`).toBe(true);
		else expect(status, `${number} of seed ${seed}`).toBe("sent");
		if (!isOut) continue;
		for (const { to, at } of stage.shop.carrier.takenAt.filter((text) => text.to === number)) {
			expect(at.getTime() - outAt, `${to} of seed ${seed} after STOP`).toBeLessThanOrEqual(
				inFlightMilliseconds + 2 * databaseMilliseconds,
			);
		}
	}
	totals.people += people.length;
	const { kept, counted } = await loadCounts(id);
	expect(kept, `seed ${seed}`).toEqual(counted);
	while (await stage.time.until(followTexts(stage.owner)));
	expect(await loadCampaign(id), `seed ${seed}`).toMatchObject({
		status: "completed",
		takenCount: kept.sent,
		repliesCount: 0,
		optOutsCount: out === null ? 0 : stage.sentTo(out),
	});
}
