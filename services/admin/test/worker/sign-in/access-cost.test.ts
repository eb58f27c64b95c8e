import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

/** Rows that a page scans when no index serves the filters together. */
const scanRowsMax = 4 * 5000;
const pageRows = 51;

interface Cost {
	roundTrips: number;
	statements: number;
	rowsRead: number;
}

let key: string;
let cookie: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await giveUser({ id: "usr_olive", email: "olive@acme.example" });
	await giveUser({ id: "usr_jane", email: "jane@acme.example", role: "agent" });
	cookie = await signIn("olive@acme.example");
	await db.insert(numberChecks).values({ id: 1, checkedAt: new Date(), troubles: [] });
	await callApi("/api/me", { key });
});

async function measure(path: string, options: CallOptions = {}): Promise<Cost> {
	const { database, cost } = measureDatabase(testEnv.DB);
	const response = await callApi(path, { ...options, env: { DB: database } });
	expect(response.status, path).toBeLessThan(300);
	const { roundTrips, statements, rowsRead } = cost;
	return { roundTrips, statements, rowsRead };
}

async function measureAll(): Promise<Record<string, Cost>> {
	const body = { email: "sam@acme.example", role: "agent" };
	const invitation = await expectJson<{ token: string }>(
		await callApi("/api/invitations", { key, body }),
		201,
	);
	const link = () => callApi("/api/users/usr_jane/reset-link", { key, method: "POST" });
	const { token } = await expectJson<{ token: string }>(await link(), 201);
	const password = "a long enough secret";
	const { version } = await expectJson<{ version: number }>(await callApi("/api/settings", { key }), 200);
	await signIn("olive@acme.example");
	const sessions = await expectJson<{ items: { id: string }[] }>(
		await callApi("/api/me/sessions?limit=1", { cookie }),
		200,
	);
	const put = (changes: object) => ({ key, method: "PUT", body: changes });
	return {
		setup: await measure("/api/setup"),
		"invitation look": await measure("/api/invitations/look", { body: { token: invitation.token } }),
		"reset look": await measure("/api/auth/reset-password/look", { body: { token } }),
		"reset password": await measure("/api/auth/reset-password", { body: { token, password } }),
		"reset link": await measure("/api/users/usr_jane/reset-link", { key, method: "POST" }),
		"own sessions": await measure("/api/me/sessions", { cookie }),
		"end session": await measure(`/api/me/sessions/${sessions.items[0]?.id}`, { cookie, method: "DELETE" }),
		settings: await measure("/api/settings", put({ hoursText: `Version ${version}`, version })),
		user: await measure("/api/users/usr_jane", put({ name: `Jane ${version}` })),
		"number label": await measure("/api/numbers/num_main", put({ label: `Line ${version}` })),
		"numbers' health": await measure("/api/numbers/health?maxAgeSeconds=600", { key }),
		"opt-out": await measure("/api/opt-outs?number=%2B14155550177", { key }),
		audit: await measure("/api/audit", { key }),
		"audit by day": await measure("/api/audit?from=2025-12-31&to=2025-12-31", { key }),
		"audit by person": await measure("/api/audit?actorId=usr_7", { key }),
		"audit by person and day": await measure("/api/audit?actorId=usr_7&to=2026-01-01", { key }),
		"audit by thing": await measure("/api/audit?targetKind=user&targetId=usr_3", { key }),
		"audit by kind": await measure("/api/audit?targetKind=rare", { key }),
		"audit by thing and person": await measure("/api/audit?targetKind=user&targetId=usr_3&actorId=usr_0", {
			key,
		}),
		"audit by kind and person": await measure("/api/audit?targetKind=rare&actorId=usr_7", { key }),
	};
}

async function fill(from: number, count: number, changes: number): Promise<void> {
	const rows = (last: number) =>
		`WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${last})`;
	const people = rows(from + count - 1);
	const at = "1767225600000 + i";
	const later = "4102444800000";
	await testEnv.DB.batch(
		[
			`${people} INSERT INTO users (id, name, email, role, created_at, updated_at) SELECT 'usr_' || i, 'x', i || '@acme.example', 'agent', ${at}, ${at} FROM n`,
			`${people} INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) SELECT 'ses_x' || i, 'usr_' || i, 'token' || i, ${later}, ${at}, ${at} FROM n`,
			`${people} INSERT INTO invitations (id, email, role, token_hash, created_at, expires_at) SELECT 'inv_x' || i, 'guest' || i || '@acme.example', 'agent', 'hash' || i, ${at}, ${later} FROM n`,
			`${people} INSERT INTO password_resets (id, user_id, token_hash, created_at, expires_at, used_at) SELECT 'rst_x' || i, 'usr_' || i, 'hash' || i, ${at}, ${later}, ${at} FROM n`,
			`${rows(from + changes - 1)} INSERT INTO audit_events (id, at, actor_kind, actor_id, actor_name, action, target_kind, target_id) SELECT 'aud_x' || i, ${at}, 'user', 'usr_' || (i % 10), 'x', 'user.update', 'user', 'usr_' || (i % 4) FROM n`,
		].map((statement) => testEnv.DB.prepare(statement)),
	);
}

it("costs the same however many people, sessions, links and changes there are", async () => {
	await fill(1, 1000, 1000);
	const few = await measureAll();
	await fill(1001, 100_000, 999_000);
	const many = await measureAll();
	for (const [name, cost] of Object.entries(many)) {
		const { roundTrips, statements, rowsRead } = few[name] ?? cost;
		expect([cost.roundTrips, cost.statements], name).toEqual([roundTrips, statements]);
		if (/^audit by (?:kind|thing and)/.test(name)) {
			expect(cost.rowsRead, name).toBeLessThanOrEqual(scanRowsMax + 2 * pageRows);
		} else {
			expect(cost.rowsRead, name).toBeLessThanOrEqual(rowsRead + 3);
		}
	}
}, 300_000);
