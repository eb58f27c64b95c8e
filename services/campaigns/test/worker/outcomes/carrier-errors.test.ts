import { campaignSenders, landlines } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, db, loadCampaign, loadCounts, loadRecipients, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

function refuseFirst(stage: Stage, count: number, code: number, status = 400): void {
	let left = count;
	stage.shop.carrier.fault = (request) => {
		if (request !== "POST /Messages" || left === 0) return null;
		left -= 1;
		return { status, code };
	};
}

function beAngry(stage: Stage, from: number, until: number): void {
	const begunAt = stage.time.at.getTime();
	stage.shop.carrier.fault = (request) => {
		const seconds = (stage.time.at.getTime() - begunAt) / 1000;
		const isAngry = request === "POST /Messages" && seconds >= from && seconds < until;
		return isAngry ? { status: 429, code: 20429 } : null;
	};
}

async function expectRightCounts(id: string): Promise<void> {
	const { kept, counted } = await loadCounts(id);
	expect(kept).toEqual(counted);
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

describe("what the carrier reports later", () => {
	it.each([30032, 30034])("(error %i) pauses the campaign with the next step in words", async (code) => {
		const stage = new Stage();
		const people = somePeople(60);
		const id = await stage.create(people);
		stage.after(6, () => stage.report(people[2] ?? "", "undelivered", code));
		await stage.live(60);
		const paused = await loadCampaign(id);
		expect(paused).toMatchObject({ status: "paused", undeliveredCount: 1 });
		expect(paused.reason).toMatch(/until then nothing goes out/);
		expect(paused.queuedCount).toBeGreaterThan(15);
		await resumeCampaign(stage.owner, id);
		await stage.liveUntilEnded(id);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", sentCount: 59 });
		await expectRightCounts(id);
	});

	it.each([30023, 30027, 63038])(
		"(error %i) pauses the campaign before a daily limit costs more texts",
		async (code) => {
			const stage = new Stage();
			const people = somePeople(60);
			const id = await stage.create(people);
			stage.after(6, () => stage.report(people[2] ?? "", "undelivered", code));
			await stage.live(60);
			const paused = await loadCampaign(id);
			expect(paused).toMatchObject({ status: "paused", undeliveredCount: 1 });
			expect(paused.reason).toMatch(/daily limit .*(?:midnight, Pacific|within a day)/);
			expect(paused.queuedCount).toBeGreaterThan(15);
		},
	);

	it("of earlier texts does not pause a campaign that was resumed since", async () => {
		const stage = new Stage();
		const people = somePeople(20);
		refuseFirst(stage, 1000, 30034);
		const id = await stage.create(people);
		await stage.live(15);
		expect((await loadCampaign(id)).status).toBe("paused");
		stage.shop.carrier.fault = () => null;
		await resumeCampaign(stage.owner, id);
		await followTexts(stage.owner);
		expect((await loadCampaign(id)).status).toBe("sending");
	});

	it("pauses the campaign when too many texts fail", async () => {
		const stage = new Stage();
		const people = somePeople(100);
		const id = await stage.create(people);
		stage.after(30, async () => {
			for (const [index, one] of people.slice(0, 24).entries()) {
				await stage.report(
					one,
					index % 3 === 0 ? "delivered" : "undelivered",
					index % 3 === 0 ? null : 30005,
				);
			}
		});
		await stage.live(120);
		const paused = await loadCampaign(id);
		expect(paused).toMatchObject({ status: "paused", undeliveredCount: 16, deliveredCount: 8 });
		expect(paused.reason).toContain("16 of 24 texts could not be delivered");
		await expectRightCounts(id);
	});

	it("is applied in any order and repeated, and never moves a state back", async () => {
		const stage = new Stage();
		const people = somePeople(4);
		const id = await stage.create(people);
		await stage.liveUntilEnded(id);
		const [first = "", second = "", third = ""] = people;
		for (const status of ["delivered", "sent", "delivered", "sending"] as const)
			await stage.report(first, status);
		for (const status of ["sent", "undelivered", "sent", "undelivered"] as const) {
			await stage.report(second, status, status === "undelivered" ? 30003 : null);
			await followTexts(stage.owner);
		}
		await stage.report(third, "sent");
		while (await followTexts(stage.owner));
		await followTexts(stage.owner);
		expect((await loadRecipients(id)).map(({ status }) => status)).toEqual([
			"delivered",
			"undelivered",
			"sent",
			"sent",
		]);
		expect(await loadCampaign(id)).toMatchObject({
			sentCount: 2,
			deliveredCount: 1,
			undeliveredCount: 1,
			takenCount: 4,
			outcomesCount: 2,
			errorsCount: 1,
		});
		await expectRightCounts(id);
	});

	it("is not undone by the answer to the request, which comes after it", async () => {
		const stage = new Stage();
		const [one = "", ...others] = somePeople(4);
		const id = await stage.create([one, ...others]);
		// The answers of a batch arrive together, after its last text.
		stage.after(1.5, async () => {
			await stage.report(one, "failed", 30005);
			await followTexts(stage.owner);
		});
		await stage.liveUntilEnded(id);
		expect((await loadRecipients(id))[0]).toMatchObject({ status: "failed", errorCode: 30005 });
		expect(await loadCampaign(id)).toMatchObject({
			failedCount: 1,
			sentCount: 3,
			takenCount: 4,
			errorsCount: 1,
		});
		await expectRightCounts(id);
	});

	it("of a landline is remembered, of a network out of reach is not: the next campaign sets one aside", async () => {
		const stage = new Stage();
		const [one = "", other = ""] = somePeople(2);
		const id = await stage.create([one, other]);
		await stage.liveUntilEnded(id);
		await stage.report(one, "undelivered", 21635);
		await stage.report(other, "undelivered", 30006);
		await followTexts(stage.owner);
		expect(
			await db
				.select()
				.from(landlines)
				.where(inArray(landlines.number, [one, other])),
		).toMatchObject([{ number: one }]);
		const next = await stage.create([one, other]);
		expect((await loadRecipients(next)).map(({ status, reason }) => [status, reason?.split(":")[0]])).toEqual(
			[
				["skipped", "landline"],
				["queued", undefined],
			],
		);
	});
});
