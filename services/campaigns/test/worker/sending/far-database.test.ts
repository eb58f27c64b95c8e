import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { pauseCampaign, resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { getCampaign } from "../../../src/reading/get-campaign.ts";
import { Processes } from "../processes.ts";
import { clearCampaigns, loadCampaign, loadCounts, unwrap } from "../rows.ts";
import { db, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const table: Record<string, string | number>[] = [];
afterAll(() => console.log(table.map((row) => Object.values(row).join("\t")).join("\n")));

function most(instants: readonly number[]): number {
	return Math.max(
		...instants.map((from) => instants.filter((at) => at >= from && at < from + 10_000).length),
	);
}

function open(milliseconds: number) {
	const processes = new Processes(null);
	processes.databaseMilliseconds = milliseconds;
	const stage = new Stage(processes);
	const create = (people: string[], ratePerSecond: number) =>
		stage.time.until(stage.create(people, { ratePerSecond }));
	return { stage, create };
}

const cases = [0, 50, 150, 300, 500].flatMap((milliseconds) =>
	[1, 10].flatMap((rate) => [1, 5, 60, 100].map((count) => ({ milliseconds, rate, count }))),
);

describe("with a database that is far away, a campaign", () => {
	it.each(cases)("of $count at $rate a second is done at $milliseconds ms a round trip", async (one) => {
		const { milliseconds, rate, count } = one;
		const { stage, create } = open(milliseconds);
		const people = somePeople(count);
		const id = await create(people, rate);
		await stage.liveUntilEnded(id);
		const instants = stage.takenAt(people);
		const span = (instants.at(-1) ?? 0) - (instants[0] ?? 0);
		const achieved = count === 1 ? 1 : ((count - 1) * 1000) / span / rate;
		table.push({
			ms: milliseconds,
			rate,
			count,
			sent: instants.length,
			most: most(instants),
			achieved: achieved.toFixed(3),
			first: instants[0] ?? -1,
		});
		expect(people.map((person) => stage.sentTo(person))).toEqual(people.map(() => 1));
		expect(most(instants)).toBeLessThanOrEqual(10 * rate);
		const least = milliseconds <= 150 ? 0.95 : milliseconds <= 300 ? 0.9 : 0.8;
		expect(achieved).toBeGreaterThanOrEqual(least);
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: count });
		expect(stage.failures).toEqual([]);
	});

	it("goes on at what is possible and says why, when a round trip takes three seconds", async () => {
		const { stage, create } = open(3000);
		const people = somePeople(400);
		const id = await create(people, 10);
		const said = new Set<string | null>();
		for (let round = 0; round < 120; round++) {
			await stage.live(5);
			const { status, pace } = unwrap(await getCampaign({ ...stage.owner, db }, id));
			said.add(pace);
			if (status !== "sending") break;
		}
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 400 });
		expect(people.map((person) => stage.sentTo(person))).toEqual(people.map(() => 1));
		expect([...said].join(" ")).toMatch(
			/The database takes 2 seconds to answer, so about .* instead of 10 texts/,
		);
	});

	it("says nothing of its pace when 300 ms do not slow it down", async () => {
		const { stage, create } = open(300);
		const id = await create(somePeople(60), 1);
		await stage.live(40);
		expect(unwrap(await getCampaign({ ...stage.owner, db }, id)).pace).toBeNull();
	});

	it("stops for a pause and for STOP as soon as the database can know", async () => {
		const { stage, create } = open(300);
		const people = somePeople(30);
		const out = people[20] ?? "";
		const id = await create(people, 1);
		let pausedAt = Number.POSITIVE_INFINITY;
		const heldAt: number[] = [];
		void stage.after(8, () => stage.text("STOP", out)).then(() => heldAt.push(stage.time.at.getTime()));
		void stage
			.after(12, () => pauseCampaign(stage.owner, id))
			.then(() => {
				pausedAt = stage.time.at.getTime();
			});
		await stage.live(60);
		expect(heldAt).toHaveLength(1);
		const late = stage.shop.carrier.takenAt.filter(({ at }) => at.getTime() > pausedAt);
		// Two round trips and a tenth of a second before its slot a text's attempt is on record.
		expect(late.every(({ at }) => at.getTime() - pausedAt <= 700)).toBe(true);
		expect(late.length).toBeLessThanOrEqual(1);
		const resumed = stage.after(0, () => resumeCampaign(stage.owner, id));
		await stage.liveUntilEnded(id);
		expect((await resumed).ok).toBe(true);
		expect(stage.sentTo(out)).toBe(0);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 29, skippedCount: 1 });
	});
});
