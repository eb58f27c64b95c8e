import { scopes } from "@cloudpbx/contracts/api/scopes";
import type { Session } from "@cloudpbx/contracts/api/session";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { type CallOptions, callApi, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

/** Rows for the holder, two settings, two numbers and a key's scopes. */
const otherRowsMax = 20 + scopes.length;

let owner: string;
let agent: string;

beforeAll(async () => {
	await foundCompany();
	await giveUser({ email: "owner@acme.example" });
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	[owner, agent] = [await signIn("owner@acme.example"), await signIn("jane@acme.example")];
});

async function measure(options: CallOptions) {
	const { database, cost } = measureDatabase(testEnv.DB);
	const response = await callApi("/api/session", { ...options, env: { DB: database } });
	const badges = response.ok ? ((await response.json()) as Session).badges : null;
	return { ...cost, status: response.status, badges };
}

let made = 0;

async function fill(count: number, isCounted: boolean): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT ${made + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${made + count})`;
	made += count;
	const at = "1767225600000 + i";
	const [mode, unread, listenedAt] = isCounted ? ["waiting", 1, "NULL"] : ["closed", 0, at];
	await testEnv.DB.batch([
		testEnv.DB.prepare(
			`${numbers} INSERT INTO conversations (id, contact_number, our_number, mode, unread_count, listed_at, created_at) SELECT 'conv_x' || i, '+1415' || i, '+18005550100', '${mode}', ${unread}, ${at}, ${at} FROM n`,
		),
		testEnv.DB.prepare(
			`${numbers} INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, extension_id, status, transcript_status, listened_at, created_at) SELECT 'vm_x' || i, 'REx' || i, 'call_x' || i, '101', 'ext_101', 'stored', 'completed', ${listenedAt}, ${at} FROM n`,
		),
	]);
}

it("is one round trip with who asks, and reads of a million what it reads of a thousand", async () => {
	await testEnv.DB.exec("DELETE FROM voicemails; UPDATE extensions SET created_at = 0 WHERE id = 'ext_101'");
	const asked = { owner: { cookie: owner }, agent: { cookie: agent }, key: { key: await giveKey() } };
	await callApi("/api/me", asked.key);
	const measureAll = () => Promise.all(Object.values(asked).map(measure));
	await fill(500, true);
	await fill(500, false);
	const ofThousand = await measureAll();
	for (const cost of ofThousand) {
		expect(cost).toMatchObject({ roundTrips: 1, statements: 4, rowsWritten: 0 });
		expect(cost.badges).toEqual({
			conversationsWaiting: 500,
			conversationsUnread: 500,
			voicemailsUnheard: 500,
		});
		expect(cost.rowsRead).toBeLessThanOrEqual(3 * 500 + otherRowsMax);
	}
	await fill(999_000, false);
	expect(await measureAll()).toEqual(ofThousand);
	await fill(1_500, true);
	for (const cost of await measureAll()) {
		expect(cost.badges).toEqual({
			conversationsWaiting: 1000,
			conversationsUnread: 1000,
			voicemailsUnheard: 1000,
		});
		expect(cost.rowsRead).toBeLessThanOrEqual(3 * 1000 + otherRowsMax);
	}
}, 300_000);

it("reads nothing of the company for a credential that opens nothing", async () => {
	for (const options of [{ key: "cpbx_wrong" }, { cookie: owner.replace(/=[^;]{8}/, "=forged.1") }]) {
		const cost = await measure(options);
		expect(cost.status).toBe(401);
		expect(cost.rowsRead).toBeLessThanOrEqual(2);
	}
});
