import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../messaging/test/worker/company.ts";
import { Mortal } from "./mortal.ts";
import { clearCampaigns, loadCampaign, loadCounts, Stage, somePeople } from "./stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const table: Record<string, string | number>[] = [];
afterAll(() => console.log(table.map((row) => Object.values(row).join("\t")).join("\n")));

/** Maximum number of texts within any ten seconds. */
function most(instants: readonly number[]): number {
	return Math.max(
		...instants.map((from) => instants.filter((at) => at >= from && at < from + 10_000).length),
	);
}

const cases = [0, 50, 150, 300, 500].flatMap((milliseconds) =>
	[1, 10].flatMap((rate) => [1, 5, 60, 100].map((count) => ({ milliseconds, rate, count }))),
);

describe("with a database that is far away, a campaign", () => {
	it.each(cases)("of $count at $rate a second is done at $milliseconds ms a round trip", async (one) => {
		const { milliseconds, rate, count } = one;
		const mortal = new Mortal(null);
		mortal.databaseMilliseconds = milliseconds;
		const stage = new Stage(mortal);
		const people = somePeople(count);
		const id = await stage.time.until(stage.create(people, { ratePerSecond: rate }));
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
});
