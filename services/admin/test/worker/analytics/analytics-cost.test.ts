import { type Counters, listGrown, toCounters } from "@cloudpbx/kit/counters";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import ceilings from "../../../../../docs/counters.json";
import { callApi, giveKey, testEnv } from "../api.ts";

const dayMilliseconds = 86_400_000;
/** Ninety days, the ninety before, and a day at each end. */
const daysFilled = 183;
const extensions = 5;
const few = 1000;
const many = 50_000;
const chunk = 50_000;

const paths = ["7d", "30d", "90d"]
	.flatMap((period) => [`/api/analytics/calls?period=${period}`, `/api/analytics/sms?period=${period}`])
	.concat("/api/dashboard");

let key: string;

beforeAll(async () => {
	key = await giveKey();
	// Bulk rows are counted in bulk and not indexed for search.
	const { results } = await testEnv.DB.prepare(
		"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('calls', 'messages', 'consent_events')",
	).all<{ name: string }>();
	await testEnv.DB.batch(results.map(({ name }) => testEnv.DB.prepare(`DROP TRIGGER ${name}`)));
});

it("reads the same few rows however many calls and texts there are, in one round trip", async ({ task }) => {
	await fill(0, few);
	await countInBulk();
	const before = await measureAll();
	expect(before["/api/analytics/calls?period=90d"]?.total).toBeGreaterThan(400);
	for (let from = few; from < many; from += chunk) await fill(from, Math.min(from + chunk, many));
	await countInBulk();
	const after = await measureAll();
	expect(after["/api/analytics/calls?period=90d"]?.total).toBeGreaterThan(many / 3);
	for (const path of paths) {
		const { roundTrips, rowsRead } = after[path] ?? {};
		expect(roundTrips, path).toBe(path === "/api/dashboard" ? 1 : 2);
		expect(rowsRead, path).toBe(before[path]?.rowsRead);
	}
	const counters: Record<string, Counters> = Object.fromEntries(
		Object.entries(after).map(([path, cost]) => [`GET ${path}`, toCounters(cost)]),
	);
	Object.assign(task.meta, { counters: { analytics: counters } });
	expect(listGrown(ceilings.analytics, counters)).toEqual([]);
	const days = 2 * daysFilled;
	expect(after["/api/analytics/calls?period=90d"]?.rowsRead).toBeLessThan(days * (extensions + 2));
	expect(after["/api/analytics/sms?period=90d"]?.rowsRead).toBeLessThan(days * 7 + 10);
	expect(after["/api/dashboard"]?.rowsRead).toBeLessThan(250);
}, 600_000);

async function measureAll() {
	await callApi("/api/me", { key });
	const costs: Record<string, ReturnType<typeof measureDatabase>["cost"] & { total: number }> = {};
	for (const path of paths) {
		const { database, cost } = measureDatabase(testEnv.DB);
		const response = await callApi(path, { key, env: { DB: database } });
		const body = (await response.json()) as { totals?: { total: number } };
		expect(response.status, path).toBe(200);
		costs[path] = { ...cost, total: body.totals?.total ?? 0 };
	}
	return costs;
}

/** Every day, extension and author has rows; the times drift through all quarter hours. */
async function fill(from: number, to: number): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
	const today = Math.floor(Date.now() / dayMilliseconds);
	const at = `(${today} - i % ${daysFilled}) * ${dayMilliseconds} + i * 7919 % 86400000`;
	await testEnv.DB.batch([
		testEnv.DB.prepare(`INSERT INTO calls (id, carrier_id, direction, to_number, extension, outcome, status, started_at,
				ended_at, talk_seconds)
			${numbers} SELECT 'call_' || i, 'CA' || i, 'inbound', '+18005550100', '10' || (1 + i % ${extensions}),
				CASE i % 4 WHEN 0 THEN 'voicemail' WHEN 1 THEN 'abandoned' ELSE 'answered' END, 'completed', ${at}, ${at}, 60 FROM n`),
		testEnv.DB.prepare(`INSERT INTO messages (id, carrier_id, conversation_id, direction, author, category, from_number,
				to_number, body, segments, status, status_at, created_at, sequence)
			${numbers} SELECT 'msg_' || i, 'SM' || i, 'conv_1', CASE i % 5 WHEN 0 THEN 'inbound' ELSE 'outbound' END,
				CASE i % 5 WHEN 0 THEN 'contact' WHEN 1 THEN 'assistant' WHEN 2 THEN 'person' WHEN 3 THEN 'campaign' ELSE 'system' END,
				'transactional', '+14155550199', '+18005550100', '', 1, 'delivered', ${at}, ${at}, CASE i % 5 WHEN 0 THEN i END FROM n`),
		testEnv.DB.prepare(`INSERT INTO consent_events (key, number, kind, source, at)
			${numbers} SELECT 'c' || i, '+1415' || i, 'opt_out', 'keyword', ${at} FROM n WHERE i % 5 = 0`),
		testEnv.DB.prepare(`INSERT INTO conversations (id, contact_number, our_number, mode, listed_at, created_at)
			${numbers} SELECT 'conv_' || i, '+1415' || i, '+18005550100', 'human', ${at}, ${at} FROM n WHERE i % 5 = 0`),
		testEnv.DB.prepare(`INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, status, transcript_status,
				listened_at, created_at)
			${numbers} SELECT 'vm_' || i, 'RE' || i, 'call_' || i, '101', 'stored', 'completed', ${at}, ${at} FROM n WHERE i % 4 = 0`),
		testEnv.DB.prepare(`INSERT INTO campaigns (id, name, message, status, from_number, quiet_hours, require_consent,
				is_complete, created_at)
			${numbers} SELECT 'cmp_' || i, '', '', 'completed', '+18005550100', 1, 0, 1, ${at} FROM n WHERE i % 100 = 0`),
	]);
}

/** Counts that the triggers would have made one by one. */
async function countInBulk(): Promise<void> {
	const place = (at: string) => `${at} / 86400000 AS day, (${at} / 900000 % 96) || ' ' AS quarter`;
	await testEnv.DB.batch([
		testEnv.DB.prepare("DELETE FROM call_days"),
		testEnv.DB.prepare(`WITH facts AS (
				SELECT ${place("started_at")}, extension, outcome AS measure, count(*) AS count FROM calls GROUP BY 1, 2, 3, 4
				UNION ALL SELECT ${place("started_at")}, extension, 'talk', sum(talk_seconds) FROM calls GROUP BY 1, 2, 3
			), keyed AS (
				SELECT day, extension, quarter || measure AS key, count FROM facts
				UNION ALL SELECT day, extension, measure, sum(count) FROM facts GROUP BY 1, 2, 3
			)
			INSERT INTO call_days (day, extension, direction, counts)
			SELECT day, extension, 'inbound', json_group_object(key, count) FROM (
				SELECT day, extension, key, count FROM keyed
				UNION ALL SELECT day, '', key, sum(count) FROM keyed GROUP BY 1, 3
			) GROUP BY day, extension`),
		testEnv.DB.prepare("DELETE FROM text_days"),
		testEnv.DB.prepare(`INSERT INTO text_days (day, series, counts)
			SELECT day, series, json_group_object(quarter || measure, count) FROM (
				SELECT ${place("created_at")}, author AS series, CASE author WHEN 'contact' THEN 'received' ELSE 'sent' END AS measure,
					count(*) AS count FROM messages GROUP BY 1, 2, 3
				UNION ALL SELECT ${place("created_at")}, author, 'delivered', count(*) FROM messages WHERE author <> 'contact' GROUP BY 1, 2, 3
				UNION ALL SELECT ${place("created_at")}, 'answers', 'never', count(*) FROM messages WHERE author = 'contact' GROUP BY 1, 2
				UNION ALL SELECT ${place("at")}, 'consent', 'opt_out', count(*) FROM consent_events GROUP BY 1, 2
			) GROUP BY day, series`),
	]);
}
