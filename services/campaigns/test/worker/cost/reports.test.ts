import { openDb } from "@cloudpbx/db/open-db";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignCursors } from "@cloudpbx/db/schema/campaigns";
import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyStatus } from "../../../../messaging/src/delivery/receive-status.ts";
import { receiveText } from "../../../../messaging/src/receiving/receive-text.ts";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { sidOf } from "../../../../messaging/test/worker/webhooks.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { createCampaign } from "../../../src/planning/create-campaign.ts";
import { clearCampaigns, loadCampaign, loadCounts } from "../rows.ts";
import { db, mainLine, olivia, Stage, somePeople, testEnv } from "../stage.ts";
import { measured, numbers, plan } from "./measured.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

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
