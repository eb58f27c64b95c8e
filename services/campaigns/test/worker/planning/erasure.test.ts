import { hashNumber } from "@cloudpbx/db/erased-opt-outs";
import { campaignOutcomes, campaignRecipients, campaigns, landlines } from "@cloudpbx/db/schema/campaigns";
import { erasedOptOuts, erasureSalts } from "@cloudpbx/db/schema/erasure";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { erasePerson } from "../../../src/planning/erase-person.ts";
import { previewCampaign } from "../../../src/planning/preview/preview-campaign.ts";
import { previewStored } from "../../../src/planning/preview/preview-stored.ts";
import { clearCampaigns, loadCounts, unwrap } from "../rows.ts";
import { db, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const listOf = (id: string) =>
	db.select().from(campaignRecipients).where(eq(campaignRecipients.campaignId, id));

it("takes a person out of all lists, with the counts as they were", async () => {
	const stage = new Stage();
	const [ann = "", ben = ""] = somePeople(2);
	const recipients = [
		{ number: ann, fields: { name: "Ann" }, state: "CO" },
		{ number: ben },
		{ number: ann },
	];
	const sent = await stage.create(recipients);
	await stage.live(60);
	const draft = await stage.create(recipients, {}, true);
	await db.insert(landlines).values({ number: ann, at: stage.time.at });
	const before = await loadCounts(sent);
	expect(await erasePerson(stage.owner, ann)).toEqual({ isDone: true, waitsFor: null });

	expect(await loadCounts(sent)).toEqual(before);
	const counts = { queued: 1, skipped: 2 };
	expect(await loadCounts(draft)).toMatchObject({ kept: counts, counted: counts });
	const outcomes = await db.select().from(campaignOutcomes).where(eq(campaignOutcomes.campaignId, draft));
	expect(outcomes.map(({ reason, count }) => [reason, count])).toEqual([
		["erased: this contact was erased.", 2],
	]);
	for (const table of [campaignRecipients, campaignOutcomes, landlines, campaigns]) {
		const rows = JSON.stringify(await db.select().from(table));
		expect(rows).not.toContain(ann);
		expect(rows).not.toContain("Ann");
	}
	expect(unwrap(await previewStored(stage.owner, draft, {}, null))).toMatchObject({ total: 1, kept: 1 });
	const copy = unwrap(await duplicateCampaign(stage.owner, sent, null, olivia));
	expect((await listOf(copy.id)).map(({ number }) => number)).toEqual([ben]);
	expect(await erasePerson(stage.owner, ann)).toEqual({ isDone: true, waitsFor: null });
});

it("leaves an entry whose text is at the carrier until that is known", async () => {
	const stage = new Stage();
	const [ann = ""] = somePeople(1);
	const id = await stage.create([ann], {}, true);
	await db.update(campaignRecipients).set({ status: "sending" }).where(eq(campaignRecipients.campaignId, id));
	expect(await erasePerson(stage.owner, ann)).toEqual({ isDone: false, waitsFor: "campaign" });
	await db.update(campaignRecipients).set({ status: "sent" }).where(eq(campaignRecipients.campaignId, id));
	expect(await erasePerson(stage.owner, ann)).toEqual({ isDone: true, waitsFor: null });
});

it("sets aside a number whose opt-out is kept by its hash, in previews and campaigns", async () => {
	const stage = new Stage();
	const [ann = "", ben = ""] = somePeople(2);
	await db.insert(erasureSalts).values({ id: 1, salt: "00ff" });
	const hash = await hashNumber("00ff", ann);
	await db.insert(erasedOptOuts).values({ hash, source: "keyword", at: stage.time.at });
	const id = await stage.create([ann, ben], {}, true);
	expect((await listOf(id)).map(({ status }) => status)).toEqual(["skipped", "queued"]);
	const plan = { message: "Sale. Reply STOP to opt out." };
	const preview = await previewCampaign(stage.owner, plan, [{ number: ann }, { number: ben }]);
	expect(unwrap(preview)).toMatchObject({ kept: 1, setAside: { opted_out: 1 } });
	expect(unwrap(await previewStored(stage.owner, id, {}, null))).toMatchObject({
		setAside: { opted_out: 1 },
	});
	await db.delete(erasureSalts);
	await db.delete(erasedOptOuts);
});
