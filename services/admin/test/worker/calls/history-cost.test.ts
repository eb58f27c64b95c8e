import type { Page } from "@cloudpbx/contracts/api/page";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { callApi, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

const few = 1000;
const many = 100_000;
const limit = 50;
const page = 2 * (limit + 1) + 4;
const owned = page + limit + 6;
const rowsOfKeys = 2 * 4;
const filtered = 3 * page;
const scanned = 4 * 5000 + page;
const scannedTwice = 5 * 5000 + page;

const lists: Record<string, number> = {
	"/api/calls": page,
	"/api/calls?ext=101": page,
	"/api/calls?outcome=answered": page,
	"/api/calls?outcome=answered,informed": filtered,
	"/api/calls?outcome=missed": filtered,
	// Calls out are not missed, so one more row is read.
	"/api/calls?outcome=missed,answered,voicemail,informed,blocked": filtered + 3,
	"/api/calls?state=open": page,
	"/api/calls?state=ended": filtered,
	"/api/calls?number=%2B14155550188": filtered,
	"/api/calls?from=2026-02-01&to=2026-02-03": page,
	"/api/calls?state=open&ext=101&outcome=missed&number=%2B14155550188": filtered,
	"/api/calls?outcome=missed&ext=101": scanned,
	"/api/calls?outcome=blocked&ext=101": scanned,
	"/api/calls?outcome=blocked&number=%2B18005550100": scannedTwice,
	"/api/calls?danger=any": page,
	"/api/calls?danger=fire": filtered,
	"/api/calls?danger=any&state=open": filtered,
	"/api/calls?direction=outbound": scanned,
	"/api/calls?receptionist=any": scanned,
	"/api/calls?from=2026-02-01&to=2026-02-28&weekday=0&hour=9": scanned,
	"/api/voicemails": owned,
	"/api/voicemails?heard=false": owned,
	"/api/voicemails?heard=true": owned,
	"/api/voicemails?ext=101": filtered + 4,
	"/api/voicemails?ext=101&heard=false": owned,
	"/api/voicemails?ext=101&heard=true": filtered + 4,
	"/api/voicemails?ext=104": scanned,
	"/api/voicemails?number=%2B14155550188": owned,
	"/api/voicemails?number=%2B14155550188&heard=false": scanned,
	"/api/voicemails?callId=call_x7": owned,
	"/api/voicemails?callId=call_x7&heard=false&ext=101": owned,
};

let key: string;
let cookie: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	cookie = await signIn("jane@acme.example");
	await callApi("/api/me", { key });
});

async function measure(path: string, credentials: { key?: string; cookie?: string } = { key }) {
	const { database, cost } = measureDatabase(testEnv.DB);
	const response = await callApi(path, { ...credentials, env: { DB: database } });
	expect(response.status, path).toBe(200);
	const { nextCursor } = (await response.json()) as { nextCursor?: string | null };
	return { ...cost, nextCursor };
}

async function measureAll() {
	const costs: Record<string, Awaited<ReturnType<typeof measure>>> = {};
	for (const [path, rowsMax] of Object.entries(lists)) {
		const cost = await measure(path);
		costs[path] = cost;
		expect(cost.rowsRead, path).toBeLessThanOrEqual(rowsMax);
		expect(cost.roundTrips, path).toBe(2);
		if (!cost.nextCursor) continue;
		const deep = await measure(`${path}${path.includes("?") ? "&" : "?"}cursor=${cost.nextCursor}`);
		expect(deep.rowsRead, `${path}, second page`).toBeLessThanOrEqual(rowsMax);
	}
	for (const path of ["/api/voicemails", "/api/voicemails?heard=false", "/api/voicemails?heard=true"]) {
		const cost = await measure(path, { cookie });
		costs[`${path} of an agent`] = cost;
		expect(cost.rowsRead, path).toBeLessThanOrEqual(filtered + rowsOfKeys);
	}
	costs["/api/calls/call_x7"] = await measure("/api/calls/call_x7");
	return costs;
}

it(`reads the rows of its page, with ${many} calls and as many voicemails`, async () => {
	await fill(0, few);
	const before = await measureAll();
	await fill(few, many);
	const after = await measureAll();
	for (const [path, { rowsRead, statements, roundTrips }] of Object.entries(after)) {
		const was = before[path]?.rowsRead;
		console.log(
			`${path}: ${roundTrips} round trips, ${statements} statements, ${was} → ${rowsRead} rows read`,
		);
	}
	expect(after["/api/calls/call_x7"]?.rowsRead).toBe(before["/api/calls/call_x7"]?.rowsRead);
	const found: string[] = [];
	let pages = 0;
	for (let cursor: string | null = ""; cursor !== null; pages++) {
		const path: string = `/api/calls?direction=outbound${cursor && `&cursor=${cursor}`}`;
		const { items, nextCursor } = await expectJson<Page<{ id: string }>>(await callApi(path, { key }), 200);
		found.push(...items.map(({ id }) => id));
		cursor = nextCursor;
	}
	expect(found).toEqual(["call_3"]);
	expect(pages).toBe(Math.ceil((many + 4) / 5000));
}, 120_000);

async function fill(from: number, to: number): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})`;
	const at = "1767225600000 + i * 300000";
	await testEnv.DB.batch([
		testEnv.DB.prepare("UPDATE calls SET ended_at = started_at WHERE ended_at IS NULL"),
		testEnv.DB.prepare(`${numbers} INSERT INTO calls
			(id, carrier_id, direction, from_number, to_number, extension, outcome, status, started_at, ended_at)
			SELECT 'call_x' || i, 'CAx' || i, 'inbound', '+14155550188', '+18005550100', '10' || (1 + i % 3),
				CASE WHEN i % 20 = 0 THEN 'failed' WHEN i % 10 = 0 THEN 'abandoned' WHEN i % 4 = 0 THEN 'answered' ELSE 'voicemail' END,
				'completed', ${at}, CASE WHEN i < ${to} - 20 THEN ${at} END FROM n`),
		testEnv.DB.prepare(`${numbers} INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, extension_id, from_number, status,
				transcript_status, created_at, listened_at, deleted_at)
			SELECT 'vm_x' || i, 'REx' || i, 'call_x' || i, '10' || (1 + i % 4), 'ext_10' || (1 + i % 4), CASE WHEN i % 4 < 3 THEN '+14155550188' END, 'stored',
				'completed', ${at}, CASE WHEN i % 10 > 0 THEN ${at} END, CASE WHEN i % 4 = 3 THEN ${at} END FROM n`),
	]);
}
