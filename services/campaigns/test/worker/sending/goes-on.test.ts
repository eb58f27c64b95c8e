import { openDb } from "@cloudpbx/db/open-db";
import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { updateCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, loadCampaign, loadRecipients } from "../rows.ts";
import { db, mainLine, Stage, somePeople, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

describe("a campaign goes on by itself", () => {
	it("after its queue message was lost", async () => {
		const stage = new Stage();
		stage.losesJobs = true;
		const people = somePeople(3);
		const made = await stage.create(people);
		await stage.live(60);
		stage.losesJobs = false;
		await stage.live(300);
		expect(await loadCampaign(made)).toMatchObject({ status: "completed", takenCount: 3 });
	});

	it("after the run that had the lease has died", async () => {
		const stage = new Stage();
		const leaseUntil = stage.time.at.getTime() + 45_000;
		await db.insert(campaignSenders).values({ number: mainLine, leaseId: "gone", leaseUntil });
		const made = await stage.create(somePeople(3));
		await stage.live(44);
		expect(stage.takenAt()).toEqual([]);
		await stage.live(300);
		expect(await loadCampaign(made)).toMatchObject({ status: "completed", takenCount: 3 });
	});

	it("within seconds when the database fails in the middle of a run", async () => {
		const stage = new Stage();
		let claims = 0;
		const flaky = new Proxy(testEnv.DB, {
			get: (target, name) => {
				if (name !== "batch") return Reflect.get(target, name).bind(target);
				return async (statements: D1PreparedStatement[]) => {
					// Each claim renews the lease.
					const isClaim = statements.some((one) => /^update "?campaign_senders/i.test(sqlOf(one)));
					if (isClaim && ++claims === 2) throw new Error("D1 is not there.");
					return target.batch(statements);
				};
			},
		});
		stage.campaigns.db = openDb(stage.processes.wrapDatabase("campaigns", flaky));
		const people = somePeople(20);
		const made = await stage.create(people);
		await stage.live(60);
		expect(stage.failures).toHaveLength(1);
		expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
		expect(await loadCampaign(made)).toMatchObject({ status: "completed" });
	});

	it("past a recipient with a text that is too long to be sent", async () => {
		const stage = new Stage();
		const [long = "", ...people] = somePeople(4);
		const made = await stage.create([{ number: long, fields: { a: "x".repeat(990) } }, ...people], {
			message: "{{a}}".repeat(30),
		});
		await updateCampaign(stage.owner, made, {});
		await stage.liveUntilEnded(made);
		expect(
			(await loadRecipients(made)).map(({ status, reason }) => [status, reason?.slice(0, 8) ?? null]),
		).toEqual([["skipped", "too long"], ...people.map(() => ["skipped", "empty: w"])]);
	});

	it("at less than one text per run, without a run that waits for a slot", async () => {
		const stage = new Stage(undefined, { runSeconds: 20 });
		const people = somePeople(3);
		const made = await stage.create(people, { ratePerSecond: 0.02 });
		await stage.live(200);
		const [first = 0, second = 0, third = 0] = stage.takenAt();
		expect(await loadCampaign(made)).toMatchObject({ status: "completed" });
		for (const distance of [second - first, third - second]) {
			expect(distance).toBeGreaterThanOrEqual(50_000);
			expect(distance).toBeLessThan(52_500);
		}
	});
});

/** Reads the text from workerd's internal field. */
function sqlOf(statement: D1PreparedStatement): string {
	return String((statement as unknown as { statement: string }).statement);
}
