import { openDb } from "@cloudpbx/db/open-db";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { claimBatch } from "../../../src/sending/claim-batch.ts";
import { enqueueNextRun } from "../../../src/sending/enqueue-run.ts";
import { type Lease, takeLease } from "../../../src/sending/lease.ts";
import { runSender } from "../../../src/sending/run.ts";
import { RunState } from "../../../src/sending/run-state.ts";
import { clearCampaigns, loadCampaign } from "../rows.ts";
import { mainLine, Stage, somePeople, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

async function take(stage: Stage): Promise<Lease> {
	const lease = await takeLease(stage.owner, mainLine);
	if (!lease) throw new Error("Somebody has the lease.");
	return lease;
}

describe("the lease of a number", () => {
	it("belongs to one run at a time, until it expires", async () => {
		const stage = new Stage();
		await take(stage);
		expect(await takeLease(stage.owner, mainLine)).toBeNull();
		stage.time.pass(59);
		expect(await takeLease(stage.owner, mainLine)).toBeNull();
		stage.time.pass(1);
		expect(await takeLease(stage.owner, mainLine)).not.toBeNull();
	});

	it("claims no recipients when another run has it by now", async () => {
		const stage = new Stage();
		stage.losesJobs = true;
		const id = await stage.create(somePeople(3));
		const lost = await take(stage);
		stage.time.pass(60);
		const lease = await take(stage);
		const endsAt = stage.time.at.getTime() + 600_000;
		expect(await claimBatch(stage.owner, new RunState(stage.owner, lost), endsAt)).toEqual([]);
		expect(await loadCampaign(id)).toMatchObject({ queuedCount: 3, sendingCount: 0 });
		expect(await claimBatch(stage.owner, new RunState(stage.owner, lease), endsAt)).toHaveLength(3);
	});

	it("is not released without seeing a campaign that starts at that moment", async () => {
		const stage = new Stage(undefined, {}, undefined, 86_400);
		const lease = await take(stage);
		let id = "";
		const interrupted = new Proxy(testEnv.DB, {
			get: (target, name) => {
				if (name !== "batch") return Reflect.get(target, name).bind(target);
				return async (statements: D1PreparedStatement[]) => {
					stage.losesJobs = true;
					id = await stage.create(somePeople(2));
					// Its queue message comes while the lease is held.
					expect(await runSender(stage.owner, mainLine)).toMatchObject({ batches: 0 });
					stage.losesJobs = false;
					return target.batch(statements);
				};
			},
		});
		await enqueueNextRun({ ...stage.owner, db: openDb(interrupted) }, lease, null);
		await stage.live(10);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 2 });
	});

	it("enqueues the next run once, for the first due recipient", async () => {
		const stage = new Stage(undefined, {}, new Date("2026-11-20T12:30:00.400Z"), 86_400);
		await stage.create([{ number: "+12122000001" }], { quietHours: true });
		await stage.live(60);
		// Two more messages arrive: neither enqueues another one for the morning.
		for (let index = 0; index < 2; index++) await enqueueNextRun(stage.owner, await take(stage), null);
		const operations = stage.queueOperations;
		await stage.live(1800);
		expect(stage.takenAt()).toHaveLength(1);
		expect(stage.queueOperations - operations).toBe(2);
	});
});
