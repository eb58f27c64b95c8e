import { landlines } from "@cloudpbx/db/schema/campaigns";
import { inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, loadCampaign, loadRecipients } from "../rows.ts";
import { db, Stage, somePeople } from "../stage.ts";
import { expectRightCounts, refuseFirst } from "./refuse-first.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

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
