import { auditEvents } from "@cloudpbx/db/schema/admin";
import { type Counters, listGrown, toCounters } from "@cloudpbx/kit/counters";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import ceilings from "../../../../../docs/counters.json";
import type { CallOptions } from "../api.ts";
import { callApi, db, giveKey, giveUser, password, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

const callsInTheTable = 100_000;
const rowsOfPage = 2 * 51 + 4;

let key: string;

beforeAll(async () => {
	await foundCompany();
	await fillTables();
	key = await giveKey();
	await callApi("/api/me", { key });
}, 120_000);

async function measure(path: string, options: CallOptions = {}) {
	const { database, cost } = measureDatabase(testEnv.DB);
	const response = await callApi(path, { key, ...options, env: { DB: database } });
	expect(response.status, path).toBeLessThan(300);
	const type = response.headers.get("content-type") ?? "";
	const body = type.includes("json")
		? ((await response.json()) as { items?: unknown[]; nextCursor?: string })
		: {};
	return { ...cost, items: body.items?.length, nextCursor: body.nextCursor };
}

it("reads a bounded number of rows for a page, however long the history and whatever the filter", async () => {
	const pages = {
		"/api/calls": rowsOfPage,
		"/api/calls?ext=101": rowsOfPage,
		"/api/calls?from=2026-01-01&to=2026-06-01": rowsOfPage,
		"/api/calls?outcome=answered": rowsOfPage,
		"/api/calls?outcome=blocked": rowsOfPage,
		"/api/calls?number=%2B14155559999": 6 * rowsOfPage,
		"/api/voicemails": rowsOfPage,
		"/api/audit": rowsOfPage,
	};
	for (const [path, rowsMax] of Object.entries(pages)) {
		const cost = await measure(path);
		expect(cost.rowsRead, path).toBeLessThanOrEqual(rowsMax);
		if (!cost.nextCursor) continue;
		const deep = await measure(`${path}${path.includes("?") ? "&" : "?"}cursor=${cost.nextCursor}`);
		expect(deep.rowsRead, `${path}, second page`).toBeLessThanOrEqual(rowsMax);
	}
}, 60_000);

it("costs one round trip to know who asks, and one more for what is asked", async ({ task }) => {
	await giveUser({ email: "owner@acme.example" });
	const cookie = await signIn("owner@acme.example");
	const asked: [string, number, CallOptions?][] = [
		["/api/me", 1],
		["/api/me", 1, { key: undefined, cookie }],
		["/api/settings", 2],
		["/api/settings/retention?recordingRetentionDays=1&textRetentionDays=1&auditRetentionDays=365", 2],
		["/api/hours", 1],
		["/api/hours/now", 1],
		["/api/blocklist", 1],
		["/api/calls", 2],
		["/api/calls?ext=101&outcome=failed", 2],
		["/api/calls/call_1", 2],
		["/api/voicemails", 2],
		["/api/voicemails/vm_101/audio", 2],
		["/api/extensions", 2],
		["/api/numbers", 2],
		["/api/users", 2],
		["/api/keys", 2],
		["/api/audit", 2],
		["/api/dashboard", 1],
		["/api/analytics/calls?period=90d", 2],
		["/api/analytics/sms?period=90d", 2],
		["/api/keys", 2, { body: { name: "x", scopes: ["calls:read"] } }],
		["/api/settings", 3, { method: "PUT", body: { hoursText: "9 to 5" } }],
		["/api/hours", 3, { method: "PUT", body: { week: { monday: [["09:00", "17:00"]] } } }],
		[
			"/api/blocklist",
			3,
			{ method: "PUT", body: { items: [{ number: "+14155550199" }, { prefix: "+1809" }] } },
		],
		["/api/voicemails/vm_101/listen", 3, { method: "POST" }],
		["/api/voicemails/vm_101", 3, { method: "DELETE" }],
		["/api/numbers/available", 1],
		["/api/auth/sign-in/email", 6, { key: undefined, body: { email: "owner@acme.example", password } }],
		["/api/openapi.json", 0, { key: undefined }],
	];
	const costs: Record<string, Counters> = {};
	for (const [path, roundTripsMax, options = {}] of asked) {
		const cost = await measure(path, options);
		expect(cost.roundTrips, path).toBeLessThanOrEqual(roundTripsMax);
		// Their rows depend on the date; analytics-cost.test.ts counts them.
		if (/dashboard|analytics/.test(path)) continue;
		const method = options.method ?? (options.body === undefined ? "GET" : "POST");
		costs[`${method} ${path}${options.cookie ? " of a person" : ""}`] = toCounters(cost);
	}
	Object.assign(task.meta, { counters: { admin: costs } });
	expect(listGrown(ceilings.admin, costs)).toEqual([]);
}, 30_000);

async function fillTables(): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${callsInTheTable})`;
	const at = "1767225600000 + i * 300000";
	await testEnv.DB.batch([
		testEnv.DB.prepare(
			`${numbers} INSERT INTO calls (id, carrier_id, direction, from_number, to_number, extension, outcome, status, started_at) SELECT 'call_x' || i, 'CAx' || i, 'inbound', '+1415' || (5000000 + i), '+18005550100', '10' || (1 + i % 3), CASE i % 4 WHEN 0 THEN 'answered' ELSE 'voicemail' END, 'completed', ${at} FROM n`,
		),
		testEnv.DB.prepare(
			`${numbers} INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, status, transcript_status, created_at) SELECT 'vm_x' || i, 'REx' || i, 'call_x' || i, '10' || (1 + i % 3), 'stored', 'completed', ${at} FROM n`,
		),
	]);
	const row = { actorKind: "system" as const, actorName: "x", action: "x", targetKind: "x" };
	for (let part = 0; part < 20; part++) {
		const rows = Array.from({ length: 10 }, (_, index) => ({
			...row,
			id: `aud_${part}_${index}`,
			at: new Date(1_767_225_600_000 + part * 1000 + index),
		}));
		await db.insert(auditEvents).values(rows);
	}
}
