import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import {
	cancelCampaign,
	pauseCampaign,
	resumeCampaign,
	updateCampaign,
} from "../../../src/planning/change-campaign.ts";
import { replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { deleteCampaign } from "../../../src/planning/delete-campaign.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { sweep } from "../../../src/sweep.ts";
import { clearCampaigns, loadCampaign } from "../rows.ts";
import { db, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

/** Returns the events announced since the last call, as words. */
function takeNews(stage: Stage): string[] {
	const news = stage.announced.splice(0).flat();
	return news.map((one) => (one.kind === "campaign" ? one.status : one.kind));
}

describe("browsers receive events of a campaign", () => {
	it("that is created, changed, duplicated, deleted, paused, resumed or cancelled, or gets other recipients", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(3), {}, true);
		expect(takeNews(stage)).toEqual(["draft"]);
		await updateCampaign(stage.owner, id, { name: "Summer" });
		expect(takeNews(stage)).toEqual(["draft"]);
		await updateCampaign(stage.owner, id, { requireConsent: true });
		expect(takeNews(stage)).toEqual(["draft"]);
		const copy = await duplicateCampaign(stage.owner, id, null, olivia);
		expect(takeNews(stage)).toEqual(["draft"]);
		await deleteCampaign(stage.owner, copy.ok ? copy.value.id : "");
		expect(takeNews(stage)).toEqual(["cancelled"]);
		await replaceRecipients(
			stage.owner,
			id,
			somePeople(40).map((number) => ({ number })),
		);
		expect(takeNews(stage)).toEqual(["draft"]);
		await db.update(campaignTable).set({ status: "sending" }).where(eq(campaignTable.id, id));
		await pauseCampaign(stage.owner, id);
		await resumeCampaign(stage.owner, id);
		await cancelCampaign(stage.owner, id);
		expect(takeNews(stage)).toEqual(["paused", "sending", "cancelled", "cancelled"]);
		await pauseCampaign(stage.owner, id);
		expect(takeNews(stage)).toEqual([]);
	});

	it("while it sends, once per batch, and at its end", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(60));
		await stage.live(30);
		const taken = stage.takenAt().length;
		const news = takeNews(stage);
		expect(new Set(news)).toEqual(new Set(["sending"]));
		expect(news.length).toBeGreaterThan(1);
		expect(news.length).toBeLessThan(taken / 3);
		await stage.liveUntilEnded(id);
		expect(takeNews(stage).at(-1)).toBe("completed");
	});

	it("with new reports, one event for all of them", async () => {
		const stage = new Stage();
		const people = somePeople(5);
		const id = await stage.create(people);
		await stage.liveUntilEnded(id);
		while (await followTexts(stage.owner));
		takeNews(stage);
		for (const number of people) await stage.report(number, "delivered");
		await followTexts(stage.owner);
		expect(await loadCampaign(id)).toMatchObject({ deliveredCount: 5 });
		expect(takeNews(stage)).toEqual(["completed"]);
		await followTexts(stage.owner);
		expect(takeNews(stage)).toEqual([]);
	});

	it("with an incomplete list, and of one that is stopped while a claim is open", async () => {
		const stage = new Stage();
		const [lost, stopped] = [
			await stage.create(somePeople(1), {}, true),
			await stage.create(somePeople(1), {}, true),
		];
		await db.update(campaignTable).set({ isComplete: false }).where(eq(campaignTable.id, lost));
		await db
			.update(campaignRecipients)
			.set({ status: "sending", dueAt: 0 })
			.where(eq(campaignRecipients.campaignId, stopped));
		await db
			.update(campaignTable)
			.set({ status: "paused", sendingCount: 1, queuedCount: 0 })
			.where(eq(campaignTable.id, stopped));
		takeNews(stage);
		const later = new Date(stage.owner.now().getTime() + 3_600_000);
		await sweep({ ...stage.owner, now: () => later });
		expect(takeNews(stage)).toEqual(["failed", "paused"]);
	});

	it("and of a contact that the carrier reports as opted out", async () => {
		const stage = new Stage();
		const [out = "", other = ""] = somePeople(2);
		let left = 1;
		stage.shop.carrier.fault = (request) =>
			request === "POST /Messages" && left-- > 0 ? { status: 400, code: 21610 } : null;
		const id = await stage.create([out, other]);
		await stage.liveUntilEnded(id);
		while (await followTexts(stage.owner));
		const consent = stage.announced.flat().filter(({ kind }) => kind === "consent");
		expect(consent).toEqual([{ kind: "consent", numbers: [out] }]);
	});
});
