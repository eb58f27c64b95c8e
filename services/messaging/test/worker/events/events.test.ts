import { webhookEvents } from "@cloudpbx/contracts/words/webhook-words";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { eventEars, officeEvents, webhookDeliveries, webhooks } from "@cloudpbx/db/schema/events";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addOptOut } from "../../../src/consent/change-opt-outs.ts";
import { applyStatus } from "../../../src/delivery/receive-status.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { answer, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
const from = "+14155550142";
const at = new Date("2026-11-20T18:00:00Z");
let shop: Workshop;

beforeEach(async () => {
	shop = new Workshop();
	await db.batch([
		db.delete(officeEvents),
		db.delete(webhookDeliveries),
		db.delete(webhooks),
		db.delete(calls),
		db.delete(voicemails),
		db.delete(campaigns),
		db.update(eventEars).set({ webhooks: "", notices: "" }),
	]);
});

async function listen(events: readonly string[], more: Partial<typeof webhooks.$inferInsert> = {}) {
	const id = `whk_${crypto.randomUUID()}`;
	const url = "https://receiver.acme.co/";
	await db.insert(webhooks).values({ id, url, events: [...events], createdAt: at, ...more });
	return id;
}

async function takeEvents(): Promise<string[]> {
	const rows = await db.select().from(officeEvents).orderBy(asc(officeEvents.at), asc(officeEvents.event));
	await db.delete(officeEvents);
	return rows.map(({ event }) => event);
}

const call = (id: string, more: Partial<typeof calls.$inferInsert> = {}) => ({
	id,
	carrierId: id,
	direction: "inbound" as const,
	fromNumber: from,
	toNumber: mainLine,
	status: "in_progress" as const,
	startedAt: at,
	...more,
});

const voicemail = (id: string, more: Partial<typeof voicemails.$inferInsert> = {}) => ({
	id,
	carrierRecordingId: id,
	callId: "call_1",
	status: "recorded" as const,
	transcriptStatus: "pending" as const,
	createdAt: at,
	...more,
});

describe("the outbox", () => {
	it("stays empty while nobody listens", async () => {
		await db.insert(calls).values(call("call_1", { endedAt: at, outcome: "abandoned" }));
		await shop.text("Hello", { from });
		await shop.deliverJobs(60);
		expect(await takeEvents()).toEqual([]);
	});

	it("holds what somebody listens to, and nothing else", async () => {
		await listen(["call.ended"]);
		await db.insert(calls).values(call("call_1", { endedAt: at, outcome: "abandoned" }));
		await shop.text("Hello", { from });
		expect(await takeEvents()).toEqual(["call.ended"]);
		await db.update(eventEars).set({ notices: "message.received" });
		await shop.text("Hello?", { from });
		expect(await takeEvents()).toEqual(["message.received"]);
	});

	it("forgets who listened when the last webhook goes", async () => {
		const id = await listen(["message.received"]);
		await db.update(webhooks).set({ deletedAt: at }).where(eq(webhooks.id, id));
		await shop.text("Hello", { from });
		expect(await takeEvents()).toEqual([]);
	});

	it.each([
		["answered", ["call.ended"]],
		["voicemail", ["call.ended"]],
		["informed", ["call.ended"]],
		["blocked", ["call.ended"]],
		["abandoned", ["call.ended", "call.missed"]],
		["failed", ["call.ended", "call.missed"]],
	] as const)("tells once that a call ended that was %s", async (outcome, expected) => {
		await listen(webhookEvents);
		await db.insert(calls).values(call("call_1"));
		expect(await takeEvents()).toEqual([]);
		await db.update(calls).set({ endedAt: at, outcome });
		await db.update(calls).set({ endedAt: at, durationSeconds: 3 });
		expect(await takeEvents()).toEqual(expected);
	});

	it("tells that a call which never had a row ended, and never that one of ours was missed", async () => {
		await listen(webhookEvents);
		await db
			.insert(calls)
			.values([
				call("call_1", { endedAt: at, outcome: "failed" }),
				call("call_2", { direction: "outbound", endedAt: at, outcome: "failed" }),
			]);
		expect(await takeEvents()).toEqual(["call.ended", "call.ended", "call.missed"]);
	});

	it("tells that a voicemail is stored, and that it is transcribed, once", async () => {
		await listen(webhookEvents);
		await db.insert(voicemails).values(voicemail("vm_1"));
		expect(await takeEvents()).toEqual([]);
		await db.update(voicemails).set({ transcriptStatus: "completed", transcript: "Hello" });
		expect(await takeEvents()).toEqual(["voicemail.transcribed"]);
		await db.update(voicemails).set({ status: "stored", storedAt: at });
		await db.update(voicemails).set({ status: "stored", transcriptStatus: "completed" });
		expect(await takeEvents()).toEqual(["voicemail.stored"]);
		await db.insert(voicemails).values(voicemail("vm_2", { transcriptStatus: "completed" }));
		expect(await takeEvents()).toEqual(["voicemail.transcribed"]);
	});

	it("tells of a text, of what becomes of ours, of a waiting conversation and of consent", async () => {
		await listen(webhookEvents);
		await shop.text("Hi", { from });
		expect(await takeEvents()).toEqual(["message.received"]);
		await shop.deliverJobs(60);
		await takeEvents();
		shop.model = () => answer("Let me ask.", { needsPerson: true });
		await shop.text("A human, please", { from });
		await shop.deliverJobs(60);
		const events = await takeEvents();
		expect(events.filter((event) => event === "conversation.waiting")).toHaveLength(1);
		await sendByPerson(shop.messaging, { to: from, message: "Ready." }, olivia);
		await takeEvents();
		const [text] = shop.carrier.sent(from).slice(-1);
		const news = { carrierId: text?.sid ?? "", status: "delivered" as const, errorCode: null };
		await applyStatus(shop.messaging, null, news);
		await applyStatus(shop.messaging, null, news);
		expect(await takeEvents()).toEqual(["message.updated"]);
		await addOptOut(shop.messaging, { number: from, reason: "By phone." }, olivia);
		expect(await takeEvents()).toEqual(["consent.changed"]);
	});

	it("tells how a campaign ended, and that one was stopped", async () => {
		await listen([...webhookEvents, "campaign.stopped"]);
		await db.insert(campaigns).values({
			id: "cmp_1",
			name: "Sale",
			message: "Sale!",
			status: "sending",
			fromNumber: mainLine,
			quietHours: true,
			requireConsent: false,
			isComplete: true,
			createdAt: at,
		});
		await db.update(campaigns).set({ status: "paused", reason: "Many errors." });
		expect(await takeEvents()).toEqual(["campaign.stopped"]);
		await db.update(campaigns).set({ status: "sending" });
		await db.update(campaigns).set({ status: "completed" });
		expect(await takeEvents()).toEqual(["campaign.finished"]);
	});

	it("tells of a number that has come into trouble, not of one that still is", async () => {
		await db.update(eventEars).set({ notices: "number.trouble" });
		const trouble = (id: string) => ({
			id,
			number: mainLine,
			trouble: "drifted" as const,
			message: "It drifted.",
		});
		await db.insert(numberChecks).values({ id: 1, checkedAt: at, troubles: [trouble("num_1")] });
		await db.update(numberChecks).set({ troubles: [trouble("num_1"), trouble("num_2")] });
		const rows = await db.select().from(officeEvents).orderBy(asc(officeEvents.subjectId));
		expect(rows).toMatchObject([{ subjectId: "num_1", detail: "drifted" }, { subjectId: "num_2" }]);
		await db.delete(officeEvents);
		await db.update(numberChecks).set({ troubles: [trouble("num_2")] });
		expect(await takeEvents()).toEqual([]);
	});

	it("loses an event with the transaction that would have made it true", async () => {
		await listen(webhookEvents);
		const insert = sql`INSERT INTO calls (id, carrier_id, direction, to_number, status, started_at, ended_at)
			VALUES ('call_9', 'c', 'inbound', ${mainLine}, 'completed', 1, 2)`;
		await expect(runBatch(db, [insert, insert])).rejects.toThrow();
		expect(await takeEvents()).toEqual([]);
	});
});

describe("a drain", () => {
	it("gives each listener its delivery once, oldest event first, and takes the events away", async () => {
		const one = await listen(["message.received"]);
		const other = await listen(webhookEvents);
		await shop.text("Hello", { from });
		const [drained, again] = await Promise.all([drainEvents(shop.messaging), drainEvents(shop.messaging)]);
		expect(drained.count + again.count).toBe(1);
		const rows = await db.select().from(webhookDeliveries);
		expect(rows.map(({ webhookId }) => webhookId).sort()).toEqual([one, other].sort());
		expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(1);
		expect(await db.select().from(officeEvents)).toEqual([]);
		expect(shop.webhookJobs.map(({ job }) => job.webhookId).sort()).toEqual([one, other].sort());
	});

	it("takes 2,000 events at most, a hundred a transaction, and leaves the rest for the next", async () => {
		await listen(["call.ended"]);
		await db.run(sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2050)
			INSERT INTO office_events (id, event, subject_id, at) SELECT 'evt_' || printf('%012x', i), 'call.ended', 'call_' || i, i FROM n`);
		expect((await drainEvents(shop.messaging)).count).toBe(2000);
		expect((await drainEvents(shop.messaging)).count).toBe(50);
	});

	it("collects for a webhook that was paused within a week, and not for one that was longer ago", async () => {
		await listen(["message.received"], { isPaused: true, pausedReason: "person", pausedAt: shop.at });
		const old = new Date(shop.at.getTime() - 8 * 24 * 3600 * 1000);
		await listen(["message.received"], { isPaused: true, pausedReason: "gone", pausedAt: old });
		await shop.text("Hello", { from });
		expect(await drainEvents(shop.messaging)).toEqual({ count: 1, isHeard: true });
		expect(await db.select().from(webhookDeliveries)).toHaveLength(1);
	});
});
