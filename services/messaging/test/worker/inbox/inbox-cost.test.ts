import { openDb } from "@cloudpbx/db/open-db";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { closeConversations, markConversationUnread } from "../../../src/inbox/change-conversation.ts";
import { getConversation } from "../../../src/inbox/get-conversation.ts";
import { listConversations } from "../../../src/inbox/list-conversations.ts";
import { markConversationsRead } from "../../../src/inbox/mark-conversations-read.ts";
import { foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { Workshop } from "../workshop.ts";

const few = 1000;
const many = 100_000;
const limit = 50;
/** The next row shows that there is another page. */
const page = limit + 1;
/** Rows scanned for one page with several filters: each is read, merged and sorted. */
const scanned = 3 * 5000 + 3 * page;

beforeAll(foundCompany);

type Cost = ReturnType<typeof measureDatabase>["cost"];

async function measure(work: (shop: Workshop) => Promise<{ ok: boolean }>): Promise<Cost> {
	const { database, cost } = measureDatabase(testEnv.DB);
	const shop = new Workshop();
	shop.messaging = shop.open({ db: openDb(database) });
	expect(await work(shop)).toMatchObject({ ok: true });
	return cost;
}

type Lists = Partial<Parameters<typeof listConversations>[1]>;

const lists: Record<string, { query: Lists; rowsMax: number }> = {
	all: { query: {}, rowsMax: page },
	waiting: { query: { filter: ["waiting"] }, rowsMax: page },
	"two modes": { query: { filter: ["human", "closed"] }, rowsMax: 4 * page },
	unread: { query: { unread: true }, rowsMax: page },
	"our line": { query: { number: mainLine }, rowsMax: page },
	"a rare line": { query: { number: "+14155550102" }, rowsMax: page },
	"unread and waiting": { query: { unread: true, filter: ["waiting"] }, rowsMax: scanned },
	"human on our line": { query: { filter: ["human"], number: mainLine }, rowsMax: scanned },
	"closed on a rare line": {
		query: { filter: ["closed"], number: "+14155550102" },
		rowsMax: scanned,
	},
	"unread on a rare line": {
		query: { unread: true, number: "+14155550102" },
		rowsMax: scanned,
	},
};

async function measureAll(): Promise<Record<string, Cost>> {
	const costs: Record<string, Cost> = {};
	for (const [name, { query, rowsMax }] of Object.entries(lists)) {
		costs[name] = await measure((shop) => listConversations(shop.messaging, { ...query, limit }));
		expect(costs[name].rowsRead, name).toBeLessThanOrEqual(rowsMax);
		expect(costs[name].statements, name).toBe(1);
	}
	const thread = { conversationId: "conv_10" };
	const one = (work: (shop: Workshop) => Promise<{ ok: boolean }>) => measure(work);
	costs.thread = await one(({ messaging }) => getConversation(messaging, thread, { limit }));
	costs["thread after"] = await one(({ messaging }) =>
		getConversation(messaging, thread, { limit, after: "msg_long_500" }),
	);
	costs.read = await one(({ messaging }) => markConversationsRead(messaging, [thread]));
	costs["unread again"] = await one(({ messaging }) => markConversationUnread(messaging, thread));
	costs["read up to"] = await one(({ messaging }) =>
		markConversationsRead(messaging, [{ ...thread, upTo: "msg_long_990" }]),
	);
	const ids = Array.from({ length: 200 }, (_, index) => ({ conversationId: `conv_${100 + index}` }));
	costs["read 200"] = await one(({ messaging }) => markConversationsRead(messaging, ids));
	costs["close 200"] = await one(({ messaging }) => closeConversations(messaging, ids));
	for (const name of [
		"thread",
		"thread after",
		"read",
		"unread again",
		"read up to",
		"read 200",
		"close 200",
	]) {
		expect(costs[name]?.roundTrips, name).toBe(1);
	}
	return costs;
}

it(`reads the rows of its page, with ${many} conversations and 10,000 texts and notes in one of them`, async () => {
	await fill(0, few);
	await fillThread(0, 1000);
	const before = await measureAll();
	await fill(few, many);
	await fillThread(1000, 10_000);
	const after = await measureAll();
	for (const [name, { rowsRead, statements, rowsWritten }] of Object.entries(after)) {
		const was = before[name]?.rowsRead;
		console.log(
			`${name}: ${statements} statement(s), ${was} → ${rowsRead} rows read, ${rowsWritten} written`,
		);
	}
	for (const name of [
		"all",
		"two modes",
		"unread",
		"our line",
		"thread",
		"thread after",
		"read",
		"close 200",
	]) {
		expect(after[name]?.rowsRead, name).toBe(before[name]?.rowsRead);
	}
}, 120_000);

async function fill(from: number, to: number): Promise<void> {
	await testEnv.DB.prepare(`INSERT INTO conversations
			(id, contact_number, our_number, mode, waiting_reason, unread_count, listed_at, created_at, inbound_sequence, answered_sequence)
		WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})
		SELECT 'conv_' || i, '+1415' || (5000000 + i),
			CASE WHEN i % 2 = 0 THEN '${mainLine}' WHEN i % 50 = 1 AND i < 1000 THEN '+14155550102' ELSE '${janesLine}' END,
			CASE WHEN i % 100 = 0 THEN 'waiting' WHEN i % 100 < 10 THEN 'human' WHEN i % 100 < 60 THEN 'assistant' ELSE 'closed' END,
			NULL, i % 20 = 0, i, i, 1, 1 FROM n`).run();
}

async function fillThread(from: number, to: number): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
	await testEnv.DB.batch([
		testEnv.DB.prepare(`INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body,
				segments, status, status_at, created_at)
			${numbers} SELECT 'msg_long_' || i, 'conv_10', 'inbound', 'contact', 'transactional', '+14155000010', '${mainLine}',
				'Text ' || i, 1, 'received', i, i FROM n`),
		testEnv.DB.prepare(`INSERT INTO conversation_notes (id, conversation_id, body, actor_name, created_at)
			${numbers} SELECT 'note_' || i, 'conv_10', 'Note ' || i, 'Olivia', i FROM n`),
		testEnv.DB.prepare(`UPDATE conversations SET unread_count = ${to} WHERE id = 'conv_10'`),
	]);
}
