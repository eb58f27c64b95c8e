import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import type { Result } from "@cloudpbx/contracts/errors";
import { campaignStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { openDb } from "@cloudpbx/db/open-db";
import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { newCampaignId } from "../../../src/derive-id.ts";
import { type CampaignStep, campaignSteps } from "../../../src/planning/campaign-states.ts";
import {
	cancelCampaign,
	pauseCampaign,
	resumeCampaign,
	scheduleCampaign,
	updateCampaign,
} from "../../../src/planning/change-campaign.ts";
import { createCampaign, replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { sweep } from "../../../src/sweep.ts";
import { Processes } from "../processes.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients } from "../rows.ts";
import { db, inAnHour, numbersOf, olivia, Stage, somePeople, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const hour = 3600;
const plan = { name: "Sale", message: "Our sale starts today. Reply STOP to opt out.", quietHours: false };

describe("a campaign that cannot be forecast", () => {
	it("starts and is sent all the same", async () => {
		const stage = new Stage();
		const people = somePeople(3);
		const id = await stage.create(people, {}, true);
		const broken = new Proxy(stage.owner.db, {
			get: (target, name) => {
				if (name === "all") return () => Promise.reject(new Error("No row."));
				const value: unknown = Reflect.get(target, name);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
		const started = await scheduleCampaign({ ...stage.owner, db: broken }, id, null);
		expect(started).toMatchObject({ ok: true, value: { status: "sending" } });
		await stage.live(30);
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 3, forecastEndAt: null });
	});
});

describe("a scheduled campaign", () => {
	it("starts at its start instant", async () => {
		const stage = new Stage(undefined, {}, undefined, 4 * hour);
		const made = await stage.create(somePeople(3), { startAt: inAnHour });
		expect(await loadCampaign(made)).toMatchObject({ status: "scheduled" });
		await stage.live(hour + 10);
		expect(stage.takenAt()[0]).toBeGreaterThanOrEqual(hour * 1000);
		expect(stage.takenAt()[0]).toBeLessThan((hour + 2) * 1000);
		expect(await loadCampaign(made)).toMatchObject({ status: "completed" });
	});

	it("starts at the later instant to which it was moved", async () => {
		const stage = new Stage(undefined, {}, undefined, 4 * hour);
		const made = await stage.create(somePeople(2), { startAt: inAnHour });
		await scheduleCampaign(stage.owner, made, "2026-11-20T20:00:00.000Z");
		await stage.live(2 * hour + 10);
		expect(stage.takenAt()[0]).toBeGreaterThanOrEqual(2 * hour * 1000);
		expect(stage.takenAt()[0]).toBeLessThan((2 * hour + 2) * 1000);
	});

	it.each([
		["is asked to", (stage: Stage, made: string) => scheduleCampaign(stage.owner, made, null)],
		[
			"loses its start instant",
			(stage: Stage, made: string) => updateCampaign(stage.owner, made, { startAt: null }),
		],
	])("starts at once when it %s", async (_what, change) => {
		const stage = new Stage();
		const made = await stage.create(somePeople(2), { startAt: inAnHour });
		expect((await change(stage, made)).ok).toBe(true);
		await stage.live(5);
		expect(stage.takenAt()).toHaveLength(2);
	});

	it("starts a month later, although no queue keeps a message that long", async () => {
		const stage = new Stage(undefined, {}, undefined, 40 * 24 * hour);
		const made = await stage.create(somePeople(1), { startAt: "2026-12-20T18:00:00.000Z" });
		await stage.live(30 * 24 * hour + 5);
		expect(stage.takenAt()).toHaveLength(1);
		expect(stage.queueOperations).toBeLessThan(200);
		expect(await loadCampaign(made)).toMatchObject({ status: "completed" });
	});
});

describe("a draft", () => {
	it("waits, can be edited, and goes out as it was edited", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(3), {}, true);
		await stage.live(400);
		expect(stage.takenAt()).toEqual([]);
		await updateCampaign(stage.owner, made, { message: "Hi {{name|there}}", ratePerSecond: 2 });
		const [one = "", other = ""] = somePeople(2);
		await replaceRecipients(stage.owner, made, [
			{ number: one, fields: { name: "Ann" } },
			{ number: other },
			{ number: other },
		]);
		await scheduleCampaign(stage.owner, made, null);
		await stage.liveUntilEnded(made);
		expect(stage.shop.carrier.sent().map(({ to, body }) => [to, body])).toEqual([
			[one, "Hi Ann"],
			[other, "Hi there"],
		]);
		expect(await loadCounts(made)).toMatchObject({
			kept: { sent: 2, skipped: 1 },
			counted: { sent: 2, skipped: 1 },
		});
	});

	it("that is changed to require consent sets aside recipients without it, and restores them when changed back", async () => {
		const stage = new Stage();
		const [willing = "", other = ""] = somePeople(2);
		await db.insert(consentEvents).values({
			key: "form",
			number: willing,
			kind: "opt_in",
			source: "import",
			at: stage.time.at,
		});
		const made = await stage.create([willing, other], {}, true);
		const states = async () => (await loadRecipients(made)).map(({ status }) => status);
		expect(await updateCampaign(stage.owner, made, { requireConsent: true })).toMatchObject({
			value: { counts: { queued: 1, skipped: 1 } },
		});
		expect(await states()).toEqual(["queued", "skipped"]);
		await updateCampaign(stage.owner, made, { requireConsent: false });
		expect(await states()).toEqual(["queued", "queued"]);
		const { kept, counted } = await loadCounts(made);
		expect(kept).toEqual(counted);
	});
});

describe("a request that makes a campaign", () => {
	function prepare() {
		const id = newCampaignId();
		const people = somePeople(3);
		const request = { id, plan, recipients: numbersOf(people), isDraft: false };
		return { id, people, make: (campaigns: Stage["owner"]) => createCampaign(campaigns, request, olivia) };
	}

	it("sent twice, at once or later, makes one campaign", async () => {
		const stage = new Stage();
		const { id, people, make } = prepare();
		const answers = await Promise.all([make(stage.owner), make(stage.owner)]);
		await stage.liveUntilEnded(id);
		answers.push(await make(stage.owner));
		for (const answer of answers)
			expect(answer).toMatchObject({ ok: true, value: { id, counts: { total: 3 } } });
		expect(people.map((one) => stage.sentTo(one))).toEqual([1, 1, 1]);
		expect(await db.select().from(campaignTable)).toHaveLength(1);
	});

	it.each(["told again", "never told again"])(
		"loses nothing when its process dies at any effect and it is %s",
		async (what) => {
			for (let at = 0, isOver = false; !isOver; at++) {
				await clearCampaigns();
				const processes = new Processes({ at, when: "after", who: "campaigns" });
				const stage = new Stage(processes);
				const { people, make } = prepare();
				const made = await stage.time.until(
					Promise.race([processes.begin("campaigns").then(() => null), make(stage.campaigns)]),
				);
				isOver = made !== null;
				if (what === "told again") expect((await make(stage.owner)).ok).toBe(true);
				await stage.live(what === "told again" ? 30 : 905);
				const [row] = await db.select().from(campaignTable);
				const texts = people.map((one) => stage.sentTo(one));
				if (what === "told again") expect(row?.status, `effect ${at}`).toBe("completed");
				else expect([undefined, "failed", "completed"], `effect ${at}`).toContain(row?.status);
				expect(texts, `effect ${at}`).toEqual(people.map(() => (row?.status === "completed" ? 1 : 0)));
			}
		},
	);
});

describe("a list that replaces the one of a campaign", () => {
	it("is not mistaken for an interrupted one, even when the campaign is old", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(2), { startAt: "2026-12-20T18:00:00.000Z" });
		await stage.live(hour);
		let batches = 0;
		const watched = new Proxy(testEnv.DB, {
			get: (target, name) => {
				if (name !== "batch") return Reflect.get(target, name).bind(target);
				return async (statements: D1PreparedStatement[]) => {
					const results = await target.batch(statements);
					batches += 1;
					await sweep(stage.owner);
					return results;
				};
			},
		});
		const list = numbersOf(somePeople(5001));
		const replaced = await replaceRecipients({ ...stage.owner, db: openDb(watched) }, made, list);
		expect(batches).toBe(3);
		expect(replaced).toMatchObject({ ok: true, value: { status: "scheduled", counts: { queued: 5001 } } });
	});

	it("ends the campaign when it breaks off, and no text goes out", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(2), { startAt: inAnHour });
		await db.update(campaignTable).set({ isComplete: false }).where(eq(campaignTable.id, made));
		await stage.live(2 * hour);
		expect(await loadCampaign(made)).toMatchObject({
			status: "failed",
			reason: expect.stringContaining("did not arrive completely"),
		});
		expect(stage.takenAt()).toEqual([]);
	});

	it("is refused once the campaign has started", async () => {
		const stage = new Stage();
		const people = somePeople(3);
		const made = await stage.create(people);
		const refused = await replaceRecipients(stage.owner, made, numbersOf(somePeople(5)));
		expect(refused).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect((await loadRecipients(made)).map(({ number }) => number)).toEqual(people);
	});
});

describe("a step of its owner", () => {
	const steps: Record<CampaignStep, (stage: Stage, made: string) => Promise<Result<unknown>>> = {
		edit: ({ owner }, made) => updateCampaign(owner, made, { name: "Sale!" }),
		schedule: ({ owner }, made) => scheduleCampaign(owner, made, inAnHour),
		start: ({ owner }, made) => scheduleCampaign(owner, made, null),
		pause: ({ owner }, made) => pauseCampaign(owner, made),
		resume: ({ owner }, made) => resumeCampaign(owner, made),
		cancel: ({ owner }, made) => cancelCampaign(owner, made),
	};

	it.each(campaignStatuses)(
		"leads from %s to the state in the table, or is refused",
		async (from: CampaignStatus) => {
			const stage = new Stage();
			const made = await stage.create(somePeople(1), { startAt: inAnHour });
			for (const name of Object.keys(steps) as CampaignStep[]) {
				await db.update(campaignTable).set({ status: from }).where(eq(campaignTable.id, made));
				const result = await steps[name](stage, made);
				const { from: allowed, to } = campaignSteps[name];
				expect(result.ok, name).toBe(allowed.includes(from));
				if (!result.ok) expect(result.error.message, name).toContain(`This campaign is ${from}`);
				expect((await loadCampaign(made)).status, name).toBe(result.ok ? (to ?? from) : from);
			}
		},
	);
});
