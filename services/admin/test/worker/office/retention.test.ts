import type { RetentionCount } from "@cloudpbx/contracts/office/settings";
import { messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Bindings } from "../../../src/env.ts";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { dayMilliseconds, textOf } from "../facts.ts";

let key: string;

beforeAll(async () => {
	key = await giveKey();
});

beforeEach(async () => {
	await testEnv.DB.batch([
		testEnv.DB.prepare("DELETE FROM messages"),
		testEnv.DB.prepare("DELETE FROM voicemails"),
	]);
});

const count = async (query: string) =>
	expectJson<RetentionCount>(await callApi(`/api/settings/retention?${query}`, { key }), 200);
const daysAgo = (days: number) => new Date(Date.now() - days * dayMilliseconds);

async function addVoicemail(id: string, days: number, deletedAt: number | null = null): Promise<void> {
	await testEnv.DB.prepare(
		`INSERT INTO voicemails (id, carrier_recording_id, call_id, status, transcript_status, deleted_at, created_at)
			VALUES (?1, ?1, 'call_1', 'stored', 'completed', ?2, ?3)`,
	)
		.bind(id, deletedAt, daysAgo(days).getTime())
		.run();
}

it("counts what is older than it would be kept, and nothing that is deleted already", async () => {
	await db.insert(messages).values([textOf(daysAgo(29.9)), textOf(daysAgo(30.1)), textOf(daysAgo(400))]);
	await addVoicemail("vm_1", 89.9);
	await addVoicemail("vm_2", 90.1);
	await addVoicemail("vm_3", 90.1, Date.now());
	expect(await count("textRetentionDays=30&recordingRetentionDays=90&auditRetentionDays=3650")).toEqual({
		voicemails: 1,
		texts: 2,
		auditEntries: 0,
	});
});

it("counts nothing that is kept for good, or was not asked about", async () => {
	await db.insert(messages).values(textOf(daysAgo(400)));
	const none = { voicemails: null, texts: null, auditEntries: null };
	expect(await count("")).toEqual(none);
	expect(await count("textRetentionDays=0")).toEqual(none);
	for (const query of ["textRetentionDays=-1", "textRetentionDays=3651", "auditRetentionDays=364"]) {
		expect((await callApi(`/api/settings/retention?${query}`, { key })).status, query).toBe(400);
	}
});

it("counts to ten thousand, and reads no more than that of a longer history", async () => {
	await testEnv.DB.prepare(
		`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 15000)
			INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status, status_at, created_at)
			SELECT 'msg_x' || i, 'conv_1', 'inbound', 'contact', 'transactional', '+1', '+2', '', 1, 'received', 0, i FROM n`,
	).run();
	const { database, cost } = measureDatabase(testEnv.DB);
	const asked = await callApi("/api/settings/retention?textRetentionDays=30", { key, env: { DB: database } });
	expect(await expectJson<RetentionCount>(asked, 200)).toMatchObject({ texts: 10_000 });
	expect(cost.rowsRead).toBeLessThan(10_100);
});

it("tells other browsers that something was saved", async () => {
	const told: unknown[] = [];
	const messaging = {
		publishLive: async (news: unknown[]) => told.push(...news),
	} as unknown as Bindings["MESSAGING"];
	const put = (body: unknown) =>
		callApi("/api/settings", { key, method: "PUT", body, env: { MESSAGING: messaging } });
	await expectJson(await put({ hoursText: "9 to 5" }), 200);
	expect(told).toEqual([{ kind: "settings" }]);
	expect((await put({ ringSeconds: 1 })).status).toBe(400);
	expect(told).toHaveLength(1);
});
