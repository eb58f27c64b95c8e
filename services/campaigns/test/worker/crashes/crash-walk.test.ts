import { optOuts } from "@cloudpbx/db/schema/consent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import type { Fault } from "../../../../messaging/test/worker/fake-carrier.ts";
import { type PlannedKill, Processes } from "../processes.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients } from "../rows.ts";
import { db, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);

let deaths = 0;
afterAll(() => console.log(`Deaths walked: ${deaths}.`));

const stories: Record<string, Fault | null> = {
	"a campaign": null,
	"a campaign whose first text is taken without an answer": "lost after",
	"a campaign whose first text comes too fast": { status: 429, code: 20429 },
};

/** Runs a campaign to two recipients and one opted-out contact, from start to end, with at most one death. */
async function live(story: string, death: PlannedKill | null, databaseMilliseconds = 0): Promise<Processes> {
	await clearCampaigns();
	const processes = new Processes(death);
	processes.databaseMilliseconds = databaseMilliseconds;
	const stage = new Stage(processes);
	const [out = "", ...people] = somePeople(3);
	await db.insert(optOuts).values({ number: out, source: "keyword", at: stage.time.at });
	let isFirst = true;
	stage.shop.carrier.fault = (request) => {
		if (request !== "POST /Messages" || !isFirst) return null;
		isFirst = false;
		return stories[story] ?? null;
	};
	const id = await stage.time.until(stage.create([...people, out, people[0] ?? ""]));
	await stage.liveUntilEnded(id);

	const about = `${databaseMilliseconds} ms, ${story}, ${death ? `${death.who} killed ${death.when} effect ${death.at}` : "nobody killed"}`;
	expect(
		people.map((one) => stage.sentTo(one)),
		about,
	).toEqual(people.map(() => 1));
	expect(stage.sentTo(out), about).toBe(0);
	expect(
		(await loadRecipients(id)).map(({ status }) => status),
		about,
	).toEqual(["sent", "sent", "skipped", "skipped"]);
	const { kept, counted } = await loadCounts(id);
	expect(kept, about).toEqual(counted);
	expect(await loadCampaign(id), about).toMatchObject({ status: "completed", takenCount: 2 });
	return processes;
}

type Walk = readonly [who: PlannedKill["who"], when: PlannedKill["when"]];

/** A death after an effect equals one before the next, except for parallel effects (`plainWalks`). */
const walks: Walk[] = [
	["campaigns", "after"],
	["gate", "after"],
	["both", "after"],
];
const plainWalks: Walk[] = [...walks, ["campaigns", "before"], ["gate", "before"]];

describe.each(Object.entries(stories))("%s reaches every recipient exactly once", (story, fault) => {
	it.each(fault === null ? plainWalks : walks)(
		"wherever %s is killed, %s each effect",
		async (who, when) => {
			const { effects } = await live(story, null);
			const count = effects[who === "gate" ? "gate" : "campaigns"];
			for (let at = 0; at < count; at++) await live(story, { at, when, who });
			deaths += count;
		},
		60_000,
	);
});

describe("with a database that is 150 ms away, a campaign reaches every recipient exactly once", () => {
	it.each(plainWalks)(
		"wherever %s is killed, %s each effect",
		async (who, when) => {
			const [story] = Object.keys(stories);
			if (story === undefined) throw new Error("There is no story.");
			const { effects } = await live(story, null, 150);
			const count = effects[who === "gate" ? "gate" : "campaigns"];
			for (let at = 0; at < count; at++) await live(story, { at, when, who }, 150);
			deaths += count;
		},
		60_000,
	);
});
