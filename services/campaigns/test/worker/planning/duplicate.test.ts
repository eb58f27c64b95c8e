import { openDb } from "@cloudpbx/db/open-db";
import { campaignRecipients, campaigns as campaignTable, landlines } from "@cloudpbx/db/schema/campaigns";
import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany, janesLine, releasedLine } from "../../../../messaging/test/worker/company.ts";
import { newCampaignId } from "../../../src/derive-id.ts";
import { scheduleCampaign, updateCampaign } from "../../../src/planning/change-campaign.ts";
import { replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { sweep } from "../../../src/sweep.ts";
import { Processes } from "../processes.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients, unwrap } from "../rows.ts";
import { db, inAnHour, mainLine, numbersOf, olivia, Stage, somePeople, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

/** Runs `work` after the batch number `count` was stored. */
function afterBatch(count: number, work: () => Promise<unknown>) {
	let batches = 0;
	return openDb(
		new Proxy(testEnv.DB, {
			get: (target, name) => {
				if (name !== "batch") return Reflect.get(target, name).bind(target);
				return async (statements: D1PreparedStatement[]) => {
					const results = await target.batch(statements);
					batches += 1;
					if (batches === count) await work();
					return results;
				};
			},
		}),
	);
}

describe("a duplicate", () => {
	it("is a draft with the same plan and the same list, sorted by today's data", async () => {
		const stage = new Stage();
		const [ann = "", out = "", back = "", line = ""] = somePeople(4);
		await db.insert(optOuts).values({ number: back, source: "keyword", at: stage.time.at });
		const recipients = [
			{ number: ann, fields: { name: "Ann" }, timeZone: "America/Denver", state: "CO" },
			{ number: "nobody" },
			{ number: ann },
			{ number: out },
			{ number: back },
			{ number: line },
		];
		const plan = { name: "Sale", fromNumber: janesLine, ratePerSecond: 2 };
		const id = await stage.create(recipients, plan);
		await stage.liveUntilEnded(id);
		await stage.text("STOP", out);
		await stage.text("Hi", ann, janesLine);
		await db.delete(optOuts).where(eq(optOuts.number, back));
		await db.insert(landlines).values({ number: line, at: stage.time.at });
		await sweep(stage.owner);
		expect(await loadCampaign(id)).toMatchObject({ repliesCount: 1 });

		const copy = unwrap(await duplicateCampaign(stage.owner, id, null, { ...olivia, name: "Ann" }));
		expect(copy).toMatchObject({
			name: "Sale (copy)",
			message: "Our sale starts today. Reply STOP to opt out.",
			status: "draft",
			fromNumber: janesLine,
			ratePerSecond: 2,
			quietHours: false,
			startAt: null,
			startedAt: null,
			createdBy: "Ann",
			replies: 0,
			counts: { total: 6, queued: 2, skipped: 4, sent: 0 },
		});
		const rows = await loadRecipients(copy.id);
		expect(rows.map(({ number, status, reason }) => [number, status, reason?.split(":")[0] ?? null])).toEqual(
			[
				[ann, "queued", null],
				["nobody", "skipped", "invalid"],
				[ann, "skipped", "duplicate"],
				[out, "skipped", "opted out of the company's texts."],
				[back, "queued", null],
				[line, "skipped", "landline"],
			],
		);
		expect(rows[0]).toMatchObject({
			fields: { name: "Ann" },
			timeZone: "America/Denver",
			state: "CO",
			dueAt: 0,
			segments: null,
			repliedAt: null,
		});
		expect((await loadCounts(copy.id)).kept).toEqual((await loadCounts(copy.id)).counted);
		await scheduleCampaign(stage.owner, copy.id, null);
		await stage.liveUntilEnded(copy.id);
		expect([stage.sentTo(ann), stage.sentTo(back), stage.sentTo(out)]).toEqual([2, 1, 1]);
	});

	it("of a campaign that requires consent has the same rule", async () => {
		const stage = new Stage();
		const [willing = "", other = ""] = somePeople(2);
		const id = await stage.create([willing, other], {}, true);
		await updateCampaign(stage.owner, id, { requireConsent: true });
		const at = stage.time.at;
		await db
			.insert(consentEvents)
			.values({ key: `form ${willing}`, number: willing, kind: "opt_in", source: "import", at });
		expect(unwrap(await duplicateCampaign(stage.owner, id, null, olivia))).toMatchObject({
			requireConsent: true,
			counts: { queued: 1, skipped: 1 },
		});
	});

	it("of a scheduled campaign does not start, and a duplicate of an empty draft is empty", async () => {
		const stage = new Stage();
		const scheduled = await stage.create(somePeople(1), { startAt: inAnHour });
		const copy = unwrap(await duplicateCampaign(stage.owner, scheduled, null, olivia));
		expect(copy).toMatchObject({ status: "draft", startAt: null });
		const empty = await stage.create([], { message: "", name: "n".repeat(200) }, true);
		expect(unwrap(await duplicateCampaign(stage.owner, empty, null, olivia))).toMatchObject({
			name: `${"n".repeat(193)} (copy)`,
			message: "",
			counts: { total: 0 },
		});
	});

	it("is sent from the main line when the number has been given back", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(1), {}, true);
		await db.update(campaignTable).set({ fromNumber: releasedLine }).where(eq(campaignTable.id, id));
		expect(await db.select().from(phoneNumbers).where(eq(phoneNumbers.number, releasedLine))).toHaveLength(1);
		expect(unwrap(await duplicateCampaign(stage.owner, id, null, olivia))).toMatchObject({
			fromNumber: mainLine,
		});
	});

	it("asked for twice with one id, at once or later, is one", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(3), {}, true);
		const copyId = newCampaignId();
		const copy = () => duplicateCampaign(stage.owner, id, copyId, olivia);
		const copies = await Promise.all([copy(), copy()]);
		await updateCampaign(stage.owner, copyId, { name: "Renamed" });
		await updateCampaign(stage.owner, id, { name: "Changed" });
		copies.push(await copy());
		for (const one of copies)
			expect(one).toMatchObject({ ok: true, value: { id: copyId, counts: { queued: 3 } } });
		expect(await loadCampaign(copyId)).toMatchObject({ name: "Renamed" });
		expect(await db.select().from(campaignTable)).toHaveLength(2);
	});

	it("contains one list only, although another one is stored meanwhile", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(6000), {}, true);
		const list = numbersOf(somePeople(3));
		const busy = { ...stage.owner, db: afterBatch(1, () => replaceRecipients(stage.owner, id, list)) };
		const copyId = newCampaignId();
		expect(await duplicateCampaign(busy, id, copyId, olivia)).toMatchObject({ error: { code: "conflict" } });
		expect(
			await db.select().from(campaignRecipients).where(eq(campaignRecipients.campaignId, copyId)),
		).toEqual([]);
		expect(unwrap(await duplicateCampaign(stage.owner, id, copyId, olivia))).toMatchObject({
			counts: { total: 3 },
		});
	});

	it.each(["told again", "never told again"])(
		"is complete or no draft after its process died at any effect, when it is %s",
		async (what) => {
			for (let at = 0, isOver = false; !isOver; at++) {
				await clearCampaigns();
				const processes = new Processes({ at, when: "after", who: "campaigns" });
				const stage = new Stage(processes);
				const id = await stage.create(somePeople(4), {}, true);
				const copyId = newCampaignId();
				const copied = await stage.time.until(
					Promise.race([
						processes.begin("campaigns").then(() => null),
						duplicateCampaign(stage.campaigns, id, copyId, olivia),
					]),
				);
				isOver = copied !== null;
				if (what === "told again") unwrap(await duplicateCampaign(stage.owner, id, copyId, olivia));
				else await stage.live(1000);
				const [row] = await db.select().from(campaignTable).where(eq(campaignTable.id, copyId));
				if (what === "told again") expect(row?.status, `effect ${at}`).toBe("draft");
				if (row?.status === "draft")
					expect((await loadCounts(copyId)).counted.queued, `effect ${at}`).toBe(4);
				else expect([undefined, "failed"], `effect ${at}`).toContain(row?.status);
			}
		},
	);

	it("of an incomplete campaign is refused", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(1), {}, true);
		await db.update(campaignTable).set({ isComplete: false }).where(eq(campaignTable.id, id));
		const copy = () => duplicateCampaign(stage.owner, id, null, olivia);
		expect(await copy()).toMatchObject({ error: { message: expect.stringContaining("still coming in") } });
		await stage.live(1000);
		expect(await copy()).toMatchObject({
			error: { message: expect.stringContaining("did not arrive completely") },
		});
		expect(await duplicateCampaign(stage.owner, "cmp_0", null, olivia)).toMatchObject({
			error: { code: "not_found" },
		});
	});
});
