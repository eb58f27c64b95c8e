import { settings } from "@cloudpbx/db/schema/admin";
import { campaignSenders, campaigns } from "@cloudpbx/db/schema/campaigns";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendByPerson } from "../../../../messaging/src/inbox/send-by-person.ts";
import { foundCompany, janesLine } from "../../../../messaging/test/worker/company.ts";
import { scheduleCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, loadCampaign } from "../rows.ts";
import { db, mainLine, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const twoSegments = `${"Our sale starts today and lasts until Sunday evening. ".repeat(4)}Reply STOP to opt out.`;

function most(instants: readonly number[]): number {
	return Math.max(
		...instants.map((from) => instants.filter((at) => at >= from && at < from + 10_000).length),
	);
}

function ratePerSecond(instants: readonly number[]): number {
	return ((instants.length - 1) * 1000) / ((instants.at(-1) ?? 0) - (instants[0] ?? 0));
}

describe("a campaign's texts", () => {
	it.each([
		{ rate: 1, count: 100, inTenSeconds: 10 },
		{ rate: 10, count: 150, inTenSeconds: 100 },
		{ rate: 0.2, count: 12, inTenSeconds: 2 },
	])("go out at $rate a second, in any ten seconds no more", async ({ rate, count, inTenSeconds }) => {
		const stage = new Stage();
		const people = somePeople(count);
		const id = await stage.create(people, { ratePerSecond: rate });
		await stage.liveUntilEnded(id);
		const instants = stage.takenAt();
		expect(instants).toHaveLength(count);
		expect(most(instants)).toBeLessThanOrEqual(inTenSeconds);
		expect(ratePerSecond(instants) / rate).toBeGreaterThanOrEqual(0.95);
		expect(ratePerSecond(instants) / rate).toBeLessThanOrEqual(1);
	});

	it("take two seconds each when they have two segments and a local number sends them", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(20), { fromNumber: janesLine, message: twoSegments });
		await stage.liveUntilEnded(id);
		expect(ratePerSecond(stage.takenAt())).toBeGreaterThan(0.475);
		expect(ratePerSecond(stage.takenAt())).toBeLessThanOrEqual(0.5);
	});

	it("go out at the rate that the owner chose for the number", async () => {
		await db.insert(settings).values({ key: "senderRates", value: { [mainLine]: 4 }, updatedAt: new Date() });
		const stage = new Stage();
		const id = await stage.create(somePeople(40));
		await stage.liveUntilEnded(id);
		await db.delete(settings).where(eq(settings.key, "senderRates"));
		expect(ratePerSecond(stage.takenAt())).toBeGreaterThan(3.8);
		expect(ratePerSecond(stage.takenAt())).toBeLessThanOrEqual(4);
	});

	it("do not delay a person's texts", async () => {
		const stage = new Stage();
		const people = somePeople(20);
		const [friend = ""] = somePeople(1);
		await stage.create(people);
		const written = stage.after(7.5, () =>
			sendByPerson(stage.front, { to: friend, message: "Are you still there?", from: mainLine }, olivia),
		);
		await stage.live(30);
		expect((await written).ok).toBe(true);
		expect(stage.takenAt([friend])).toEqual([7500]);
	});
});

describe("campaigns of one number", () => {
	it.each([2, 3])("%i of them share its rate evenly", async (count) => {
		const stage = new Stage();
		const lists = Array.from({ length: count }, () => somePeople(40));
		for (const list of lists) await stage.create(list);
		await stage.live(60);
		expect(most(stage.takenAt())).toBeLessThanOrEqual(10);
		const shares = lists.map((list) => stage.takenAt(list).length);
		expect(Math.max(...shares) - Math.min(...shares), String(shares)).toBeLessThanOrEqual(2);
		expect(shares.reduce((sum, share) => sum + share)).toBeGreaterThanOrEqual(57);
	});

	it("share it from the moment at which a second one starts until one of them ends", async () => {
		const stage = new Stage();
		const early = somePeople(70);
		const late = somePeople(10);
		const first = await stage.create(early);
		await stage.live(30);
		const second = await stage.create(late);
		await stage.liveUntilEnded(first, second);
		const lateAt = stage.takenAt(late);
		const between = stage.takenAt(early).filter((at) => at >= (lateAt[0] ?? 0) && at <= (lateAt.at(-1) ?? 0));
		expect(lateAt[0]).toBeLessThan(45_000);
		expect(between.length).toBeGreaterThanOrEqual(8);
		expect(between.length).toBeLessThanOrEqual(12);
		expect(most(stage.takenAt())).toBeLessThanOrEqual(10);
		expect(ratePerSecond(stage.takenAt())).toBeGreaterThanOrEqual(0.95);
	});

	it("take turns when there is one text in ten seconds, in any order of their starts", async () => {
		const stage = new Stage();
		const [early, late] = [somePeople(30), somePeople(30)];
		await stage.create(early, { ratePerSecond: 0.1 });
		await stage.live(120);
		await stage.create(late, { ratePerSecond: 0.1 });
		const before = stage.takenAt(early).length;
		await stage.live(120);
		const shares = [stage.takenAt(early).length - before, stage.takenAt(late).length];
		expect(Math.abs((shares[0] ?? 0) - (shares[1] ?? 0)), String(shares)).toBeLessThanOrEqual(2);
	});

	it("have their own rates: a slow one does not delay a fast one, nor does it send faster", async () => {
		const stage = new Stage();
		const [slow, fast] = [somePeople(30), somePeople(400)];
		await stage.create(slow, { ratePerSecond: 0.02 });
		await stage.live(120);
		await stage.create(fast, { ratePerSecond: 1 });
		await stage.live(300);
		const slowAt = stage.takenAt(slow);
		const fastAt = stage.takenAt(fast);
		expect(fastAt[0]).toBeLessThan(180_000);
		expect(ratePerSecond(fastAt)).toBeGreaterThanOrEqual(0.93);
		expect(ratePerSecond(slowAt) / 0.02).toBeGreaterThanOrEqual(0.93);
		for (const [index, at] of slowAt.slice(1).entries()) {
			expect(at - (slowAt[index] ?? 0)).toBeGreaterThanOrEqual(50_000);
		}
		expect(most(stage.takenAt())).toBeLessThanOrEqual(10);
	});

	it("do not wait for slots of a slower campaign that was cancelled", async () => {
		const stage = new Stage();
		const at = stage.time.at.getTime();
		const left = { nextSlotAt: at + 1_000_000_000, recentSlots: [{ at: at - 1000, length: 1_000_000_000 }] };
		await db.insert(campaignSenders).values({ number: mainLine, ...left });
		const id = await stage.create(somePeople(3), { ratePerSecond: 1 });
		await stage.live(10);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 3 });
	});

	it("send at the minimum rate when their stored rate is below it", async () => {
		const stage = new Stage();
		const people = somePeople(3);
		const id = await stage.create(people, {}, true);
		await db.update(campaigns).set({ ratePerSecond: 5e-324 }).where(eq(campaigns.id, id));
		expect((await scheduleCampaign(stage.owner, id, null)).ok).toBe(true);
		await stage.live(160);
		expect(stage.failures).toEqual([]);
		const [first = 0, second = 0, third = 0] = stage.takenAt(people);
		expect([second - first, third - second]).toEqual([51_813, 51_813]);
	});

	it("send at their full rates side by side when they have two numbers", async () => {
		const stage = new Stage();
		const [ours, janes] = [somePeople(25), somePeople(25)];
		const first = await stage.create(ours);
		const second = await stage.create(janes, { fromNumber: janesLine });
		await stage.liveUntilEnded(first, second);
		for (const list of [ours, janes]) {
			expect(ratePerSecond(stage.takenAt(list))).toBeGreaterThanOrEqual(0.95);
			expect(most(stage.takenAt(list))).toBeLessThanOrEqual(10);
		}
		expect(Math.max(...stage.takenAt())).toBeLessThan(30_000);
	});
});
