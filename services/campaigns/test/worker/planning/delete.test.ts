import type { Result } from "@cloudpbx/contracts/errors";
import { campaignStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import {
	campaignOutcomes,
	campaignRecipients,
	campaigns as campaignTable,
} from "@cloudpbx/db/schema/campaigns";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { scheduleCampaign, updateCampaign } from "../../../src/planning/change-campaign.ts";
import { createCampaign, replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { deleteCampaign } from "../../../src/planning/delete-campaign.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { sweep } from "../../../src/sweep.ts";
import { Processes } from "../processes.ts";
import { clearCampaigns } from "../rows.ts";
import { db, inAnHour, numbersOf, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

describe("a draft that is deleted", () => {
	const traces = async (id: string) => ({
		campaigns: await db.select().from(campaignTable).where(eq(campaignTable.id, id)),
		recipients: await db.select().from(campaignRecipients).where(eq(campaignRecipients.campaignId, id)),
		outcomes: await db.select().from(campaignOutcomes).where(eq(campaignOutcomes.campaignId, id)),
	});
	const nothing = { campaigns: [], recipients: [], outcomes: [] };

	it("is gone with its recipients, and no others", async () => {
		const stage = new Stage();
		const kept = await stage.create([...somePeople(2), "nobody"], {}, true);
		const id = await stage.create([...somePeople(3), "nobody"], {}, true);
		expect(await deleteCampaign(stage.owner, id)).toEqual({ ok: true, value: null });
		expect(await traces(id)).toEqual(nothing);
		expect((await traces(kept)).recipients).toHaveLength(3);
		expect(await deleteCampaign(stage.owner, id)).toMatchObject({ error: { code: "not_found" } });
	});

	it("is the only kind of campaign that can be deleted", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(1), { startAt: inAnHour });
		const endedAt = stage.time.at;
		for (const status of campaignStatuses.filter((one) => one !== "draft")) {
			await db.update(campaignTable).set({ status, endedAt }).where(eq(campaignTable.id, id));
			expect(await deleteCampaign(stage.owner, id), status).toMatchObject({
				error: { code: "precondition_failed", message: expect.stringContaining(`is ${status}`) },
			});
			expect((await traces(id)).recipients, status).toHaveLength(1);
		}
		// A draft that was cancelled while its list was stored has an end instant as well.
		await db.update(campaignTable).set({ status: "cancelled", isComplete: false });
		await sweep(stage.owner);
		expect((await traces(id)).recipients).toHaveLength(1);
	});

	it.each(["asked again", "never asked again"])(
		"is gone after its process died at any effect, when %s",
		async (what) => {
			for (let at = 0, isOver = false; !isOver; at++) {
				await clearCampaigns();
				const processes = new Processes({ at, when: "after", who: "campaigns" });
				const stage = new Stage(processes);
				const id = await stage.create([...somePeople(3), "nobody"], {}, true);
				const deleted = await stage.time.until(
					Promise.race([processes.begin("campaigns").then(() => null), deleteCampaign(stage.campaigns, id)]),
				);
				isOver = deleted !== null;
				if (what === "asked again") await deleteCampaign(stage.owner, id);
				else await stage.live(301);
				expect(await traces(id), `effect ${at}`).toEqual(nothing);
			}
		},
	);

	it("takes no recipients while it is being deleted, and does not start", async () => {
		const stage = new Stage();
		const id = await stage.create([...somePeople(3), "nobody"], {}, true);
		const list = numbersOf(somePeople(2));
		const results: Result<unknown>[] = [];
		const owner = stage.owner;
		let statements = 0;
		const watched = new Proxy(owner.db, {
			get: (target, name) => {
				const value: unknown = Reflect.get(target, name);
				if (name !== "delete" || ++statements !== 1)
					return typeof value === "function" ? value.bind(target) : value;
				return (table: typeof campaignRecipients) => ({
					where: async (condition: Parameters<ReturnType<typeof target.delete>["where"]>[0]) => {
						results.push(
							await replaceRecipients(owner, id, list),
							await scheduleCampaign(owner, id, null),
							await updateCampaign(owner, id, { name: "x" }),
							await duplicateCampaign(owner, id, null, olivia),
							await createCampaign(
								owner,
								{ id, plan: { name: "x", message: "x" }, recipients: list, isDraft: true },
								olivia,
							),
						);
						return target.delete(table).where(condition);
					},
				});
			},
		});
		expect(await deleteCampaign({ ...owner, db: watched }, id)).toMatchObject({ ok: true });
		expect(results.map(({ ok }) => ok)).toEqual([false, false, false, false, true]);
		expect(await traces(id)).toEqual(nothing);
		await stage.live(60);
		expect(stage.takenAt()).toEqual([]);
	});
});
