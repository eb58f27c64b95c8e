import { beforeEach, expect, it } from "vitest";
import { settleRestored } from "../../src/settle-restored.ts";
import { companyAt, insert, insertCampaign, insertText } from "../fill-company.ts";
import { type MemoryStore, openMemoryStore } from "../memory-store.ts";

const createdAt = new Date(companyAt);
const now = new Date(companyAt + 3_600_000);

let store: MemoryStore;
beforeEach(() => {
	store = openMemoryStore();
});

function settle(hasSameCarrier = false) {
	return settleRestored(store, { createdAt, hasSameCarrier }, now);
}

function rows(sql: string) {
	return store.database.prepare(sql).all();
}

it("pauses what was sending, with the reason, and leaves what only has to be closed", async () => {
	insertCampaign(store, { id: "cmp_1" }, ["sent", "queued", "sending"]);
	insertCampaign(store, { id: "cmp_2" }, ["sent", "delivered"]);
	insertCampaign(store, { id: "cmp_3", status: "paused", reason: "Paused by hand." }, ["queued"]);
	expect(await settle()).toMatchObject({ campaignsPaused: 1 });
	expect(rows("SELECT id, status, reason FROM campaigns ORDER BY id")).toEqual([
		{ id: "cmp_1", status: "paused", reason: expect.stringContaining("copy of 2026-11-30 12:00 UTC") },
		{ id: "cmp_2", status: "sending", reason: null },
		{ id: "cmp_3", status: "paused", reason: "Paused by hand." },
	]);
});

it("gives claims and leases back: nobody here holds them", async () => {
	insertCampaign(store, { id: "cmp_1" }, ["sending", "queued"]);
	const lease = { lease_id: "lease", lease_until: companyAt * 2, wake_at: companyAt * 2, next_slot_at: 7 };
	insert(store, "campaign_senders", { number: "+14155550101", ...lease });
	await settle();
	expect(rows("SELECT due_at FROM campaign_recipients WHERE status = 'sending'")).toEqual([{ due_at: 0 }]);
	expect(rows("SELECT lease_id, lease_until, wake_at, next_slot_at FROM campaign_senders")).toEqual([
		{ lease_id: null, lease_until: 0, wake_at: 0, next_slot_at: 7 },
	]);
});

it("starts no campaign whose time has passed, and keeps the others scheduled", async () => {
	insertCampaign(store, { id: "cmp_1", status: "scheduled", start_at: now.getTime() - 1 }, ["queued"]);
	insertCampaign(store, { id: "cmp_2", status: "scheduled", start_at: now.getTime() + 1 }, ["queued"]);
	expect(await settle()).toMatchObject({ campaignsUnscheduled: 1 });
	expect(rows("SELECT id, status FROM campaigns ORDER BY id")).toEqual([
		{ id: "cmp_1", status: "draft" },
		{ id: "cmp_2", status: "scheduled" },
	]);
});

it("counts recipients anew: they were read before their campaign", async () => {
	insertCampaign(store, { id: "cmp_1", sent_count: 9, queued_count: 4 }, ["sent", "sent", "queued"]);
	await settle();
	expect(rows("SELECT sent_count AS sent, queued_count AS queued FROM campaigns")).toEqual([
		{ sent: 2, queued: 1 },
	]);
});

it("gives up a text of which another carrier account cannot tell, and its recipient with it", async () => {
	insertCampaign(store, { id: "cmp_a1" }, ["sent", "sending", "sending"]);
	const open = { status: "pending", is_attempt_open: 1, attempts: 1, check_at: 1 };
	insertText(store, { id: "msg_1", ...open, campaign_id: "cmp_a1", recipient_id: "rcp_a1_1" });
	insertText(store, { id: "msg_2", ...open, is_attempt_open: 0 });
	expect(await settle()).toMatchObject({ textsUnknown: 1 });
	expect(rows("SELECT id, status, is_attempt_open AS open FROM messages")).toEqual([
		{ id: "msg_1", status: "failed", open: 0 },
		{ id: "msg_2", status: "pending", open: 0 },
	]);
	expect(rows("SELECT status FROM campaign_recipients ORDER BY position")).toEqual([
		{ status: "sent" },
		{ status: "failed" },
		{ status: "sending" },
	]);
	expect(rows("SELECT sending_count AS sending, failed_count AS failed FROM campaigns")).toEqual([
		{ sending: 1, failed: 1 },
	]);
});

it("asks the same carrier account about every text before it is sent again", async () => {
	insertText(store, {
		id: "msg_1",
		status: "pending",
		attempts: 1,
		attempted_at: companyAt + 5,
		check_at: 1,
	});
	insertText(store, { id: "msg_2", status: "pending", attempts: 0 });
	insertText(store, { id: "msg_3", status: "delivered", carrier_id: "SM3" });
	expect(await settle(true)).toMatchObject({ textsUnknown: 0 });
	const columns = "id, is_attempt_open AS open, attempted_at AS attemptedAt, check_at AS checkAt";
	expect(rows(`SELECT ${columns} FROM messages`)).toEqual([
		{ id: "msg_1", open: 1, attemptedAt: companyAt + 5, checkAt: now.getTime() },
		{ id: "msg_2", open: 1, attemptedAt: companyAt, checkAt: now.getTime() },
		{ id: "msg_3", open: 0, attemptedAt: null, checkAt: null },
	]);
});

it("writes the row that decides calls anew: copied rows run no triggers", async () => {
	const person = { id: "ext_1", ext: "101", name: "Jane", status: "active", created_at: 1, updated_at: 1 };
	insert(store, "extensions", person);
	store.database.exec("UPDATE office SET settings = '{}', extensions = '[]', lines = '{}'");
	await settle();
	expect(rows("SELECT extensions ->> '$[0].name' AS name FROM office")).toEqual([{ name: "Jane" }]);
});

it("pauses webhooks, whose secrets stay behind, and knows again what they listen to", async () => {
	const url = "https://hooks.acme.example/";
	const events = JSON.stringify(["call.missed"]);
	insert(store, "webhooks", {
		id: "whk_1",
		url,
		events,
		created_at: 1,
		lease_id: "lease",
		lease_until: 9e15,
	});
	store.database.exec("UPDATE event_ears SET webhooks = ''");
	await settle();
	expect(rows("SELECT is_paused, paused_reason, lease_until FROM webhooks")).toEqual([
		{ is_paused: 1, paused_reason: "restored", lease_until: 0 },
	]);
	expect(rows("SELECT webhooks FROM event_ears")).toEqual([{ webhooks: "call.missed" }]);
});
