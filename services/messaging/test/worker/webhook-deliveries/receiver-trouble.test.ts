import { webhookDeliveries, webhooks } from "@cloudpbx/db/schema/events";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { sweep } from "../../../src/sweep/sweep.ts";
import { runWebhook } from "../../../src/webhook-deliveries/run-webhook.ts";
import { deleteWebhook } from "../../../src/webhooks/delete-webhook.ts";
import { updateWebhook } from "../../../src/webhooks/update-webhook.ts";
import { db } from "../company.ts";
import {
	create,
	ctx,
	deliveriesOf,
	down,
	receiver,
	setUpWebhooks,
	shop,
	stateOf,
	text,
	work,
} from "./webhooks-stage.ts";

setUpWebhooks();

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
