import {
	createExecutionContext,
	createMessageBatch,
	getQueueResult,
	waitOnExecutionContext,
} from "cloudflare:test";
import { accept } from "@cloudpbx/contracts/errors";
import type { SendText } from "@cloudpbx/contracts/texts/conversation-input";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { SendTextRequest } from "@cloudpbx/contracts/texts/sending";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSendRequests } from "../../../../messaging/src/gate/read-send-requests.ts";
import { sendPaced } from "../../../../messaging/src/gate/send-paced.ts";
import { listResults } from "../../../../messaging/src/gate/send-texts.ts";
import { sendByPerson } from "../../../../messaging/src/inbox/send-by-person.ts";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { Workshop } from "../../../../messaging/test/worker/workshop.ts";
import { consumeQueue } from "../../../src/queue.ts";
import { CampaignsService } from "../../../src/rpc.ts";
import { clearCampaigns, loadRecipients } from "../rows.ts";
import { olivia, testEnv } from "../stage.ts";
import release from "./0.1.0.json" with { type: "json" };

/** A release's ids are hashes: no two begin alike, as these ones do that were written by hand. */
const { queues, calls } = JSON.parse(
	JSON.stringify(release).replaceAll(/cmp_0{31}(\d)/g, (_, digit: string) => `cmp_${digit.repeat(32)}`),
) as typeof release;
const reader = "+14155570001";
let shop: Workshop;
let bindings: CampaignsEnv;

beforeAll(foundCompany);
beforeEach(async () => {
	await clearCampaigns();
	shop = new Workshop();
	const sleep = (milliseconds: number) => scheduler.wait(milliseconds);
	const messaging = shop.open({ now: () => new Date(), sleep });
	const gate = {
		sendTexts: async (requests: SendTextRequest[]) =>
			accept(
				await sendPaced(
					messaging,
					await readSendRequests(requests.map((request) => SendTextRequest.parse(request))),
				),
			),
		listResults: async (ids: string[]) => accept(await listResults(messaging, ids)),
		sendText: (input: SendText, actor: Actor) => sendByPerson(messaging, input, actor),
		publishLive: async () => accept(null),
	};
	bindings = {
		DB: testEnv.DB,
		MESSAGING: gate as unknown as Fetcher,
		CAMPAIGN_QUEUE: { send: async () => undefined } as unknown as Queue,
		SEGMENT_PRICE_USD: 0.01,
		CLAIM_SECONDS: 20,
		RUN_SECONDS: 10,
		RUN_BATCHES: 7,
		SWEEP_AFTER_SECONDS: 600,
	};
});

async function deliver(queue: string, bodies: readonly unknown[]) {
	const batch = createMessageBatch(
		queue,
		bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), attempts: 1, body })),
	);
	const context = createExecutionContext();
	await consumeQueue(batch, bindings, context);
	const { explicitAcks, retryMessages, ackAll } = await getQueueResult(batch, context);
	await waitOnExecutionContext(context);
	return {
		done: ackAll ? bodies.length : explicitAcks.length,
		again: retryMessages.map(({ msgId }) => msgId),
	};
}

async function begin(): Promise<string> {
	const service = new CampaignsService(createExecutionContext(), bindings);
	const plan = { name: "Sale", message: "Our sale starts today. Reply STOP to opt out.", quietHours: false };
	const made = await service.createCampaign(
		{ plan, recipients: [{ number: reader }], isDraft: false },
		olivia,
	);
	if (!made.ok) throw new Error(made.error.message);
	return made.value.id;
}

describe("jobs of the last release", () => {
	it.each([
		["as they were sent", {}],
		["with an unknown field", { priority: "high" }],
	])("send the waiting texts, %s", async (_, more) => {
		const id = await begin();
		const jobs = queues["campaign-batches"].map((job) => ({ ...job, ...more }));
		expect(await deliver("campaign-batches", jobs)).toEqual({ done: 1, again: [] });
		expect(shop.carrier.sent(reader)).toHaveLength(1);
		expect(await loadRecipients(id)).toMatchObject([{ status: "sent" }]);
	});

	it("of an unknown kind are left to a newer version, and the others of their batch are done", async () => {
		await begin();
		const unknown = { senders: ["+18005550100"] };
		const jobs = [unknown, ...queues["campaign-batches"]];
		expect(await deliver("campaign-batches", jobs)).toEqual({ done: 1, again: ["m0"] });
		expect(shop.carrier.sent(reader)).toHaveLength(1);
		const dead = [unknown, ...queues["campaign-batches-dead"]];
		expect(await deliver("campaign-batches-dead", dead)).toEqual({ done: 2, again: [] });
	});
});

it("answers the last release's calls as the last release did", async () => {
	const context = createExecutionContext();
	const service = new CampaignsService(context, bindings);
	for (const { method, input, answer } of calls) {
		const ask = service[method as keyof CampaignsService] as (...input: unknown[]) => Promise<unknown>;
		expect(await ask.apply(service, input), method).toMatchObject({ ...answer });
	}
	await waitOnExecutionContext(context);
	expect(shop.carrier.sent("+14155570009")).toHaveLength(1);
});
