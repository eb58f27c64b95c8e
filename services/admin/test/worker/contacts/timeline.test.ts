import type { Page } from "@cloudpbx/contracts/api/page";
import type { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import { campaignRecipients, campaigns } from "@cloudpbx/db/schema/campaigns";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

const number = "+14155550123";
const texts = 10_000;
const start = Date.parse("2026-03-01T12:00:00Z");
const lines = ["+18005550100", "+14155550101"];

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	// Three texts share each instant.
	await testEnv.DB.prepare(
		`INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status, status_at, created_at)
		WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${texts - 1})
		SELECT printf('msg_%016x', i), 'conv_' || (i % 2), CASE i % 5 WHEN 0 THEN 'outbound' ELSE 'inbound' END, CASE i % 5 WHEN 0 THEN 'person' ELSE 'contact' END,
			'transactional', CASE i % 5 WHEN 0 THEN l ELSE c END, CASE i % 5 WHEN 0 THEN c ELSE l END, 'text ' || i, 1, 'received', t, t
		FROM (SELECT i, CASE i % 2 WHEN 0 THEN ?1 ELSE ?2 END AS l, ?3 AS c, ?4 + (i / 3) * 60000 AS t FROM n)`,
	)
		.bind(...lines, number, start)
		.run();
	const at = (minutes: number) => new Date(start + minutes * 60_000);
	const call = (id: string, minutes: number, row: Partial<typeof calls.$inferInsert>) => ({
		id,
		carrierId: id,
		direction: "inbound" as const,
		fromNumber: number,
		toNumber: "+18005550100",
		status: "completed" as const,
		startedAt: at(minutes),
		...row,
	});
	await db
		.insert(calls)
		.values([
			call("call_in", 3000, { outcome: "voicemail", extension: "101" }),
			call("call_out", 3000, { direction: "outbound", fromNumber: "+18005550100", toNumber: number }),
		]);
	const voicemail = (id: string, ext: string) => ({
		id,
		carrierRecordingId: id,
		callId: "call_in",
		extension: ext,
		extensionId: `ext_${ext}`,
		fromNumber: number,
		status: "stored" as const,
		transcript: "Please call",
		transcriptStatus: "completed" as const,
		createdAt: at(3000),
	});
	await db.insert(voicemails).values([voicemail("vm_jane", "101"), voicemail("vm_sam", "102")]);
	const campaign = (id: string, minutes: number) => ({
		id,
		name: id,
		message: "Sale",
		status: "completed" as const,
		fromNumber: "+18005550100",
		quietHours: true,
		requireConsent: false,
		isComplete: true,
		createdAt: at(minutes - 5),
		startedAt: at(minutes),
	});
	await db.insert(campaigns).values([campaign("cmp_a", 3000), campaign("cmp_b", 10)]);
	const recipient = (campaignId: string, position: number, status: "delivered" | "skipped") => ({
		campaignId,
		position,
		number,
		status,
		updatedAt: at(1),
	});
	await db
		.insert(campaignRecipients)
		.values([
			recipient("cmp_a", 4, "delivered"),
			recipient("cmp_a", 9, "skipped"),
			recipient("cmp_b", 0, "delivered"),
		]);
	await db.insert(consentEvents).values([
		{ key: "k1", number, kind: "opt_out", source: "keyword", words: "STOP", at: at(3000) },
		{ key: "k2", number, kind: "opt_in", source: "keyword", words: "START", at: at(3000) },
	]);
	await callApi("/api/me", { key });
});

const path = `/api/contacts/${encodeURIComponent(number)}/timeline`;

async function read(query: string, credentials: { key?: string; cookie?: string } = { key }) {
	return expectJson<Page<TimelineItem>>(await callApi(`${path}?${query}`, credentials), 200);
}

async function readAll(query: string, credentials: { key?: string; cookie?: string } = { key }) {
	const items: TimelineItem[] = [];
	let cursor: string | null = "";
	while (cursor !== null) {
		const page: Page<TimelineItem> = await read(`${query}${cursor && `&cursor=${cursor}`}`, credentials);
		items.push(...page.items);
		cursor = page.nextCursor;
	}
	return items;
}

const nameOf = (item: TimelineItem) =>
	item.kind === "campaign" ? item.campaignId : item.kind === "consent" ? item.eventKind : item.id;

it("tells everything of all lines once, newest first, over one cursor", async () => {
	const items = await readAll("limit=199");
	expect(items.filter(({ kind }) => kind === "message")).toHaveLength(texts);
	expect(new Set(items.map((item) => `${item.kind} ${nameOf(item)}`)).size).toBe(items.length);
	expect(items.map(({ at }) => at)).toEqual(
		items
			.map(({ at }) => at)
			.sort()
			.reverse(),
	);
	const others = items.filter(({ kind }) => kind !== "message");
	expect(others.map(nameOf)).toEqual([
		"call_out",
		"call_in",
		"vm_sam",
		"vm_jane",
		"cmp_a",
		"opt_in",
		"opt_out",
		"cmp_b",
	]);
	expect(others.find((item) => nameOf(item) === "cmp_a")).toMatchObject({ status: "delivered" });
	expect(items.find(({ kind }) => kind === "message")).toMatchObject({ ourNumber: lines[1] });
});

it("goes on at the same place where instants are equal, however short the pages", async () => {
	const at = new Date(start + 3000 * 60_000).toISOString();
	const whole = (await readAll("limit=200")).filter((item) => item.at === at);
	const cursorBefore = (await read("limit=200")).items;
	expect(whole).toHaveLength(10);
	expect(cursorBefore.length).toBe(200);
	const seen: string[] = [];
	let cursor: string | null = btoa(JSON.stringify([Date.parse(at) + 1, "consent", 0]));
	while (cursor !== null && seen.length < 10) {
		const page: Page<TimelineItem> = await read(`limit=1&cursor=${cursor}`);
		seen.push(...page.items.map(nameOf));
		cursor = page.nextCursor;
	}
	expect(seen).toEqual(whole.map(nameOf));
});

it("reads bounded rows in one round trip, at the beginning and in the middle of 10,000 texts", async () => {
	const middle = btoa(JSON.stringify([start + 1500 * 60_000, "message", 4500]));
	for (const query of ["limit=50", `limit=50&cursor=${middle}`]) {
		const { database, cost } = measureDatabase(testEnv.DB);
		const response = await callApi(`${path}?${query}`, { key, env: { DB: database } });
		expect(((await response.json()) as Page<TimelineItem>).items).toHaveLength(50);
		expect(cost.roundTrips).toBeLessThanOrEqual(2);
		expect(cost.rowsRead).toBeLessThan(260);
	}
});

it("is there for a number that nobody knows, and for a short code", async () => {
	for (const other of ["+14155550999", "72345"]) {
		const response = await callApi(`/api/contacts/${encodeURIComponent(other)}/timeline`, { key });
		expect(await expectJson(response, 200)).toEqual({ items: [], nextCursor: null });
	}
	expect((await callApi("/api/contacts/nobody/timeline", { key })).status).toBe(400);
	expect((await callApi(`${path}?cursor=x`, { key })).status).toBe(400);
	const ofCalls = btoa(JSON.stringify([5, "call", 7]));
	expect((await callApi(`${path}?cursor=${ofCalls}`, { key })).status).toBe(400);
});

it("shows each kind only with its scope, and an agent the voicemail of the own boxes", async () => {
	const kinds = async (credentials: { key?: string; cookie?: string }) => [
		...new Set((await readAll("limit=200", credentials)).map(({ kind }) => kind)),
	];
	expect(await kinds({ key: await giveKey(["contacts:read"]) })).toEqual([]);
	expect(await kinds({ key: await giveKey(["contacts:read", "calls:read"]) })).toEqual(["call"]);
	expect(await kinds({ key: await giveKey(["contacts:read", "campaigns:read"]) })).toEqual(["campaign"]);
	expect((await callApi(path, { key: await giveKey(["messages:read"]) })).status).toBe(403);
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	const cookie = await signIn("jane@acme.example");
	const items = await readAll("limit=200", { cookie });
	expect(items.flatMap((item) => (item.kind === "voicemail" ? item.id : []))).toEqual(["vm_jane"]);
	expect(items.some(({ kind }) => kind === "call" || kind === "campaign")).toBe(false);
});
