import type { Result } from "@cloudpbx/contracts/errors";
import { openDb } from "@cloudpbx/db/open-db";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignCursors, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyStatus } from "../../../messaging/src/delivery/receive-status.ts";
import { receiveText } from "../../../messaging/src/receiving/receive-text.ts";
import { foundCompany } from "../../../messaging/test/worker/company.ts";
import { sidOf } from "../../../messaging/test/worker/webhooks.ts";
import { followTexts } from "../../src/outcomes/follow-texts.ts";
import { createCampaign } from "../../src/planning/create-campaign.ts";
import { deleteCampaign } from "../../src/planning/delete-campaign.ts";
import { duplicateCampaign } from "../../src/planning/duplicate-campaign.ts";
import { previewStored } from "../../src/planning/preview-stored.ts";
import { getOutcomes } from "../../src/reading/get-outcomes.ts";
import { getCampaign, listCampaigns, listRecipients } from "../../src/reading/read-campaigns.ts";
import { searchRecipients } from "../../src/reading/search-recipients.ts";
import { claimBatch } from "../../src/sending/claim-batch.ts";
import { takeLease } from "../../src/sending/lease.ts";
import { runSender } from "../../src/sending/run.ts";
import { RunState } from "../../src/sending/run-state.ts";
import {
	clearCampaigns,
	db,
	loadCampaign,
	loadCounts,
	mainLine,
	olivia,
	Stage,
	somePeople,
	testEnv,
	unwrap,
} from "./stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const plan = { name: "Sale", message: "Our sale starts today. Reply STOP to opt out.", quietHours: false };

function measured(stage: Stage) {
	const { database, cost } = measureDatabase(testEnv.DB);
	return { campaigns: { ...stage.owner, db: openDb(database) }, cost };
}

function numbers(count: number) {
	return Array.from({ length: count }, (_, index) => ({ number: `+1212${2_000_000 + index}` }));
}

/** Rows read by each operation that a person waits for. */
async function readCosts(count: number): Promise<Record<string, number>> {
	await clearCampaigns();
	const stage = new Stage();
	const made = await createCampaign(stage.owner, { plan, recipients: numbers(count), isDraft: true }, olivia);
	if (!made.ok) throw new Error(made.error.message);
	const { id } = made.value;
	const startedAt = stage.time.at;
	await db.update(campaignTable).set({ status: "sending", startedAt }).where(eq(campaignTable.id, id));
	const costs: Record<string, number> = {};
	const measure = async (name: string, work: (campaigns: Stage["owner"]) => Promise<unknown>) => {
		const { campaigns, cost } = measured(stage);
		await work(campaigns);
		costs[name] = cost.rowsRead;
	};
	await measure("getCampaign", (campaigns) => getCampaign(campaigns, id));
	await measure("listCampaigns", (campaigns) => listCampaigns(campaigns, { limit: 50 }));
	await measure("listRecipients(50)", (campaigns) => listRecipients(campaigns, id, { limit: 50 }));
	await measure("listRecipients(50) queued", (campaigns) =>
		listRecipients(campaigns, id, { status: "queued", limit: 50 }),
	);
	await measure("getOutcomes", (campaigns) => getOutcomes(campaigns, id));
	for (const status of [undefined, "queued"] as const) {
		await measure(`search for a whole number, ${status}`, (campaigns) =>
			searchRecipients(campaigns, id, { query: "+12122000500", limit: 50, ...(status && { status }) }),
		);
	}
	const lease = await takeLease(stage.owner, mainLine);
	if (!lease) throw new Error("Somebody has the lease.");
	await measure("claim", async (campaigns) => {
		const texts = await claimBatch(campaigns, new RunState(campaigns, lease), startedAt.getTime() + 600_000);
		expect(texts).toHaveLength(5);
	});
	return costs;
}

describe("a campaign of 100,000", () => {
	it("is stored in a fifth of a statement for each at most, in bulk", async () => {
		const stage = new Stage();
		const { campaigns, cost } = measured(stage);
		const recipients = numbers(100_000);
		const startAt = performance.now();
		const made = await createCampaign(campaigns, { plan, recipients, isDraft: true }, olivia);
		const milliseconds = performance.now() - startAt;
		expect(made).toMatchObject({ ok: true, value: { counts: { total: 100_000, queued: 100_000 } } });
		expect(cost.statements / 100_000).toBeLessThanOrEqual(0.2);

		await testEnv.DB.exec(
			"CREATE TABLE bare (a TEXT, b INTEGER, number TEXT, status TEXT, due_at INTEGER, updated_at INTEGER)",
		);
		const bareStartAt = performance.now();
		for (let first = 0; first < 100_000; first += 5000) {
			const rows = JSON.stringify(
				recipients
					.slice(first, first + 5000)
					.map(({ number }, index) => ({ number, position: first + index })),
			);
			await runBatch(db, [
				sql`INSERT INTO bare SELECT 'cmp_0123456789abcdef0123456789abcdef', value ->> '$.position', value ->> '$.number', 'queued', 0, 1 FROM json_each(${rows})`,
			]);
		}
		const bareMilliseconds = performance.now() - bareStartAt;
		console.log(
			`100,000 recipients: ${cost.statements} statements, ${cost.roundTrips} round trips, ${Math.round(milliseconds)} ms; bare bulk insert ${Math.round(bareMilliseconds)} ms; ratio ${(milliseconds / bareMilliseconds).toFixed(1)}`,
		);
	});

	it("costs no more to read and to send than one of 1,000", async () => {
		const small = await readCosts(1000);
		const large = await readCosts(100_000);
		console.log(`Rows read with 1,000: ${JSON.stringify(small)}; with 100,000: ${JSON.stringify(large)}`);
		expect(large).toEqual(small);
		for (const [name, rows] of Object.entries(large)) expect(rows, name).toBeLessThanOrEqual(200);
	});
});

describe("a read of campaigns without new reports", () => {
	it.each<[string, number, (campaigns: Stage["owner"], id: string) => Promise<Result<unknown>>]>([
		["the list, which does not wait for reports", 1, (campaigns) => listCampaigns(campaigns, { limit: 50 })],
		["one campaign", 2, getCampaign],
		["its outcomes", 2, getOutcomes],
		["its recipients", 2, (campaigns, id) => listRecipients(campaigns, id, { limit: 50 })],
		["a search", 2, (campaigns, id) => searchRecipients(campaigns, id, { query: "99", limit: 50 })],
	])("needs few consecutive round trips: %s", async (_what, roundTrips, look) => {
		const stage = new Stage();
		const id = await stage.create(somePeople(3), {}, true);
		while (await followTexts(stage.owner));
		const { campaigns, cost } = measured(stage);
		unwrap(await look(campaigns, id));
		expect(cost.roundTrips).toBe(roundTrips);
	});
});

describe("an operation on all recipients of a campaign of 100,000", () => {
	it("works in parts", async () => {
		const stage = new Stage();
		const recipients = numbers(100_000).map((one, index) => ({ ...one, fields: { name: `Name ${index}` } }));
		const message = "Hi {{name}}, our sale starts today. Reply STOP to opt out.";
		const isDraft = true;
		const { id } = unwrap(
			await createCampaign(stage.owner, { plan: { ...plan, message }, recipients, isDraft }, olivia),
		);
		const measure = async <Value>(
			name: string,
			work: (campaigns: Stage["owner"]) => Promise<Result<Value>>,
		) => {
			const { campaigns, cost } = measured(stage);
			const startedAt = performance.now();
			const value = unwrap(await work(campaigns));
			const milliseconds = Math.round(performance.now() - startedAt);
			console.log(`100,000 recipients, ${name}: ${milliseconds} ms, ${JSON.stringify(cost)}`);
			return { value, cost };
		};

		const preview = await measure("preview", (campaigns) => previewStored(campaigns, id, {}, 99_999));
		expect(preview.value).toMatchObject({ kept: 100_000, samples: { chosen: { position: 99_999 } } });
		expect(preview.cost.roundTrips).toBeLessThanOrEqual(30);

		const copy = await measure("duplicate", (campaigns) => duplicateCampaign(campaigns, id, null, olivia));
		expect(copy.value.counts).toMatchObject({ total: 100_000, queued: 100_000 });
		expect(copy.cost.roundTrips).toBeLessThanOrEqual(35);
		expect(copy.cost.statements / 100_000).toBeLessThanOrEqual(0.2);

		const deleted = await measure("delete", (campaigns) => deleteCampaign(campaigns, copy.value.id));
		expect(deleted.cost.roundTrips).toBeLessThanOrEqual(30);

		for (const query of ["name 99999", "9999", "zzz"]) {
			const { cost } = await measure(`search for ${query}`, (campaigns) =>
				searchRecipients(campaigns, id, { query, status: "queued", limit: 50 }),
			);
			expect(cost.rowsRead, query).toBeLessThanOrEqual(5100);
		}
	}, 120_000);
});

describe("a reply", () => {
	it("costs its webhook no extra statement, and two when it is applied", async () => {
		const stage = new Stage();
		const [one = "", stranger = ""] = somePeople(2);
		const id = await stage.create([one]);
		await stage.liveUntilEnded(id);
		while (await followTexts(stage.owner));
		const costOf = async (from: string) => {
			const gate = measureDatabase(testEnv.DB);
			const webhook = InboundTextWebhook.parse({
				MessageSid: sidOf(from),
				From: from,
				To: mainLine,
				Body: "Hi",
			});
			await receiveText({ ...stage.front, db: openDb(gate.database) }, webhook, stage.front.now());
			return gate.cost;
		};
		const [ofStranger, ofRecipient] = [await costOf(stranger), await costOf(one)];
		expect(ofRecipient.roundTrips).toBe(1);
		expect(ofRecipient.statements).toBe(ofStranger.statements);
		const { campaigns, cost } = measured(stage);
		await followTexts(campaigns);
		console.log(`A reply: webhook ${JSON.stringify(ofRecipient)}, taken over ${JSON.stringify(cost)}`);
		// Two statements apply the reaction; one reads the states for browsers.
		expect(cost).toMatchObject({ roundTrips: 2, statements: 9 });
		expect(await loadCampaign(id)).toMatchObject({ repliesCount: 1 });
	});
});

describe("a campaign at one text a second", () => {
	it("needs a queue operation for twenty texts at most", async () => {
		const stage = new Stage();
		const id = await stage.create(somePeople(300));
		await stage.liveUntilEnded(id);
		console.log(`Queue operations for 300 recipients: ${stage.queueOperations}`);
		expect(stage.queueOperations).toBeLessThanOrEqual(300 / 20);
		// The runs continue without the sweeper.
		expect(Math.max(...stage.takenAt())).toBeLessThan(311_000);
	});

	it("makes fifty requests in a run at most", async () => {
		const stage = new Stage();
		await stage.create(somePeople(300));
		await stage.live(40);
		stage.losesJobs = true;
		await stage.live(120);
		const requests = () => stage.mortal.deeds.campaigns + stage.announced.length;
		const before = requests();
		const texts = stage.takenAt().length;
		stage.losesJobs = false;
		const run = stage.time.until(runSender(stage.campaigns, mainLine).then(({ rest }) => rest));
		stage.losesJobs = true;
		await run;
		const deeds = requests() - before;
		console.log(`A run of ${stage.takenAt().length - texts} texts made ${deeds} requests.`);
		expect(deeds).toBeLessThanOrEqual(50);
	});
});

describe("a recipient, from the list to the delivered text", () => {
	it("writes 31 rows at most", async () => {
		const texts = 40;
		const gate = measureDatabase(testEnv.DB);
		const stage = new Stage();
		const database = openDb(gate.database);
		Object.assign(stage.front, { db: database });
		Object.assign(stage.shop.messaging, { db: database });
		Object.assign(stage.campaigns, { db: database });
		Object.assign(stage.owner, { db: database });
		const people = somePeople(texts);
		const rows: Record<string, number> = {};
		const measure = async (name: string, work: () => Promise<unknown>) => {
			const before = gate.cost.rowsWritten;
			await work();
			rows[name] = (gate.cost.rowsWritten - before) / texts;
		};
		let id = "";
		await measure("stored", async () => {
			id = await stage.create(people, { ratePerSecond: 10 });
		});
		await measure("sent", () => stage.liveUntilEnded(id));
		await measure("reported sent", async () => {
			for (const one of people) await stage.report(one, "sent");
		});
		await measure("reported delivered", async () => {
			for (const one of people) await stage.report(one, "delivered");
		});
		await measure("taken over", () => followTexts(stage.owner));
		const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
		console.log(`Rows written for a recipient: ${JSON.stringify({ ...rows, total })}`);
		expect(total).toBeLessThanOrEqual(31);
	});
});

describe("a campaign at one text in fifty seconds, with slots after the end of a run", () => {
	it.each([
		{ sweepEverySeconds: 300, minutes: 60 },
		{ sweepEverySeconds: 20, minutes: 10 },
	])(
		"costs the same in every period, swept every $sweepEverySeconds s",
		async ({ sweepEverySeconds, minutes }) => {
			const periods = 2;
			const stage = new Stage(undefined, { runSeconds: 30 }, undefined, sweepEverySeconds);
			await stage.create(somePeople(300), { ratePerSecond: 0.02 });
			const costs: number[] = [];
			for (let period = 0; period < periods; period++) {
				const before = stage.queueOperations;
				await stage.live(minutes * 60);
				costs.push(stage.queueOperations - before);
			}
			console.log(`Queue operations in ${minutes} minutes each: ${costs}`);
			// One queue message per text.
			for (const cost of costs) expect(cost).toBeLessThanOrEqual((minutes * 60 * 3) / 50);
			expect(stage.takenAt().length).toBeGreaterThanOrEqual(Math.floor((minutes * 60 * periods) / 52));
		},
	);
});

describe("10,000 reports of the carrier", () => {
	it("touch no campaign when they arrive, and are applied in bulk", async () => {
		const stage = new Stage();
		const count = 10_000;
		const made = await createCampaign(
			stage.owner,
			{ plan, recipients: numbers(count), isDraft: true },
			olivia,
		);
		if (!made.ok) throw new Error(made.error.message);
		const { id } = made.value;
		await sendAll(stage, id);
		const [first] = await db.select().from(messages).where(eq(messages.campaignId, id)).limit(1);
		const before = await loadCampaign(id);

		const gate = measureDatabase(testEnv.DB);
		await applyStatus({ ...stage.front, db: openDb(gate.database) }, null, {
			carrierId: first?.carrierId ?? "",
			status: "delivered",
			errorCode: null,
		});
		expect(gate.cost.roundTrips).toBe(1);
		expect(await loadCampaign(id)).toEqual(before);

		await reportAll(id);
		expect(await loadCampaign(id)).toEqual(before);
		const { campaigns, cost } = measured(stage);
		while (await followTexts(campaigns));
		console.log(
			`10,000 reports taken over in ${cost.statements} statements, ${cost.rowsRead} rows read, ${cost.rowsWritten} written`,
		);
		expect(cost.statements).toBeLessThanOrEqual(100);
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
		expect(kept).toMatchObject({ delivered: count, sent: 0 });
	});
});

/** Sets the state after all texts were sent and reported. */
async function sendAll(stage: Stage, id: string): Promise<void> {
	const at = stage.time.at.getTime();
	await runBatch(db, [
		sql`INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status,
			status_at, carrier_id, campaign_id, recipient_id, created_at)
			SELECT 'msg_' || position, 'conv_' || position, 'outbound', 'campaign', 'marketing', ${mainLine}, number, 'Hi', 1, 'sent',
			${at}, 'SM' || position, campaign_id, 'rcp_' || substr(campaign_id, 5) || '_' || position, ${at}
			FROM campaign_recipients WHERE campaign_id = ${id}`,
		sql`UPDATE campaign_recipients SET status = 'sent' WHERE campaign_id = ${id}`,
		sql`UPDATE campaigns SET status = 'completed', sent_count = queued_count, queued_count = 0 WHERE id = ${id}`,
	]);
	const [last] = await db.select({ id: sql<number>`coalesce(max(id), 0)` }).from(messageEvents);
	const lastEventId = last?.id ?? 0;
	await db
		.insert(campaignCursors)
		.values({ name: "message_events", lastEventId })
		.onConflictDoUpdate({ target: campaignCursors.name, set: { lastEventId } });
}

/** Writes what the status webhooks write, in bulk. */
async function reportAll(id: string): Promise<void> {
	await runBatch(db, [
		sql`UPDATE messages SET status = 'delivered' WHERE campaign_id = ${id}`,
		sql`INSERT INTO message_events (message_id, step, kind, status, campaign_id, recipient_id, at)
			SELECT id, 'status-delivered', 'status', 'delivered', campaign_id, recipient_id, status_at FROM messages WHERE campaign_id = ${id}
			ON CONFLICT DO NOTHING`,
	]);
}
