import { webhookEvents } from "@cloudpbx/contracts/words/webhook-words";
import { openDb } from "@cloudpbx/db/open-db";
import { type Counters, toCounters } from "@cloudpbx/kit/counters";
import { measureBindings } from "@cloudpbx/kit/measure-bindings";
import { beforeAll, expect, it } from "vitest";
import type { Context } from "../../../src/context.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { runWebhook } from "../../../src/webhook-deliveries/run-webhook.ts";
import { createWebhook } from "../../../src/webhooks/create-webhook.ts";
import { foundCompany, testEnv } from "../company.ts";
import { Receiver } from "../webhook-deliveries/receiver.ts";
import { receive } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let texts = 0;

async function costOfText(): Promise<Counters> {
	const { env, cost } = measureBindings(testEnv);
	expect((await receive(`cost${++texts}`, "Hello?", {}, { database: env.DB, env })).status).toBe(200);
	return toCounters(cost);
}

async function costOf(shop: Workshop, work: (ctx: Context) => Promise<unknown>): Promise<Counters> {
	const { env, cost } = measureBindings(testEnv);
	await work(shop.open({ db: openDb(env.DB) }));
	return toCounters(cost);
}

it("adds one row to what a text writes when a webhook hears everything, and no round trip", async ({
	task,
}) => {
	await costOfText();
	const unheard = await costOfText();
	const shop = new Workshop();
	new Receiver().install();
	const made = await createWebhook(
		shop.messaging,
		{ url: "https://receiver.acme.co/", events: [...webhookEvents], description: "" },
		olivia,
	);
	const id = made.ok ? made.value.id : "";
	const heard = await costOfText();
	const drain = await costOf(shop, drainEvents);
	const delivery = await costOf(shop, (ctx) => runWebhook(ctx, id));
	Object.assign(task.meta, { counters: { events: { unheard, heard, drain, delivery } } });
	expect(heard).toEqual({ ...unheard, rowsWritten: unheard.rowsWritten + 1 });
	expect(drain).toMatchObject({ roundTrips: 1, rowsWritten: 3 });
	expect(delivery.roundTrips).toBe(3);
	expect(delivery.rowsWritten).toBeLessThanOrEqual(7);
	expect(delivery.rowsRead).toBeLessThanOrEqual(40);
});
