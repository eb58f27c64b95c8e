import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { getCampaign } from "../../../src/reading/get-campaign.ts";
import { clearCampaigns, loadCampaign, loadRecipients } from "../rows.ts";
import { Stage } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const minute = 60_000;

let count = 0;
function peopleOf(areaCode: number, more: Partial<CampaignRecipientInput> = {}): CampaignRecipientInput[] {
	return [1, 2, 3].map(() => ({ number: `+1${areaCode}${2_000_000 + ++count}`, ...more }));
}

const openings = [
	{ who: "New York", areaCode: 212, opensAt: "2026-11-20T13:00:00Z" },
	{ who: "Chicago", areaCode: 312, opensAt: "2026-11-20T14:00:00Z" },
	{ who: "Denver", areaCode: 303, opensAt: "2026-11-20T15:00:00Z" },
	{ who: "Los Angeles", areaCode: 213, opensAt: "2026-11-20T16:00:00Z" },
	{ who: "Honolulu", areaCode: 808, opensAt: "2026-11-20T18:00:00Z" },
	{ who: "an area code of two zones", areaCode: 850, opensAt: "2026-11-20T14:00:00Z" },
	{ who: "Texas on a weekday", areaCode: 512, opensAt: "2026-11-20T15:00:00Z" },
	{ who: "Texas on a Sunday", areaCode: 512, opensAt: "2026-11-22T18:00:00Z" },
	{
		who: "a New Yorker in Los Angeles",
		areaCode: 212,
		opensAt: "2026-11-20T16:00:00Z",
		more: { timeZone: "America/Los_Angeles" },
	},
	{ who: "New York after the clocks went back in 2026", areaCode: 212, opensAt: "2026-11-01T13:00:00Z" },
	{ who: "New York after the clocks went forward in 2027", areaCode: 212, opensAt: "2027-03-14T12:00:00Z" },
	{ who: "Chicago after the clocks went forward in 2027", areaCode: 312, opensAt: "2027-03-14T13:00:00Z" },
	{ who: "Chicago after the clocks went back in 2027", areaCode: 312, opensAt: "2027-11-07T14:00:00Z" },
];

describe("a text that was held back by quiet hours", () => {
	it.each(openings)("goes out in the first open minute for $who", async ({ areaCode, opensAt, more }) => {
		const opening = new Date(opensAt).getTime();
		const stage = new Stage(undefined, {}, new Date(opening - 12 * minute), 3600);
		const id = await stage.create(peopleOf(areaCode, more), { quietHours: true });
		await stage.live(12 * 60 - 1);
		expect(stage.takenAt()).toEqual([]);
		expect(await loadRecipients(id)).toMatchObject(
			[1, 2, 3].map(() => ({
				status: "queued",
				dueAt: opening,
				reason: expect.stringMatching(/^quiet hours/),
			})),
		);
		await stage.live(20);
		expect(stage.takenAt()).toHaveLength(3);
		for (const at of stage.takenAt()) {
			expect(at).toBeGreaterThanOrEqual(12 * minute);
			expect(at).toBeLessThan(13 * minute);
		}
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 3 });
	});
});

describe("a campaign that runs into the evening", () => {
	it("stops after the last open second and continues in the first open second of the morning", async () => {
		const closing = new Date("2026-11-20T02:00:00Z").getTime();
		const stage = new Stage(undefined, {}, new Date(closing - 9_200), 3600);
		const awake = peopleOf(213);
		const people = [212, 212, 212, 212, 212, 212].flatMap((code) => peopleOf(code));
		const id = await stage.create([...people, ...awake], { quietHours: true });
		await stage.live(60);
		const texted = (list: CampaignRecipientInput[]) => stage.takenAt(list.map(({ number }) => number));
		expect(Math.max(...texted(people))).toBeLessThan(9_200);
		expect(texted(people).length).toBeGreaterThanOrEqual(8);
		expect(texted(awake)).toHaveLength(3);
		const shown = await getCampaign(stage.owner, id);
		expect(shown).toMatchObject({
			ok: true,
			value: { heldUntil: "2026-11-20T13:00:00.000Z", status: "sending" },
		});
		await stage.live(11 * 3600);
		const morning = 11 * 3600_000 + 9_200;
		const later = texted(people).filter((at) => at > 60_000);
		expect(later[0]).toBeGreaterThanOrEqual(morning);
		expect(later[0]).toBeLessThan(morning + minute);
		expect(texted(people)).toHaveLength(18);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed" });
	});

	it("goes on at night when its owner has switched quiet hours off", async () => {
		const stage = new Stage(undefined, {}, new Date("2026-11-20T08:00:00Z"));
		const id = await stage.create(peopleOf(212), { quietHours: false });
		await stage.live(10);
		expect(stage.takenAt()).toHaveLength(3);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed" });
	});

	it("puts hundreds of recipients aside in few steps", async () => {
		const stage = new Stage(undefined, {}, new Date("2026-11-20T08:00:00Z"));
		const people = Array.from({ length: 400 }, () => peopleOf(212)).flat();
		await stage.create(people, { quietHours: true });
		await stage.live(30);
		expect(stage.processes.effects.campaigns).toBeLessThan(25);
		expect(stage.queueOperations).toBeLessThanOrEqual(4);
	});
});
