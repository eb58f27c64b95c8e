import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { cancelCampaign, pauseCampaign, resumeCampaign } from "../../../src/planning/change-campaign.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients } from "../rows.ts";
import { Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

/** Maximum texts in flight at any moment: those of the next tenth of a second. */
const inFlightMax = 1;

describe("a campaign that is stopped in the middle of a batch", () => {
	it.each([1, 10] as const)("sends at %i a second no more than what is in flight", async (ratePerSecond) => {
		const stage = new Stage();
		const people = somePeople(60);
		const id = await stage.create(people, { ratePerSecond });
		const pausedAt = stage.after(3.9, async () => {
			await pauseCampaign(stage.owner, id);
			return 3900;
		});
		await stage.live(60);
		const late = stage.takenAt().filter((at) => at > 3900);
		expect(await pausedAt).toBe(3900);
		expect(late.length).toBeLessThanOrEqual(inFlightMax);
		expect(stage.takenAt().length).toBeGreaterThan(3 * ratePerSecond);
		expect(await loadCampaign(id)).toMatchObject({
			status: "paused",
			reason: "Paused by hand.",
			sendingCount: 0,
		});
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
	});

	it("continues from where it was when it is resumed", async () => {
		const stage = new Stage();
		const people = somePeople(20);
		const id = await stage.create(people);
		stage.after(4.5, () => pauseCampaign(stage.owner, id));
		stage.after(6.5, () => resumeCampaign(stage.owner, id));
		stage.after(8.5, () => pauseCampaign(stage.owner, id));
		stage.after(40, () => resumeCampaign(stage.owner, id));
		await stage.live(41);
		await stage.liveUntilEnded(id);
		expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
		expect(stage.takenAt().filter((at) => at > 8500 && at < 40_000).length).toBeLessThanOrEqual(1);
		expect(Math.max(...stage.takenAt())).toBeLessThan(58_000);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 20 });
	});

	it("sets aside recipients without a text when it is cancelled", async () => {
		const stage = new Stage();
		const people = somePeople(20);
		const id = await stage.create(people);
		stage.after(4.5, () => cancelCampaign(stage.owner, id));
		await stage.live(60);
		const rows = await loadRecipients(id);
		expect(rows.map(({ status }) => status)).toEqual(
			people.map((one) => (stage.sentTo(one) === 1 ? "sent" : "skipped")),
		);
		expect(rows.at(-1)?.reason).toBe("The campaign was cancelled before this text was sent.");
		expect(stage.takenAt().length).toBeLessThanOrEqual(6);
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
	});

	it("settles the claims of a run that has died when it is cancelled", async () => {
		const stage = new Stage();
		const [first = "", ...people] = somePeople(6);
		let isDead = false;
		stage.processes.chance = () => {
			if (isDead || stage.sentTo(first) === 0) return null;
			isDead = true;
			return { when: "before", isBoth: true };
		};
		const id = await stage.create([first, ...people]);
		await stage.live(3);
		expect((await loadCampaign(id)).sendingCount).toBeGreaterThan(0);
		await cancelCampaign(stage.owner, id);
		await stage.live(1200);
		const rows = await loadRecipients(id);
		expect(rows.map(({ status }) => status)).toEqual(["sent", ...people.map(() => "skipped")]);
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
	});
});

describe("a contact that says STOP", () => {
	it("between two texts gets none, and the other recipients get theirs", async () => {
		const stage = new Stage();
		const people = somePeople(12);
		const id = await stage.create(people);
		const [before = "", next = "", later = ""] = [people[1], people[5], people[9]];
		stage.after(4.7, async () => {
			for (const one of [before, next, later]) await stage.text("STOP", one);
		});
		await stage.liveUntilEnded(id);
		expect([before, next, later].map((one) => stage.sentTo(one))).toEqual([1, 0, 0]);
		const rows = await loadRecipients(id);
		expect(rows.filter(({ status }) => status === "skipped").map(({ number }) => number)).toEqual([
			next,
			later,
		]);
		expect(rows[5]?.reason).toContain("opted out");
		expect(stage.takenAt()).toHaveLength(10);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", sentCount: 10, skippedCount: 2 });
	});
});
