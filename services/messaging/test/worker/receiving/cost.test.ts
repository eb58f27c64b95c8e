import { openDb } from "@cloudpbx/db/open-db";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { type Counters, listGrown, toCounters } from "@cloudpbx/kit/counters";
import { measureBindings } from "@cloudpbx/kit/measure-bindings";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import ceilings from "../../../../../docs/counters.json";
import { listOptOuts } from "../../../src/consent/opt-outs.ts";
import { readSendRequests } from "../../../src/gate/read-send-requests.ts";
import { sendTexts } from "../../../src/gate/send-texts.ts";
import { getConversation } from "../../../src/inbox/get-conversation.ts";
import { listConversations } from "../../../src/inbox/list-conversations.ts";
import { searchMessages } from "../../../src/search/search-messages.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import { receive, sendWebhook, sidOf, type WebhookForm, type WebhookOptions } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

/** A million gives the same numbers and takes half a minute. */
const messagesInTheTable = 200_000;
const chunk = 50_000;

beforeAll(foundCompany);

async function measureAll(word: string): Promise<Record<string, Counters>> {
	const from = `+1415888${1000 + (word.length % 9000)}`;
	const costs: Record<string, Counters> = {};
	const webhook = async (name: string, work: (options: WebhookOptions) => Promise<Response>) => {
		const { env, cost } = measureBindings(testEnv);
		expect((await work({ database: env.DB, env })).status).toBeLessThan(300);
		costs[name] = toCounters(cost);
	};
	const operation = async (name: string, work: (shop: Workshop) => Promise<unknown>) => {
		const { env, cost } = measureBindings(testEnv);
		const shop = new Workshop();
		shop.messaging = shop.open({ db: openDb(env.DB) });
		await work(shop);
		costs[name] = { ...toCounters(cost), queueSends: shop.replies.length + shop.jobs.length };
	};
	const text = (name: string, body: string, more: WebhookForm = {}) =>
		webhook(`/sms/inbound, ${name}`, (options) =>
			receive(`${word}${name}`, body, { From: from, ...more }, options),
		);
	await text("first text", "Hello");
	await text("next text", "Hello?");
	await text("quotation", "Le gustó «Your machine is ready»");
	await text("picture", "Look", {
		NumMedia: "1",
		MediaUrl0: "https://api.twilio.com/1",
		MediaContentType0: "image/png",
	});
	await text("STOP", "STOP");
	await text("START", "START");
	await webhook("/sms/self-test", (options) => sendWebhook("/sms/self-test", {}, options));
	await operation("POST /api/sms/send", async (shop) => {
		const requests = await readSendRequests([
			{
				id: `msg_${sidOf(word).slice(2)}`,
				from: mainLine,
				to: from,
				body: "Ready.",
				category: "transactional",
				origin: { kind: "system", purpose: "notice" },
				quietHours: true,
			},
		]);
		expect(await sendTexts(shop.messaging, requests)).toMatchObject([{ outcome: "sent" }]);
	});
	const [sent] = await db
		.select({ carrierId: messages.carrierId })
		.from(messages)
		.where(sql`${messages.id} = ${`msg_${sidOf(word).slice(2)}`}`);
	const report = { MessageSid: sent?.carrierId ?? "" };
	await webhook("/sms/status", (options) =>
		sendWebhook("/sms/status", { ...report, MessageStatus: "sent" }, options),
	);
	await webhook("/sms/status/:id", (options) =>
		sendWebhook(`/sms/status/${sidOf(word).slice(2)}`, { ...report, MessageStatus: "delivered" }, options),
	);
	await operation("GET /api/conversations", (shop) => listConversations(shop.messaging, { limit: 20 }));
	await operation("GET /api/conversations?filter=waiting", (shop) =>
		listConversations(shop.messaging, { filter: ["waiting"], limit: 20 }),
	);
	await operation("GET /api/conversations/:id", (shop) =>
		getConversation(shop.messaging, { from, to: mainLine }, { limit: 20 }),
	);
	await operation("GET /api/opt-outs", (shop) => listOptOuts(shop.messaging, { limit: 20 }));
	await operation("GET /api/messages/search", async (shop) => {
		const found = await searchMessages(shop.messaging, { query: "espresso mach", limit: 20 });
		expect(found.ok).toBe(true);
	});
	await operation("sweep", (shop) => sweep(shop.messaging));
	return costs;
}

it(`costs one round trip a webhook, and reads no more with ${messagesInTheTable} messages`, async ({
	task,
}) => {
	await fill(0, 5000);
	// The first rows also create SQLite's sequences.
	await measureAll("first");
	const few = await measureAll("few");
	for (let from = 5000; from < messagesInTheTable; from += chunk) {
		await fill(from, Math.min(from + chunk, messagesInTheTable));
	}
	const many = await measureAll("many");
	Object.assign(task.meta, { counters: { messaging: many } });
	expect(listGrown(ceilings.messaging, many)).toEqual([]);
	for (const name of ["first text", "next text", "STOP", "START"]) {
		expect(many[`/sms/inbound, ${name}`]?.roundTrips, name).toBe(1);
	}
	expect(many["/sms/status"]?.roundTrips).toBe(1);
	expect(many["/sms/inbound, quotation"]?.roundTrips).toBe(2);
	for (const [name, { rowsRead }] of Object.entries(many)) {
		expect(rowsRead, name).toBeLessThanOrEqual(few[name]?.rowsRead ?? 0);
	}
	expect((await db.select({ count: sql<number>`count(*)` }).from(conversations))[0]?.count).toBeGreaterThan(
		1000,
	);
}, 300_000);

async function fill(from: number, to: number): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
	await testEnv.DB.batch([
		testEnv.DB.prepare(`INSERT INTO conversations (id, contact_number, our_number, mode, listed_at, created_at)
			${numbers} SELECT 'conv_' || i, '+1415' || i, '${mainLine}', CASE i % 50 WHEN 0 THEN 'waiting' ELSE 'human' END, i, i
			FROM n WHERE i % 10 = 0`),
		testEnv.DB.prepare(`INSERT INTO messages (id, carrier_id, conversation_id, direction, author, category, from_number,
				to_number, body, segments, status, status_at, created_at)
			${numbers} SELECT 'msg_' || i, 'SM' || i, 'conv_' || (i - i % 10), 'inbound', 'contact', 'transactional', '+1415' || i,
				'${mainLine}', 'My espresso machine number ' || i || ' is broken', 1, 'received', i, i FROM n`),
		testEnv.DB.prepare(`INSERT INTO message_events (message_id, step, kind, at)
			${numbers} SELECT 'msg_' || i, 'received', 'received', i FROM n`),
		testEnv.DB.prepare(`INSERT INTO opt_outs (number, source, at)
			${numbers} SELECT '+1416' || i, 'keyword', i FROM n WHERE i % 20 = 0`),
	]);
}
