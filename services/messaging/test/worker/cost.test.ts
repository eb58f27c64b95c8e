import { openDb } from "@cloudpbx/db/open-db";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { listOptOuts } from "../../src/consent/opt-outs.ts";
import { readSendRequests } from "../../src/gate/read-send-requests.ts";
import { sendTexts } from "../../src/gate/send-texts.ts";
import { listConversations } from "../../src/inbox/list-conversations.ts";
import { searchMessages } from "../../src/inbox/search-messages.ts";
import { getConversation } from "../../src/inbox/show-thread.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { db, foundCompany, mainLine, testEnv } from "./company.ts";
import { receive, sendWebhook, sidOf } from "./webhooks.ts";
import { Workshop } from "./workshop.ts";

/** With a million the numbers are the same and the test takes half a minute. */
const messagesInTheTable = 200_000;
const chunk = 50_000;

beforeAll(foundCompany);

type Cost = ReturnType<typeof measureDatabase>["cost"];

async function measureAll(word: string): Promise<Record<string, Cost>> {
	const from = `+1415888${1000 + (word.length % 9000)}`;
	const costs: Record<string, Cost> = {};
	const webhook = async (name: string, work: (database: D1Database) => Promise<Response>) => {
		const { database, cost } = measureDatabase(testEnv.DB);
		expect((await work(database)).status).toBeLessThan(300);
		costs[name] = cost;
	};
	const operation = async (name: string, work: (shop: Workshop) => Promise<unknown>) => {
		const { database, cost } = measureDatabase(testEnv.DB);
		const shop = new Workshop();
		shop.messaging = shop.open({ db: openDb(database) });
		await work(shop);
		costs[name] = cost;
	};
	await webhook("first text", (database) => receive(`${word}1`, "Hello", { From: from }, { database }));
	await webhook("next text", (database) => receive(`${word}2`, "Hello?", { From: from }, { database }));
	await webhook("quotation", (database) =>
		receive(`${word}5`, "Le gustó «Your machine is ready»", { From: from }, { database }),
	);
	await webhook("STOP", (database) => receive(`${word}3`, "STOP", { From: from }, { database }));
	await webhook("START", (database) => receive(`${word}4`, "START", { From: from }, { database }));
	await operation("send", async (shop) => {
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
	await webhook("status", (database) =>
		sendWebhook(
			"/sms/status",
			{ MessageSid: sent?.carrierId ?? "", MessageStatus: "delivered" },
			{ database },
		),
	);
	await operation("list", (shop) => listConversations(shop.messaging, { limit: 20 }));
	await operation("list waiting", (shop) =>
		listConversations(shop.messaging, { filter: ["waiting"], limit: 20 }),
	);
	await operation("thread", (shop) => getConversation(shop.messaging, { from, to: mainLine }, { limit: 20 }));
	await operation("opt-outs", (shop) => listOptOuts(shop.messaging, { limit: 20 }));
	await operation("search", async (shop) => {
		const startedAt = performance.now();
		const found = await searchMessages(shop.messaging, { query: "espresso mach", limit: 20 });
		expect(found.ok).toBe(true);
		console.log(`search: ${Math.round(performance.now() - startedAt)} ms`);
	});
	await operation("sweep", (shop) => sweep(shop.messaging));
	return costs;
}

it(`costs one round trip a webhook, and reads no more with ${messagesInTheTable} messages`, async () => {
	await fill(0, 5000);
	// The very first rows also make SQLite's rows of the sequences.
	await measureAll("first");
	const few = await measureAll("few");
	for (let from = 5000; from < messagesInTheTable; from += chunk) {
		await fill(from, Math.min(from + chunk, messagesInTheTable));
	}
	const many = await measureAll("many");
	for (const [name, { roundTrips, rowsRead, rowsWritten }] of Object.entries(many)) {
		console.log(
			`${name}: ${roundTrips} round trip(s), ${few[name]?.rowsRead} → ${rowsRead} rows read, ${rowsWritten} written`,
		);
	}
	for (const name of ["first text", "next text", "STOP", "START", "status"]) {
		expect(many[name]?.roundTrips, name).toBe(1);
	}
	// What we wrote is read first.
	expect(many.quotation?.roundTrips).toBe(2);
	for (const [name, cost] of Object.entries(many)) expect(cost.rowsRead, name).toBe(few[name]?.rowsRead);
	expect((await db.select({ count: sql<number>`count(*)` }).from(conversations))[0]?.count).toBeGreaterThan(
		1000,
	);
}, 300_000);

/** Ten texts a conversation, all of them delivered, some conversations waiting, some opted out. */
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
