import type { NewWebhook } from "@cloudpbx/contracts/news/webhooks";
import { type WebhookEvent, webhookEvents } from "@cloudpbx/contracts/words/webhook-words";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { officeEvents, webhookDeliveries, webhookSecrets, webhooks } from "@cloudpbx/db/schema/events";
import { calls, voicemails } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addOptOut } from "../../../src/consent/change-opt-outs.ts";
import type { Context } from "../../../src/context.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { listDeliveries } from "../../../src/webhook-deliveries/list-deliveries.ts";
import { redeliver } from "../../../src/webhook-deliveries/redeliver.ts";
import { runWebhook } from "../../../src/webhook-deliveries/run-webhook.ts";
import { testWebhook } from "../../../src/webhook-deliveries/test-webhook.ts";
import { createWebhook } from "../../../src/webhooks/create-webhook.ts";
import { deleteWebhook } from "../../../src/webhooks/delete-webhook.ts";
import { rotateSecret } from "../../../src/webhooks/rotate-secret.ts";
import { updateWebhook } from "../../../src/webhooks/update-webhook.ts";
import { findWebhook, listWebhooks } from "../../../src/webhooks/webhook-row.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { Workshop } from "../workshop.ts";
import { Receiver, signatureOf } from "./receiver.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
const url = "https://receiver.acme.co/cloudpbx";
let shop: Workshop;
let receiver: Receiver;
let ctx: Context;
let texts = 0;

beforeEach(async () => {
	vi.unstubAllGlobals();
	shop = new Workshop();
	receiver = new Receiver().install();
	ctx = shop.messaging;
	await db.batch([
		db.delete(officeEvents),
		db.delete(webhookDeliveries),
		db.delete(webhookSecrets),
		db.delete(webhooks),
		db.delete(calls),
		db.delete(voicemails),
	]);
});

async function create(events: readonly WebhookEvent[] = webhookEvents, at = url): Promise<NewWebhook> {
	const made = await createWebhook(ctx, { url: at, events: [...events], description: "" }, olivia);
	if (!made.ok) throw new Error(made.error.message);
	return made.value;
}

/** A text comes in, and its event leaves the outbox. */
async function text(body = "Hello"): Promise<void> {
	await shop.text(body, { from: `+1415555${2000 + ++texts}` });
	await drainEvents(ctx);
}

/** Delivers what the queue has, each message in its time, until nothing is left or that long has passed. */
async function work(seconds = 3600): Promise<void> {
	const until = shop.at.getTime() + seconds * 1000;
	for (;;) {
		const [next] = shop.webhookJobs.sort((one, other) => one.dueAt - other.dueAt);
		if (next === undefined || next.dueAt > until) return;
		shop.webhookJobs.shift();
		if (next.dueAt > shop.at.getTime()) shop.at = new Date(next.dueAt);
		await runWebhook(ctx, next.job.webhookId);
	}
}

async function deliveriesOf({ id }: { id: string }) {
	const page = await listDeliveries(ctx, id, { limit: 200 });
	if (!page.ok) throw new Error(page.error.message);
	return page.value.items;
}

async function stateOf({ id }: { id: string }) {
	const found = await findWebhook(ctx, id);
	return found.ok ? found.value : null;
}

const down = () => {
	throw new TypeError("Network connection lost.");
};

describe("a delivery", () => {
	it("is what the API shows of the thing, signed as Standard Webhooks has it", async () => {
		const { secret } = await create(["message.received"]);
		await text("Is it ready?");
		await work();
		const [one] = receiver.received;
		expect(receiver.received).toHaveLength(1);
		expect(one?.url).toBe(url);
		expect(one?.signatures).toEqual([one && signatureOf(secret, one)]);
		expect(one?.timestamp).toBe(Math.floor(shop.at.getTime() / 1000));
		expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
		expect(one?.event).toMatchObject({
			type: "message.received",
			data: { id: expect.stringMatching(/^msg_/), body: "Is it ready?", direction: "inbound", to: mainLine },
		});
		expect(new Date(one?.event.timestamp ?? 0).getTime()).toBeGreaterThan(0);
	});

	it("tells of each kind of thing", async () => {
		const webhook = await create();
		shop.at = new Date();
		const at = shop.at;
		await db.insert(calls).values({
			id: "call_1",
			carrierId: "CA1",
			direction: "inbound",
			fromNumber: "+14155550142",
			toNumber: mainLine,
			status: "completed",
			outcome: "abandoned",
			startedAt: at,
			endedAt: at,
		});
		await db.insert(voicemails).values({
			id: "vm_1",
			carrierRecordingId: "RE1",
			callId: "call_1",
			status: "recorded",
			transcriptStatus: "pending",
			createdAt: at,
		});
		await db.update(voicemails).set({ status: "stored" });
		await db.update(voicemails).set({ transcriptStatus: "completed", transcript: "Call me back." });
		await addOptOut(ctx, { number: "+14155550188", reason: "By phone." }, olivia);
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
		await db.update(campaigns).set({ status: "completed" });
		await drainEvents(ctx);
		await work();
		await work();
		const data = Object.fromEntries(receiver.received.map(({ event }) => [event.type, event.data]));
		expect(data).toMatchObject({
			"call.ended": { id: "call_1", outcome: "abandoned" },
			"call.missed": { id: "call_1", from: "+14155550142" },
			"voicemail.stored": { id: "vm_1", callId: "call_1" },
			"voicemail.transcribed": { id: "vm_1", transcript: "Call me back." },
			"consent.changed": { number: "+14155550188", kind: "opt_out" },
			"campaign.finished": { id: "cmp_1", status: "completed", counts: { total: 0 } },
		});
		expect((await deliveriesOf(webhook)).map(({ status }) => status)).toEqual(Array(6).fill("delivered"));
	});

	it("waits until the callbacks of a call have come, and drops a missed call that was none", async () => {
		const webhook = await create(["call.missed"]);
		const call = { direction: "inbound" as const, toNumber: mainLine, startedAt: shop.at };
		await db.insert(calls).values({
			...call,
			id: "call_2",
			carrierId: "CA2",
			status: "completed",
			outcome: "abandoned",
			endedAt: new Date(),
		});
		shop.at = new Date();
		await drainEvents(ctx);
		await work(1);
		expect(receiver.received).toEqual([]);
		await db.update(calls).set({ outcome: "voicemail" });
		await work();
		expect(receiver.received).toEqual([]);
		expect(await deliveriesOf(webhook)).toMatchObject([
			{ type: "call.missed", status: "dropped", tries: [] },
		]);
	});

	it("of what was erased meanwhile sends nothing", async () => {
		const webhook = await create(["voicemail.stored"]);
		const row = { id: "vm_3", carrierRecordingId: "RE3", callId: "call_1", createdAt: shop.at };
		await db.insert(voicemails).values({ ...row, status: "recorded", transcriptStatus: "pending" });
		await db.update(voicemails).set({ status: "stored" });
		await drainEvents(ctx);
		await db.update(voicemails).set({ deletedAt: shop.at });
		await work();
		expect(receiver.received).toEqual([]);
		expect(await deliveriesOf(webhook)).toMatchObject([{ status: "dropped" }]);
	});

	it("that fails is tried again, later each time, under the same id", async () => {
		const webhook = await create(["message.received"]);
		receiver.answer = () =>
			new Response("secret words", { status: receiver.received.length < 4 ? 500 : 200 });
		await text();
		await work();
		const [delivery] = await deliveriesOf(webhook);
		expect(delivery).toMatchObject({ status: "delivered", nextTryAt: null });
		expect(delivery?.tries.map(({ status, statusCode }) => [status, statusCode])).toEqual([
			["failed", 500],
			["failed", 500],
			["failed", 500],
			["delivered", 200],
		]);
		const [first = 0, second = 0, third = 0] = receiver.received.map(({ timestamp }) => timestamp);
		expect(second - first).toBeGreaterThanOrEqual(12);
		expect(third - second).toBeGreaterThan(second - first);
		expect(third - first).toBeLessThan(80);
		expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([delivery?.id]));
		expect(JSON.stringify(delivery)).not.toContain("secret words");
	});

	it.each([
		[
			"a redirect",
			() => new Response(null, { status: 302, headers: { location: "https://receiver.acme.co/2" } }),
			/redirect \(302\)/,
		],
		[
			"no answer in time",
			() => {
				throw new DOMException("", "TimeoutError");
			},
			/within 10 seconds/,
		],
		["no connection", down, /No connection/],
		["404", () => new Response(null, { status: 404 }), /answered 404/],
	])("that meets %s is a failure in words", async (_what, answer, words) => {
		const webhook = await create(["message.received"]);
		receiver.answer = answer;
		await text();
		await work(1);
		expect(receiver.received).toHaveLength(1);
		const [delivery] = await deliveriesOf(webhook);
		expect(delivery?.tries[0]?.reason).toMatch(words);
		expect(delivery).toMatchObject({ status: "pending", nextTryAt: expect.any(String) });
	});
});

describe("a receiver", () => {
	it("that is down for a day is paused, everything waits, and goes out once it goes on", async () => {
		const webhook = await create(["message.received"]);
		receiver.answer = down;
		await text();
		await work(2 * 24 * 3600);
		expect(receiver.received.length).toBeGreaterThan(15);
		expect(await stateOf(webhook)).toMatchObject({
			isPaused: true,
			pausedReason: "failing",
			waitingCount: 1,
		});
		const tries = receiver.received.length;
		await text();
		await work();
		await sweep(ctx);
		await work();
		expect(receiver.received).toHaveLength(tries);
		receiver.answer = () => new Response();
		await updateWebhook(ctx, webhook.id, { isPaused: false });
		await work();
		expect(receiver.received).toHaveLength(tries + 2);
		expect(await stateOf(webhook)).toMatchObject({ isPaused: false, failingSince: null, waitingCount: 0 });
	});

	it("that answers 410 is paused at once", async () => {
		const webhook = await create(["message.received"]);
		receiver.answer = () => new Response(null, { status: 410 });
		await text();
		await text();
		await work();
		expect(await stateOf(webhook)).toMatchObject({ isPaused: true, pausedReason: "gone", waitingCount: 2 });
		await work();
		expect(receiver.received.length).toBeLessThanOrEqual(2);
	});

	it("that never takes one event, and takes the others, goes on without it", async () => {
		const webhook = await create(["message.received"]);
		receiver.answer = ({ event }) => new Response(null, { status: event.data.body === "Poison" ? 500 : 200 });
		await text("Poison");
		await work(60);
		await text("Fine");
		await work(2 * 24 * 3600);
		expect((await deliveriesOf(webhook)).map(({ status }) => status)).toEqual(["delivered", "failed"]);
		expect(await stateOf(webhook)).toMatchObject({ isPaused: false });
	});

	it("that is slow holds no other up, and gets six at a time at most", async () => {
		const slow = await create(["message.received"], "https://slow.receiver.acme.co/");
		const fast = await create(["message.received"]);
		let open = 0;
		let openMax = 0;
		let release: () => void = () => undefined;
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		receiver.answer = async ({ url: to }) => {
			if (!to.includes("slow")) return new Response();
			openMax = Math.max(openMax, ++open);
			await released;
			open--;
			return new Response();
		};
		for (let count = 0; count < 9; count++) await text();
		const slowRuns = [runWebhook(ctx, slow.id), runWebhook(ctx, slow.id)];
		await runWebhook(ctx, fast.id);
		expect(await stateOf(fast)).toMatchObject({ waitingCount: 0 });
		release();
		await Promise.all(slowRuns);
		await work();
		expect(openMax).toBe(6);
		expect(await stateOf(slow)).toMatchObject({ waitingCount: 0 });
		expect(receiver.received).toHaveLength(18);
	});

	it("gets nothing more once the webhook is paused or deleted", async () => {
		const paused = await create(["message.received"]);
		const deleted = await create(["message.received"]);
		await text();
		await updateWebhook(ctx, paused.id, { isPaused: true });
		await deleteWebhook(ctx, deleted.id);
		await text();
		await work();
		await sweep(ctx);
		await work();
		expect(receiver.received).toEqual([]);
		expect(await stateOf(paused)).toMatchObject({ pausedReason: "person", waitingCount: 2 });
		expect(await stateOf(deleted)).toBeNull();
		expect(await db.select().from(webhooks).where(eq(webhooks.id, deleted.id))).toEqual([]);
		const left = await db.select().from(webhookDeliveries);
		expect(left.filter(({ webhookId }) => webhookId === deleted.id)).toEqual([]);
		await updateWebhook(ctx, paused.id, { isPaused: false });
		await work();
		expect(receiver.received).toHaveLength(2);
	});
});

describe("nothing is lost", () => {
	it("when the queue takes no message", async () => {
		const webhook = await create(["message.received"]);
		await text();
		shop.webhookJobs.length = 0;
		shop.pass(60);
		await sweep(ctx);
		await work();
		expect(await deliveriesOf(webhook)).toMatchObject([{ status: "delivered" }]);
	});

	it("when the process dies after a change and before the drain", async () => {
		await create(["message.received"]);
		await shop.text("Hello");
		await sweep(ctx);
		await work();
		expect(receiver.types()).toEqual(["message.received"]);
	});

	it("when the process dies with a delivery in hand: it is made again", async () => {
		const webhook = await create(["message.received"]);
		await text();
		receiver.answer = () => new Promise(() => undefined);
		void runWebhook(ctx, webhook.id);
		await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
		receiver.answer = () => new Response();
		await work();
		expect(receiver.received).toHaveLength(1);
		shop.pass(90);
		await sweep(ctx);
		await work();
		expect(receiver.received).toHaveLength(2);
		expect(await deliveriesOf(webhook)).toMatchObject([{ status: "delivered" }]);
	});

	it("until it has been kept for a week", async () => {
		const webhook = await create(["message.received"]);
		shop.at = new Date();
		await text();
		await work();
		shop.pass(6.9 * 24 * 3600);
		await sweep(ctx);
		expect(await deliveriesOf(webhook)).toHaveLength(1);
		shop.pass(0.2 * 24 * 3600);
		await sweep(ctx);
		expect(await deliveriesOf(webhook)).toEqual([]);
	});
});

describe("a secret", () => {
	it("signs for another day beside the one that replaces it", async () => {
		const webhook = await create(["message.received"]);
		const rotated = await rotateSecret(ctx, webhook.id);
		const secret = rotated.ok ? rotated.value.secret : "";
		await text();
		await work();
		const [both] = receiver.received;
		expect(both?.signatures).toEqual(both && [secret, webhook.secret].map((one) => signatureOf(one, both)));
		shop.pass(24 * 3600 + 1);
		await text();
		await work();
		const alone = receiver.received[1];
		expect(alone?.signatures).toEqual(alone && [signatureOf(secret, alone)]);
	});

	it("is in no answer but that which makes it, and in no row but its own", async () => {
		const { id, secret } = await create();
		await testWebhook(ctx, id);
		const shown = [
			await listWebhooks(ctx),
			await findWebhook(ctx, id),
			await listDeliveries(ctx, id, { limit: 9 }),
		];
		const rows = await Promise.all([db.select().from(webhooks), db.select().from(webhookDeliveries)]);
		expect(JSON.stringify([shown, rows])).not.toContain(secret.slice(6, 20));
	});

	it("is missing after a restore: the webhook waits for a new one", async () => {
		const webhook = await create(["message.received"]);
		await db.delete(webhookSecrets);
		await db.update(webhooks).set({ isPaused: true, pausedReason: "restored", pausedAt: shop.at });
		await text();
		await work();
		const resumed = await updateWebhook(ctx, webhook.id, { isPaused: false });
		expect(resumed).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(await testWebhook(ctx, webhook.id)).toMatchObject({ error: { code: "precondition_failed" } });
		const rotated = await rotateSecret(ctx, webhook.id);
		await work();
		expect(receiver.received).toHaveLength(1);
		const [one] = receiver.received;
		expect(one?.signatures).toEqual(one && rotated.ok && [signatureOf(rotated.value.secret, one)]);
	});
});

describe("a person", () => {
	it("tests a webhook and sees at once what came of it", async () => {
		const webhook = await create(["call.ended"]);
		expect(await testWebhook(ctx, webhook.id)).toMatchObject({
			value: { type: "webhook.test", status: "delivered", tries: [{ statusCode: 200 }] },
		});
		receiver.answer = () => new Response(null, { status: 401 });
		const failed = await testWebhook(ctx, webhook.id);
		expect(failed).toMatchObject({ value: { status: "failed", tries: [{ statusCode: 401 }] } });
		await work();
		expect(receiver.types()).toEqual(["webhook.test", "webhook.test"]);
		const again = await redeliver(ctx, webhook.id, failed.ok ? failed.value.id : "");
		expect(again).toMatchObject({ value: { status: "pending" } });
		receiver.answer = () => new Response();
		await work();
		expect(new Set(receiver.received.slice(1).map(({ id }) => id))).toEqual(
			new Set([failed.ok && failed.value.id]),
		);
	});

	it("has an event delivered again", async () => {
		const webhook = await create(["message.received"]);
		await text();
		await work();
		const [delivery] = await deliveriesOf(webhook);
		expect(await redeliver(ctx, webhook.id, delivery?.id ?? "")).toMatchObject({
			value: { status: "pending" },
		});
		await work();
		expect(receiver.received.map(({ id }) => id)).toEqual([delivery?.id, delivery?.id]);
		expect((await deliveriesOf(webhook))[0]?.tries).toHaveLength(2);
		expect(await redeliver(ctx, webhook.id, "evt_nothing")).toMatchObject({ error: { code: "not_found" } });
		expect(await redeliver(ctx, "whk_nothing", "evt_nothing")).toMatchObject({
			error: { code: "not_found" },
		});
	});

	it("makes twenty webhooks at most, to public addresses only", async () => {
		for (let count = 0; count < 20; count++) await create();
		const more = await createWebhook(ctx, { url, events: ["call.ended"], description: "" }, olivia);
		expect(more).toMatchObject({ error: { code: "limit_exceeded" } });
		const inside = await createWebhook(
			ctx,
			{ url: "http://localhost:9", events: ["call.ended"], description: "" },
			olivia,
		);
		expect(inside).toMatchObject({ error: { code: "bad_input" } });
	});

	it("cannot save over what somebody else saved meanwhile", async () => {
		const { id } = await create();
		const first = await updateWebhook(ctx, id, { description: "CRM", version: 1 });
		expect(first).toMatchObject({ value: { description: "CRM", version: 2 } });
		expect(await updateWebhook(ctx, id, { description: "Other", version: 1 })).toMatchObject({
			error: { code: "conflict", current: { description: "CRM" } },
		});
		expect(await updateWebhook(ctx, id, { url: "https://10.0.0.1/" })).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});
