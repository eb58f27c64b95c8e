import {
	createExecutionContext,
	createMessageBatch,
	getQueueResult,
	waitOnExecutionContext,
} from "cloudflare:test";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { consumeQueue } from "../../src/queue.ts";
import { MessagingService } from "../../src/rpc.ts";
import { db, foundCompany, mainLine, testEnv } from "./company.ts";
import release from "./releases/0.1.0.json" with { type: "json" };
import { answer, loadConversation, loadThread, Workshop } from "./workshop.ts";

const { queues, calls } = release;
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const asker = "+14155550199";
const waiter = "+14155550166";
const receiver = "+14155550111";
const fileAt = (id: string) =>
	`${testEnv.TWILIO_API_URL}/2010-04-01/Accounts/${testEnv.TWILIO_ACCOUNT_SID}/Messages/MM1/Media/${id}`;
let shop: Workshop;

/** The rows that the last release had stored. */
beforeAll(async () => {
	await foundCompany();
	shop = new Workshop();
	shop.model = () => answer("From 9 am to 5 pm.");
	shop.at = new Date(Date.now() - 10_000);
	for (const from of [asker, waiter, "+14155550144"]) await shop.text("When do you open?", { from });
	const pending = (id: string, body: string) => ({
		id,
		conversationId: "conv_1",
		direction: "outbound" as const,
		author: "person" as const,
		category: "transactional" as const,
		fromNumber: mainLine,
		toNumber: receiver,
		body,
		segments: 1,
		status: "pending" as const,
		statusAt: shop.at,
		createdAt: shop.at,
	});
	const asked = {
		attempts: 1,
		attemptedAt: shop.at,
		isAttemptOpen: true,
		checkAt: new Date(Date.now() + 60_000),
	};
	await db
		.insert(messages)
		.values([
			pending("msg_00000000000000000000000000000001", "Never handed over"),
			{ ...pending("msg_00000000000000000000000000000002", "Handed over"), ...asked },
		]);
	await db.insert(campaigns).values({
		id: "cmp_1",
		name: "Sale",
		message: "Acme: our sale starts today. Reply STOP to opt out.",
		status: "sending",
		fromNumber: mainLine,
		quietHours: false,
		requireConsent: false,
		isComplete: true,
		createdAt: shop.at,
	});
	const file = (id: string) => ({
		id,
		messageId: "msg_1",
		url: fileAt(id),
		contentType: "image/png",
		status: "pending" as const,
		requestedAt: shop.at,
	});
	const stored = { status: "stored" as const, mediaKey: "media/1.png", bytes: 4 };
	await db
		.insert(messageMedia)
		.values([file("media_pending"), file("media_lost"), { ...file("media_stored"), ...stored }]);
	const png = () => new Response(picture, { headers: { "content-type": "image/png" } });
	shop.carrier.media.set(fileAt("media_pending"), png);
	const text = shop.carrier.receive(mainLine, receiver, "Handed over", shop.at);
	text.direction = "outbound-api";
	text.status = "queued";
});

async function deliver(queue: string, bodies: readonly object[], more: object = {}) {
	const batch = createMessageBatch(
		queue,
		bodies.map((body, index) => ({
			id: `m${index}`,
			timestamp: new Date(),
			attempts: 1,
			body: { ...body, ...more },
		})),
	);
	const context = createExecutionContext();
	await consumeQueue(batch, { ...testEnv, AI: shop.ai as unknown as Ai }, context);
	const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
	return { done: explicitAcks, again: retryMessages.map(({ msgId }) => msgId) };
}

async function loadFile(id: string) {
	const [row] = await db.select().from(messageMedia).where(eq(messageMedia.id, id));
	return row;
}

describe("jobs of the last release", () => {
	it("of a kind that nobody here knows are left to a newer version, and the others of their batch are done", async () => {
		const unknown = { task: "translate", messageId: "msg_1" };
		const result = await deliver("message-jobs", [unknown, ...queues["message-jobs"]]);
		expect(result).toEqual({ done: ["m1", "m2", "m3", "m4"], again: ["m0"] });
		expect(await deliver("message-jobs-dead", [unknown])).toEqual({ done: ["m0"], again: [] });
		expect(await deliver("assistant-replies", [unknown])).toEqual({ done: [], again: ["m0"] });
		expect(await deliver("assistant-replies-dead", [unknown])).toEqual({ done: ["m0"], again: [] });
	});

	it("send, settle, fetch and receive, once", async () => {
		const result = await deliver("message-jobs", queues["message-jobs"]);
		expect(result).toEqual({ done: ["m0", "m1", "m2", "m3"], again: [] });
		const sent = shop.carrier.sent(receiver).map(({ body }) => body);
		expect(sent.sort()).toEqual(["Handed over", "Never handed over"]);
		const rows = await db.select().from(messages).where(eq(messages.toNumber, receiver));
		expect(rows.map(({ status }) => status)).toEqual(["queued", "queued"]);
		expect(await loadFile("media_pending")).toMatchObject({ status: "stored", bytes: picture.length });
		expect(await loadThread("+14155550122")).toMatchObject([{ body: "Sent while the database was away" }]);
	});

	it("answer, also with a field that nobody here knows", async () => {
		const jobs = queues["assistant-replies"];
		expect(await deliver("assistant-replies", jobs, { priority: "high" })).toEqual({
			done: ["m0"],
			again: [],
		});
		expect(await loadThread(asker)).toMatchObject([{ author: "contact" }, { body: "From 9 am to 5 pm." }]);
	});

	it("hand to people, and give up, from the dead-letter queues", async () => {
		await deliver("assistant-replies-dead", queues["assistant-replies-dead"]);
		expect(await loadConversation(waiter)).toMatchObject({ mode: "waiting" });
		await deliver("message-jobs-dead", queues["message-jobs-dead"]);
		expect(await loadFile("media_lost")).toMatchObject({ status: "failed" });
	});
});

it("answers the last release's calls as they were answered", async () => {
	const context = createExecutionContext();
	const service = new MessagingService(context, { ...testEnv, PUBLIC_URL: "https://pbx.acme.dev" });
	// The last release stored a person's text under the chosen id; this one derives the id from it.
	const made = new Map<string, string>();
	const renew = <Part>(part: Part): Part =>
		JSON.parse([...made].reduce((text, [chosen, id]) => text.replaceAll(chosen, id), JSON.stringify(part)));
	for (const { method, input, answer } of calls) {
		const ask = service[method as keyof MessagingService] as (...input: unknown[]) => Promise<unknown>;
		const isSent = method === "sendText" || method === "reply";
		const got = await ask.apply(service, isSent ? input : renew(input));
		const [chosen, sent] = [answer, got].map((one) => (one as { value?: { id?: string } }).value?.id);
		if (isSent && chosen && sent) made.set(chosen, sent);
		expect(got, method).toMatchObject(renew(answer));
	}
	await waitOnExecutionContext(context);
	for (const number of ["+14155550144", "+14155550133", "+14155550134"]) {
		expect(shop.carrier.sent(number), number).toHaveLength(1);
	}
});
