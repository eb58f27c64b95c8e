import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { campaignStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { campaigns as campaignTable, landlines } from "@cloudpbx/db/schema/campaigns";
import { closedPairs, optOuts } from "@cloudpbx/db/schema/consent";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany, mainLine } from "../../../../messaging/test/worker/company.ts";
import { previewCampaign } from "../../../src/planning/preview/preview-campaign.ts";
import { previewStored } from "../../../src/planning/preview/preview-stored.ts";
import { clearCampaigns, loadCampaign, unwrap } from "../rows.ts";
import { db, inAnHour, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

describe("a preview of a stored campaign", () => {
	const message = "Hi {{name}}, {{offer|our sale}} begins. Reply STOP to opt out.";

	it("equals the preview of its list, also with a changed plan", async () => {
		const stage = new Stage();
		const [ann = "", bob = "", out = "", line = "", closed = ""] = somePeople(5);
		const recipients: CampaignRecipientInput[] = [
			{ number: "nobody" },
			{ number: ann, fields: { name: "Ann" }, timeZone: "America/Denver" },
			{ number: ann },
			{ number: bob, fields: { offer: "x".repeat(200) }, state: "CO" },
			{ number: out, fields: { name: "Out" } },
			{ number: line },
			{ number: closed },
			{ number: "+18765550199" },
		];
		const made = await stage.create(recipients, { message }, true);
		await db.insert(optOuts).values({ number: out, source: "keyword", at: stage.time.at });
		await db.insert(landlines).values({ number: line, at: stage.time.at });
		const pair = { ourNumber: mainLine, contactNumber: closed, errorCode: 21610, at: stage.time.at };
		await db.insert(closedPairs).values([pair, { ...pair, ourNumber: "+14155550102", contactNumber: ann }]);
		const plan = { message, quietHours: false };
		const expected = unwrap(await previewCampaign(stage.owner, plan, recipients));
		expect(unwrap(await previewStored(stage.owner, made, {}, null))).toEqual(expected);
		expect(expected).toMatchObject({
			total: 8,
			kept: 2,
			setAside: {
				invalid: 1,
				duplicate: 1,
				country_forbidden: 1,
				opted_out: 1,
				pair_closed: 1,
				landline: 1,
				no_consent: 0,
			},
			sample: "Hi Ann, our sale begins. Reply STOP to opt out.",
			missingFields: { count: 1, examples: [{ position: 3, number: bob, fields: ["name"] }] },
			samples: {
				first: { position: 1, number: ann, segments: 1, missingFields: [], setAside: null },
				longest: { position: 3, number: bob, segments: 2, missingFields: ["name"], setAside: null },
				chosen: null,
			},
		});
		const changed = {
			message: "Bye {{name|you}}",
			ratePerSecond: 0.5,
			requireConsent: true,
			quietHours: true,
			startAt: inAnHour,
		};
		expect(unwrap(await previewStored(stage.owner, made, changed, null))).toEqual(
			unwrap(await previewCampaign(stage.owner, changed, recipients)),
		);
		expect(await loadCampaign(made)).toMatchObject({ message, version: 1 });
	});

	it.each([
		{ position: 1, text: "Hi Ann", setAside: null },
		{ position: 0, text: "Hi you", setAside: "invalid" },
		{ position: 2, text: "Hi you", setAside: "opted_out" },
		{ position: 3, text: null, setAside: null },
	])("shows the text of the recipient at $position", async ({ position, text, setAside }) => {
		const stage = new Stage();
		const [ann = "", out = ""] = somePeople(2);
		await db.insert(optOuts).values({ number: out, source: "keyword", at: stage.time.at });
		const made = await stage.create(
			[{ number: "nobody" }, { number: ann, fields: { name: "Ann" } }, out],
			{},
			true,
		);
		const preview = unwrap(await previewStored(stage.owner, made, { message: "Hi {{name|you}}" }, position));
		expect(preview.samples.chosen).toEqual(
			text === null ? null : expect.objectContaining({ position, text, setAside, segments: 1 }),
		);
	});

	it("reads a long list to its end", async () => {
		const stage = new Stage();
		const list = [...somePeople(10_000).map((number) => ({ number })), { number: "nobody" }];
		const made = await stage.create(list, {}, true);
		expect(unwrap(await previewStored(stage.owner, made, {}, 9_999))).toMatchObject({
			total: 10_001,
			kept: 10_000,
			setAside: { invalid: 1 },
			samples: { chosen: { position: 9_999 } },
		} satisfies { [Name in keyof CampaignPreview]?: unknown });
	});

	it("exists only for a draft or a scheduled campaign", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(1), { startAt: inAnHour });
		for (const status of campaignStatuses) {
			await db.update(campaignTable).set({ status }).where(eq(campaignTable.id, made));
			const { ok } = await previewStored(stage.owner, made, {}, null);
			expect(ok, status).toBe(status === "draft" || status === "scheduled");
		}
		expect(await previewStored(stage.owner, "cmp_0", {}, null)).toMatchObject({
			error: { code: "not_found" },
		});
		await db.update(campaignTable).set({ status: "draft", isComplete: false });
		expect(await previewStored(stage.owner, made, {}, null)).toMatchObject({
			error: { code: "precondition_failed", message: expect.stringContaining("still coming in") },
		});
	});

	it("of a draft without message and recipients warns that no recipient is left", async () => {
		const stage = new Stage();
		const made = await stage.create([], { message: "" }, true);
		expect(unwrap(await previewStored(stage.owner, made, {}, 0))).toMatchObject({
			total: 0,
			kept: 0,
			segments: { perMessageMin: 0, perMessageMax: 0 },
			samples: { first: null, longest: null, chosen: null },
			warnings: [{ code: "nobody" }, { code: "no_opt_out_wording" }],
		});
	});
});
