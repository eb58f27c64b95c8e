import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { WebhookReceiver } from "../set-up/webhook-receiver.ts";

const mainLine = "+18005550100";
const example = join(import.meta.dirname, "../../../examples/webhook-receiver/receive-webhooks.mjs");

interface Webhook {
	id: string;
	secret: string;
	isPaused: boolean;
	pausedReason: string | null;
	waitingCount: number;
}
interface Delivery {
	id: string;
	type: string;
	subjectId: string;
	status: string;
	tries: { status: string; statusCode: number | null; reason: string | null }[];
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let nextContact = 100;
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 5, sweepAfterSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(5);
}, 120_000);
afterAll(async () => {
	await Promise.all(receivers.map((receiver) => receiver.stop()));
	await stopTestMesh(mesh);
});

async function newReceiver(): Promise<WebhookReceiver> {
	const receiver = await new WebhookReceiver().start();
	receivers.push(receiver);
	return receiver;
}

async function listen({ url }: { url: string }, ...events: string[]): Promise<Webhook> {
	const { status, body } = await api<Webhook>("POST", "/webhooks", { url, events });
	expect(status, JSON.stringify(body)).toBe(201);
	return body;
}

const show = async ({ id }: Webhook) => (await api<Webhook>("GET", `/webhooks/${id}`)).body;
const deliveriesOf = async ({ id }: Webhook) =>
	(await api<{ items: Delivery[] }>("GET", `/webhooks/${id}/deliveries`)).body.items;
const remove = ({ id }: Webhook) => api("DELETE", `/webhooks/${id}`);

async function text(body: string): Promise<string> {
	const from = `+1415557${String(nextContact++).padStart(4, "0")}`;
	await mesh.network.send("POST", "/messages", { from, to: mainLine, body });
	return from;
}

function expectReceived(receiver: WebhookReceiver, count: number, seconds = 20): Promise<unknown> {
	return until(
		`the receiver to have ${count} event(s)`,
		async () => receiver.received.length >= count,
		seconds,
	);
}

function expectStatus(webhook: Webhook, status: string, seconds = 40): Promise<Delivery[]> {
	return until(
		`all deliveries to be ${status}`,
		async () => {
			const items = await deliveriesOf(webhook);
			return items.length > 0 && items.every((one) => one.status === status) && items;
		},
		seconds,
	);
}

describe("receivers of all kinds", { timeout: 120_000 }, () => {
	it("get each event at least once, whatever the others do, and the log says how", async () => {
		const [good, slow, broken, redirecting, target, down] = await Promise.all(
			Array.from({ length: 6 }, newReceiver),
		);
		if (!good || !slow || !broken || !redirecting || !target || !down)
			throw new Error("A receiver is missing.");
		const hooks = {
			good: await listen(good, "message.received"),
			slow: await listen(slow, "message.received"),
			broken: await listen(broken, "message.received"),
			redirecting: await listen(redirecting, "message.received"),
			down: await listen(down, "message.received"),
		};
		await down.stop();
		slow.answer = (response) => void (slow.received.length > 1 && response.writeHead(200).end());
		broken.answer = (response) => response.writeHead(500).end("words of the receiver");
		redirecting.answer = (response) => response.writeHead(307, { location: target.url }).end();

		const from = await text("Is it ready?");
		await expectReceived(good, 1, 8);
		expect(good.received[0]).toMatchObject({
			type: "message.received",
			data: { from, body: "Is it ready?" },
		});
		await expectReceived(broken, 3, 80);
		expect(new Set(broken.idsOf("message.received")).size).toBe(1);

		await down.start();
		broken.answer = (response) => response.writeHead(200).end();
		redirecting.answer = (response) => response.writeHead(200).end();
		for (const name of ["good", "slow", "broken", "redirecting", "down"] as const) {
			expect(await expectStatus(hooks[name], "delivered"), name).toHaveLength(1);
		}
		const [failed] = await deliveriesOf(hooks.broken);
		expect(failed?.tries.map(({ statusCode }) => statusCode).slice(0, 3)).toEqual([500, 500, 500]);
		expect(JSON.stringify(failed)).not.toContain("words of the receiver");
		const reasonOf = async (webhook: Webhook) => (await deliveriesOf(webhook))[0]?.tries[0]?.reason;
		expect(await reasonOf(hooks.slow)).toMatch(/within 10 seconds/);
		expect(await reasonOf(hooks.redirecting)).toMatch(/redirect/);
		expect(await reasonOf(hooks.down)).toMatch(/No connection/);
		expect(target.received).toEqual([]);
		await Promise.all(Object.values(hooks).map(remove));
	});

	it("are not kept waiting by one that never answers", async () => {
		const [fast, silent] = await Promise.all([newReceiver(), newReceiver()]);
		const hooks = [await listen(fast, "message.received"), await listen(silent, "message.received")];
		silent.answer = () => undefined;
		for (const count of [1, 2, 3]) {
			await text("Hello");
			await expectReceived(fast, count, 6);
		}
		expect(silent.received.length).toBeGreaterThan(0);
		await Promise.all(hooks.map(remove));
	});

	it("get nothing more once they are deleted, or while they are paused", async () => {
		const [deleted, paused, control] = await Promise.all([newReceiver(), newReceiver(), newReceiver()]);
		const one = await listen(deleted, "message.received");
		const other = await listen(paused, "message.received");
		const hook = await listen(control, "message.received");
		deleted.answer = (response) => response.writeHead(500).end();
		await text("Before");
		await expectReceived(deleted, 1);
		await expectReceived(paused, 1);
		expect((await remove(one)).status).toBe(204);
		await api("PUT", `/webhooks/${other.id}`, { isPaused: true });
		const before = deleted.received.length;
		await text("After");
		await expectReceived(control, 2);
		await until("the paused one to wait", async () => (await show(other)).waitingCount === 1);
		expect(deleted.received.length).toBeLessThanOrEqual(before + 1);
		const settled = deleted.received.length;
		expect((await api("GET", `/webhooks/${one.id}/deliveries`)).status).toBe(404);
		expect(paused.received).toHaveLength(1);
		await api("PUT", `/webhooks/${other.id}`, { isPaused: false });
		await expectReceived(paused, 2);
		expect(deleted.received).toHaveLength(settled);
		await Promise.all([other, hook].map(remove));
	});

	it("that answer 410 are paused at once", async () => {
		const receiver = await newReceiver();
		const webhook = await listen(receiver, "message.received");
		receiver.answer = (response) => response.writeHead(410).end();
		await text("Hello");
		await until("the webhook to be paused", async () => (await show(webhook)).isPaused);
		expect(await show(webhook)).toMatchObject({ pausedReason: "gone", waitingCount: 1 });
		await remove(webhook);
	});
});

describe("calls", { timeout: 90_000 }, () => {
	it("end once, and are missed once when nobody was reached", async () => {
		const receiver = await newReceiver();
		const webhook = await listen(
			receiver,
			"call.ended",
			"call.missed",
			"voicemail.stored",
			"voicemail.transcribed",
		);
		const answered = await mesh.network.dial("+14155550161", "+14155550101");
		const phone = await answered.expectRings("+14155550151");
		await phone.take();
		await answered.hangUp();
		const missed = await mesh.network.dial("+14155550162", "+14155550101");
		await missed.expectRings("+14155550151");
		await missed.hangUp();
		const spoken = await mesh.network.dial("+14155550163", "+14155550103");
		await spoken.leaveMessage(3, "Please call me back.");
		await spoken.expectEnds();
		await until(
			"the calls and the voicemail",
			async () =>
				receiver.idsOf("call.ended").length >= 3 &&
				receiver.idsOf("call.missed").length >= 1 &&
				receiver.idsOf("voicemail.transcribed").length >= 1,
			40,
		);
		await expectStatus(webhook, "delivered");
		const callers = (type: string) =>
			receiver.received.filter((event) => event.type === type).map(({ data }) => data.from);
		expect(callers("call.ended").sort()).toEqual(["+14155550161", "+14155550162", "+14155550163"]);
		expect(callers("call.missed")).toEqual(["+14155550162"]);
		expect(callers("voicemail.stored")).toEqual(["+14155550163"]);
		expect(receiver.received.find(({ type }) => type === "voicemail.transcribed")?.data).toMatchObject({
			transcript: expect.stringContaining("call me back"),
		});
		await remove(webhook);
	});
});

describe("the example of the documentation", { timeout: 60_000 }, () => {
	let child: ChildProcess | null = null;
	let output = "";
	afterAll(() => void child?.kill());

	it("takes what we sign, with the secret of now and the one before, and nothing else", async () => {
		const webhook = await listen({ url: "http://127.0.0.1:9/" }, "message.received");
		const rotated = await api<{ secret: string }>("POST", `/webhooks/${webhook.id}/secret`);
		expect(rotated.status).toBe(200);
		child = spawn(process.execPath, [example], { env: { WEBHOOK_SECRET: webhook.secret, PORT: "0" } });
		child.stdout?.on("data", (chunk) => {
			output += chunk;
		});
		const url = await until("the example to listen", async () => /http:\/\/localhost:\d+/.exec(output)?.[0]);
		await api("PUT", `/webhooks/${webhook.id}`, { url: `${url}/` });
		const test = await api<Delivery>("POST", `/webhooks/${webhook.id}/test`);
		expect(test.body).toMatchObject({ status: "delivered", tries: [{ statusCode: 204 }] });
		expect(output).toContain(`"id":"${test.body.id}","type":"webhook.test"`);

		const forged = { "webhook-id": "evt_1", "webhook-timestamp": String(Math.floor(Date.now() / 1000)) };
		const send = (headers: Record<string, string>) =>
			fetch(url, { method: "POST", headers: { ...forged, ...headers }, body: "{}" });
		expect((await send({ "webhook-signature": "v1,AAAA" })).status).toBe(400);
		expect((await send({})).status).toBe(400);

		await api("POST", `/webhooks/${webhook.id}/secret`);
		const refused = await api<Delivery>("POST", `/webhooks/${webhook.id}/test`);
		expect(refused.body).toMatchObject({ status: "failed", tries: [{ statusCode: 400 }] });
		const known = await mesh.query<{ secret: string }>("SELECT secret FROM webhook_secrets");
		expect(output).not.toContain(known[0]?.secret ?? "whsec_");
		await remove(webhook);
	});
});
