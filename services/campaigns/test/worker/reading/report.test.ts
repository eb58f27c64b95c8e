import type {
	CampaignRecipientInput,
	ListRecipients,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignOutcomes } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { moveRecipients } from "../../../src/outcomes/move-recipients.ts";
import { cancelCampaign, updateCampaign } from "../../../src/planning/change-campaign.ts";
import { replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { getOutcomes } from "../../../src/reading/get-outcomes.ts";
import { searchRecipients } from "../../../src/reading/search-recipients.ts";
import { clearCampaigns, loadCounts, loadRecipients, unwrap } from "../rows.ts";
import { db, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

async function outcomesOf(stage: Stage, id: string) {
	const outcomes = unwrap(await getOutcomes(stage.owner, id));
	const groups = Map.groupBy(await loadRecipients(id), ({ status, reason, errorCode }) => {
		const isExplained = ["failed", "undelivered", "skipped"].includes(status);
		return JSON.stringify(isExplained ? [status, reason, errorCode] : [status, null, null]);
	});
	const recounted = new Map([...groups].map(([key, rows]) => [key, rows.length]));
	const told = outcomes.items.map(
		({ status, reason, errorCode, count }) => [JSON.stringify([status, reason, errorCode]), count] as const,
	);
	expect(new Map(told)).toEqual(recounted);
	expect(told).toHaveLength(recounted.size);
	const { kept } = await loadCounts(id);
	expect(outcomes.counts).toMatchObject(kept);
	expect(outcomes.items.reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.counts.total);
	return outcomes;
}

describe("the outcomes of a campaign", () => {
	it("are its recipients by state, reason and code, in words", async () => {
		const stage = new Stage();
		const [out = "", landline = "", gone = "", off = "", well = "", late = ""] = somePeople(6);
		await db.insert(optOuts).values({ number: out, source: "keyword", at: stage.time.at });
		let requests = 0;
		stage.shop.carrier.fault = (request) =>
			request === "POST /Messages" && ++requests === 1 ? { status: 400, code: 21614 } : null;
		const id = await stage.create([out, "nobody", "no", landline, landline, gone, off, well, late]);
		await stage.live(3);
		await stage.text("STOP", late);
		await stage.liveUntilEnded(id);
		await stage.report(gone, "undelivered", 30005);
		await stage.report(off, "undelivered", 30005);
		await stage.report(well, "delivered");
		await stage.text("Thanks", well);
		const { items, replies, optOuts: outs } = await outcomesOf(stage, id);
		expect({ replies, outs }).toEqual({ replies: 1, outs: 0 });
		expect(items).toEqual([
			{ status: "delivered", reason: null, errorCode: null, count: 1 },
			{
				status: "undelivered",
				reason: expect.stringContaining("no longer in use"),
				errorCode: 30005,
				count: 2,
			},
			{ status: "failed", reason: expect.stringContaining("not a mobile phone"), errorCode: 21614, count: 1 },
			{ status: "skipped", reason: "invalid: This is not a telephone number.", errorCode: null, count: 2 },
			{ status: "skipped", reason: "opted out of the company's texts.", errorCode: null, count: 2 },
			{ status: "skipped", reason: expect.stringContaining("duplicate"), errorCode: null, count: 1 },
		]);
	});

	it("stay correct through every change of the campaign", async () => {
		const stage = new Stage();
		const people = somePeople(5);
		const id = await stage.create([...people, "nobody"], {}, true);
		await outcomesOf(stage, id);
		await updateCampaign(stage.owner, id, { requireConsent: true });
		expect((await outcomesOf(stage, id)).items).toHaveLength(2);
		await updateCampaign(stage.owner, id, { requireConsent: false });
		await outcomesOf(stage, id);
		await replaceRecipients(
			stage.owner,
			id,
			[...people.slice(2), "nobody", "no"].map((number) => ({ number })),
		);
		expect((await outcomesOf(stage, id)).items.map(({ status, count }) => [status, count])).toEqual([
			["queued", 3],
			["skipped", 2],
		]);
		await cancelCampaign(stage.owner, id);
		expect((await outcomesOf(stage, id)).items).toHaveLength(2);
	});

	it("change when a failed text arrives after all", async () => {
		const stage = new Stage();
		const [one = ""] = somePeople(1);
		const id = await stage.create([one]);
		await stage.liveUntilEnded(id);
		await stage.report(one, "undelivered", 30003);
		expect((await outcomesOf(stage, id)).items).toMatchObject([{ status: "undelivered", errorCode: 30003 }]);
		const arrived = { campaignId: id, position: 0, to: "delivered" as const, reason: null, errorCode: null };
		await runBatch(db, moveRecipients([arrived], stage.time.at));
		expect((await outcomesOf(stage, id)).items).toEqual([
			{ status: "delivered", reason: null, errorCode: null, count: 1 },
		]);
	});

	it("are few rows, although each refusal names its own number", async () => {
		const stage = new Stage();
		const people = somePeople(12);
		const id = await stage.create(people, { message: "{{long}}Hi" });
		await stage.live(2.5);
		for (const one of people) await stage.text("STOP", one);
		await stage.liveUntilEnded(id);
		expect((await outcomesOf(stage, id)).items).toHaveLength(2);
		const rows = await db.select().from(campaignOutcomes);
		expect(rows.filter(({ campaignId }) => campaignId === id)).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toMatch(/\+\d{8}/);
	});

	it("are refused for an unknown campaign", async () => {
		expect(await getOutcomes(new Stage().owner, "cmp_0")).toMatchObject({ error: { code: "not_found" } });
	});
});

describe("a search among recipients", () => {
	const list: CampaignRecipientInput[] = [
		{ number: "+14155550199", fields: { name: "Ann O'Neil", city: "San José" } },
		{ number: "+14155551234", fields: { name: "Änne Öz", note: "100% sure_" } },
		{ number: "+12125550199", fields: { name: "Bob" } },
		{ number: "+4930123456", fields: { Ann: 'a "b" \\c\n' } },
		{ number: "(415) 555-0199" },
		{ number: "nobody" },
	];

	async function search(stage: Stage, id: string, filter: ListRecipients) {
		const page = unwrap(await searchRecipients(stage.owner, id, { limit: 50, ...filter }));
		expect(page.nextCursor).toBeNull();
		return page.items.map((item) => Number(item.id.split("_").at(-1)));
	}

	it.each([
		["+14155550199", [0, 4]],
		["(415) 555-0199", [0, 4]],
		["1 415 555 0199", [0, 4]],
		["0199", [0, 2, 4]],
		["555-0199", [0, 2, 4]],
		["415 555", [0, 1, 4]],
		["+1 212", [2]],
		["+415", []],
		["49", [3]],
		["+49 30 123456", [3]],
		["+49 30 1234", [3]],
		["0199 ", [0, 2, 4]],
		["ann", [0]],
		["o'neil", [0]],
		["änne", [1]],
		["ÄNNE", [1]],
		["öz", [1]],
		["JOSé", [0]],
		["100%", [1]],
		["e_", [1]],
		["bo", [2]],
		['"b"', [3]],
		["\\C", [3]],
		["zz", []],
		["---", []],
	])("for %j finds %j", async (query, positions) => {
		const stage = new Stage();
		const id = await stage.create(list, {}, true);
		expect(await search(stage, id, { query })).toEqual(positions);
	});

	it("can be combined with a state and with reactions", async () => {
		const stage = new Stage();
		const people = somePeople(4);
		const [one = "", two = "", three = ""] = people;
		const id = await stage.create(
			[...people, people[0] ?? ""].map((number) => ({ number, fields: { name: "Ann" } })),
		);
		await stage.liveUntilEnded(id);
		await stage.report(two, "delivered");
		await stage.text("Hi", one);
		await stage.text("Hi", two);
		await stage.text("STOP", three);
		expect(await search(stage, id, { query: "ann", status: "sent" })).toEqual([0, 2, 3]);
		expect(await search(stage, id, { query: one, status: "skipped" })).toEqual([4]);
		expect(await search(stage, id, { replied: true })).toEqual([0, 1]);
		expect(await search(stage, id, { replied: true, status: "delivered" })).toEqual([1]);
		expect(await search(stage, id, { optedOut: true })).toEqual([2]);
		expect(await search(stage, id, { replied: false, optedOut: false })).toEqual([3, 4]);
	});

	it("comes in pages, some of them empty, and leaves out no recipient", async () => {
		const stage = new Stage();
		const people = somePeople(10_003);
		const wanted = new Set([0, 1, 2, 4999, 5000, 9_999, 10_002]);
		const recipients = people.map((number, index) => ({
			number,
			fields: { name: wanted.has(index) ? "Zoe" : "Ann" },
		}));
		const id = await stage.create(recipients, {}, true);
		const found: number[] = [];
		const sizes: number[] = [];
		let cursor: string | undefined;
		do {
			const filter = { query: "zoe", limit: 2, ...(cursor && { cursor }) };
			const page = unwrap(await searchRecipients(stage.owner, id, filter));
			found.push(...page.items.map((item) => Number(item.id.split("_").at(-1))));
			sizes.push(page.items.length);
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		expect(found).toEqual([...wanted]);
		expect(sizes.length).toBeLessThan(8);
	});

	it("does not take another list's cursor", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(1), {}, true);
		for (const cursor of ["nonsense", btoa("[1,2]"), btoa('["x"]')]) {
			expect(await searchRecipients(stage.owner, id, { query: "a", limit: 50, cursor })).toMatchObject({
				error: { code: "bad_input" },
			});
		}
		expect(await searchRecipients(stage.owner, "cmp_0", { query: "a", limit: 50 })).toMatchObject({
			error: { code: "not_found" },
		});
	});
});
