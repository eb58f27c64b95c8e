import { campaignSenders } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, loadCampaign, loadRecipients } from "../rows.ts";
import { db, Stage, somePeople } from "../stage.ts";
import { expectRightCounts, refuseFirst } from "./refuse-first.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

function beAngry(stage: Stage, from: number, until: number): void {
	const begunAt = stage.time.at.getTime();
	stage.shop.carrier.fault = (request) => {
		const seconds = (stage.time.at.getTime() - begunAt) / 1000;
		const isAngry = request === "POST /Messages" && seconds >= from && seconds < until;
		return isAngry ? { status: 429, code: 20429 } : null;
	};
}

describe("what the carrier refuses", () => {
	it.each([
		{ code: 21614, words: "not a mobile phone" },
		{ code: 21211, words: "not a number that can be texted" },
		{ code: 21408, words: "country are switched off" },
		{ code: 30007, words: "filtered as spam" },
	])("for good (error $code) is not asked for again", async ({ code, words }) => {
		const stage = new Stage();
		refuseFirst(stage, 1, code);
		const id = await stage.create(somePeople(3));
		await stage.liveUntilEnded(id);
		const rows = await loadRecipients(id);
		expect(rows.map(({ status }) => status)).toEqual(["failed", "sent", "sent"]);
		expect(rows[0]).toMatchObject({ errorCode: code, reason: expect.stringContaining(words) });
		expect(stage.shop.carrier.requests.filter((one) => one === "POST /Messages")).toHaveLength(3);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", errorsCount: 1 });
		await expectRightCounts(id);
	});

	it.each([21611, 30001])("for the time being (error %i) goes out later", async (code) => {
		const stage = new Stage();
		refuseFirst(stage, 1, code);
		const people = somePeople(3);
		const id = await stage.create(people);
		await stage.live(60);
		expect((await loadRecipients(id))[0]).toMatchObject({ status: "queued", errorCode: code, attempts: 1 });
		await stage.liveUntilEnded(id);
		expect(people.map((one) => stage.sentTo(one))).toEqual([1, 1, 1]);
		expect((await loadRecipients(id))[0]).toMatchObject({ status: "sent", errorCode: null, reason: null });
		expect(stage.takenAt([people[0] ?? ""])[0]).toBeGreaterThanOrEqual(600_000);
	});

	it("again and again fails in the end, with the reason", async () => {
		const stage = new Stage();
		const [one = ""] = somePeople(1);
		stage.shop.carrier.fault = (request) =>
			request === "POST /Messages" ? { status: 400, code: 21611 } : null;
		const id = await stage.create([one]);
		await stage.liveUntilEnded(id);
		expect(await loadRecipients(id)).toMatchObject([
			{ status: "failed", errorCode: 21611, reason: expect.stringContaining("more slowly") },
		]);
		expect(stage.shop.carrier.requests.filter((request) => request === "POST /Messages")).toHaveLength(4);
		await expectRightCounts(id);
	});

	it("because the recipient is opted out (error 21610) opts it out here as well", async () => {
		const stage = new Stage();
		const [one = "", other = ""] = somePeople(2);
		refuseFirst(stage, 1, 21610);
		const id = await stage.create([one, other]);
		await stage.liveUntilEnded(id);
		expect((await loadRecipients(id)).map(({ status }) => status)).toEqual(["failed", "sent"]);
		expect(await db.select().from(optOuts).where(eq(optOuts.number, one))).toMatchObject([
			{ source: "carrier" },
		]);
		const next = await stage.create([one, other]);
		expect((await loadRecipients(next)).map(({ status }) => status)).toEqual(["skipped", "queued"]);
	});

	it.each([21606, 20003, 30034])(
		"for every recipient (error %i) pauses the campaign and loses no recipient",
		async (code) => {
			const stage = new Stage();
			refuseFirst(stage, 1000, code, code === 20003 ? 401 : 400);
			const people = somePeople(15);
			const id = await stage.create(people);
			await stage.live(120);
			const paused = await loadCampaign(id);
			expect(paused.status).toBe("paused");
			expect(paused.reason).toMatch(/Choose another sender|Check the account|Register it/);
			expect(paused.queuedCount).toBe(15);
			stage.shop.carrier.fault = () => null;
			await resumeCampaign(stage.owner, id);
			await stage.liveUntilEnded(id);
			expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
			expect(await loadCampaign(id)).toMatchObject({ status: "completed", reason: null });
			await expectRightCounts(id);
		},
	);

	it("because the daily limit is used up (error 63038) stops all texts until the next day", async () => {
		const day = 24 * 3600;
		const stage = new Stage(undefined, {}, undefined, day / 8);
		const opensAt = stage.time.at.getTime() + (day / 2) * 1000;
		stage.shop.carrier.fault = (request) =>
			request === "POST /Messages" && stage.time.at.getTime() < opensAt ? { status: 429, code: 63038 } : null;
		const people = somePeople(60);
		const asked = () => stage.shop.carrier.requests.filter((one) => one === "POST /Messages").length;
		const id = await stage.create(people);
		await stage.live(day - 60);
		expect(asked()).toBeLessThanOrEqual(24);
		expect(await loadCampaign(id)).toMatchObject({ status: "sending", queuedCount: 60 });
		expect(stage.queueOperations).toBeLessThanOrEqual(12);
		await stage.live(600);
		expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", failedCount: 0 });
		await expectRightCounts(id);
	});

	it("by 429 slows the number down until the carrier no longer complains", async () => {
		const stage = new Stage();
		beAngry(stage, 5, 12);
		const people = somePeople(120);
		const id = await stage.create(people);
		await stage.liveUntilEnded(id);
		const within = (from: number, until: number) =>
			stage.takenAt().filter((at) => at >= from * 1000 && at < until * 1000).length;
		expect(within(15, 35)).toBeLessThanOrEqual(11);
		expect(within(110, 130)).toBeGreaterThanOrEqual(18);
		expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
	});

	it("by 429 in the last batch of a run slows the next run down until the carrier no longer complains", async () => {
		const stage = new Stage(undefined, { runBatches: 1 });
		beAngry(stage, 0, 3);
		const id = await stage.create(somePeople(60));
		const slownesses = new Set<number>();
		for (let round = 0; round < 30; round++) {
			await stage.live(5);
			const [sender] = await db.select().from(campaignSenders);
			slownesses.add(sender?.slowness ?? 0);
		}
		await stage.liveUntilEnded(id);
		expect(slownesses).toContain(2);
		expect((await db.select().from(campaignSenders))[0]?.slowness).toBe(1);
	});
});
