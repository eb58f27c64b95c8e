import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import { openDb } from "@cloudpbx/db/open-db";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { contacts, contactTags } from "@cloudpbx/db/schema/contacts";
import { messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { createCampaign, replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { previewCampaign } from "../../../src/planning/preview/preview-campaign.ts";
import { clearCampaigns, unwrap } from "../rows.ts";
import { db, mainLine, olivia, Stage, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(async () => {
	await clearCampaigns();
	for (const table of [contacts, contactTags, optOuts]) await db.delete(table);
});

const numberOf = (index: number) => `+1415${String(5_600_000 + index).padStart(7, "0")}`;

async function know(index: number, tags: string[], row: Partial<typeof contacts.$inferInsert> = {}) {
	const at = new Date("2026-11-01T12:00:00Z");
	const id = `con_${String(index).padStart(5, "0")}`;
	const known = { number: numberOf(index), sortName: id, createdAt: at, updatedAt: at };
	await db.insert(contacts).values({ id, ...known, ...row });
	for (const tag of tags)
		await db.insert(contactTags).values({ contactId: id, tag, folded: tag.toLowerCase() });
}

const plan = {
	name: "Sale",
	message: "Hi {{first name|there}} of {{company|home}}, sale today. Reply STOP to opt out.",
	quietHours: false,
};

async function create(stage: Stage, recipients: Audience, isDraft = true) {
	return createCampaign(stage.owner, { plan, recipients, isDraft }, olivia);
}

async function listOf(id: string) {
	const rows = await db
		.select()
		.from(campaignRecipients)
		.where(eq(campaignRecipients.campaignId, id))
		.orderBy(asc(campaignRecipients.position));
	return rows.map(({ number, status }) => `${number} ${status}`);
}

it("is whoever has any of the tags and none of the others, with what is known of them", async () => {
	const stage = new Stage();
	await know(1, ["VIP"], { name: "Ann Lee", company: "Lee Ltd", timeZone: "America/Denver", state: "CO" });
	await know(2, ["Sales"]);
	await know(3, ["vip", "sales"]);
	await know(4, ["vip", "Never"]);
	await know(5, ["other"]);
	await db.insert(optOuts).values({ number: numberOf(3), source: "keyword", at: stage.time.at });
	const audience = { tags: ["vip", "SALES"], notTags: ["never"] };
	const preview = unwrap(await previewCampaign(stage.owner, plan, audience));
	expect(preview).toMatchObject({ total: 3, kept: 2, setAside: { opted_out: 1 } });
	expect(preview.sample).toBe("Hi Ann of Lee Ltd, sale today. Reply STOP to opt out.");
	const campaign = unwrap(await create(stage, audience));
	expect(campaign.counts).toMatchObject({ total: 3, queued: 2, skipped: 1 });
	expect(await listOf(campaign.id)).toEqual([
		`${numberOf(1)} queued`,
		`${numberOf(2)} queued`,
		`${numberOf(3)} skipped`,
	]);
	const [first] = await db
		.select()
		.from(campaignRecipients)
		.where(eq(campaignRecipients.number, numberOf(1)));
	expect(first).toMatchObject({ timeZone: "America/Denver", state: "CO", fields: { name: "Ann Lee" } });
});

it("is a snapshot: who is tagged later is not in it until it is put again", async () => {
	const stage = new Stage();
	await know(1, ["vip"]);
	const { id } = unwrap(await create(stage, { tags: ["vip"] }));
	await know(2, ["vip"]);
	expect(await listOf(id)).toHaveLength(1);
	expect(unwrap(await replaceRecipients(stage.owner, id, { tags: ["vip"] })).counts.total).toBe(2);
	expect(unwrap(await replaceRecipients(stage.owner, id, { tags: ["nobody"] })).counts.total).toBe(0);
});

it("leaves out whom anybody here has texted within so many days", async () => {
	const stage = new Stage();
	for (const index of [1, 2, 3]) await know(index, ["vip"]);
	const text = (index: number, daysAgo: number, row: Partial<typeof messages.$inferInsert> = {}) => {
		const at = new Date(stage.time.at.getTime() - daysAgo * 24 * 3_600_000);
		return {
			id: `msg_aa${index}${daysAgo}`,
			carrierId: `SM${index}${daysAgo}`,
			conversationId: "conv_x",
			direction: "outbound" as const,
			author: "person" as const,
			category: "transactional" as const,
			fromNumber: mainLine,
			toNumber: numberOf(index),
			body: "Hello",
			segments: 1,
			status: "delivered" as const,
			statusAt: at,
			createdAt: at,
			...row,
		};
	};
	await db.insert(messages).values([text(1, 5), text(2, 40)]);
	await db.insert(messages).values(text(3, 6, { carrierId: null, status: "refused" }));
	const { id } = unwrap(await create(stage, { tags: ["vip"], notTextedForDays: 30 }));
	expect(await listOf(id)).toEqual([`${numberOf(2)} queued`, `${numberOf(3)} queued`]);
	await db.delete(messages);
});

it("without anybody is refused, unless it is a draft's", async () => {
	const stage = new Stage();
	expect(await create(stage, { tags: ["nobody"] }, false)).toMatchObject({
		ok: false,
		error: { code: "bad_input", message: expect.stringContaining("No contact") },
	});
	expect(unwrap(await create(stage, { tags: ["nobody"] })).counts.total).toBe(0);
});

it("of 10,000 contacts reads bounded rows in few statements, with the same numbers in preview and campaign", async () => {
	const stage = new Stage();
	await testEnv.DB.batch([
		testEnv.DB.prepare(
			`INSERT INTO contacts (id, number, name, sort_name, created_at, updated_at)
			WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
			SELECT printf('con_%05d', i), printf('+1415%07d', 5600000 + i), 'Name ' || i, 'name', 0, 0 FROM n`,
		),
		testEnv.DB.prepare(
			"INSERT INTO contact_tags (contact_id, folded, tag) SELECT id, 'vip', 'vip' FROM contacts UNION ALL SELECT id, 'odd', 'odd' FROM contacts WHERE rowid % 2 = 1",
		),
	]);
	const { database, cost } = measureDatabase(testEnv.DB);
	const ctx = { ...stage.owner, db: openDb(database) };
	const audience = { tags: ["vip", "odd"] };
	const preview = unwrap(await previewCampaign(ctx, plan, audience));
	expect(preview.kept).toBe(10_000);
	expect(cost.roundTrips).toBeLessThan(15);
	const campaign = unwrap(await createCampaign(ctx, { plan, recipients: audience, isDraft: true }, olivia));
	expect(campaign.counts.queued).toBe(preview.kept);
	expect(cost.roundTrips).toBeLessThan(40);
	expect(cost.rowsRead).toBeLessThan(600_000);
});
