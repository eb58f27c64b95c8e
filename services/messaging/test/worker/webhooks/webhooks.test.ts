import { webhookDeliveries, webhookSecrets, webhooks } from "@cloudpbx/db/schema/events";
import { describe, expect, it } from "vitest";
import { listDeliveries } from "../../../src/webhook-deliveries/list-deliveries.ts";
import { redeliver } from "../../../src/webhook-deliveries/redeliver.ts";
import { testWebhook } from "../../../src/webhook-deliveries/test-webhook.ts";
import { createWebhook } from "../../../src/webhooks/create-webhook.ts";
import { rotateSecret } from "../../../src/webhooks/rotate-secret.ts";
import { updateWebhook } from "../../../src/webhooks/update-webhook.ts";
import { getWebhook, listWebhooks } from "../../../src/webhooks/webhook-row.ts";
import { db } from "../company.ts";
import { signatureOf } from "../webhook-deliveries/receiver.ts";
import {
	create,
	ctx,
	deliveriesOf,
	olivia,
	receiver,
	setUpWebhooks,
	shop,
	text,
	url,
	work,
} from "../webhook-deliveries/webhooks-stage.ts";

setUpWebhooks();

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
			await getWebhook(ctx, id),
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
