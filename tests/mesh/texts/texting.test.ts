import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const mainLine = "+18005550100";

interface Thread {
	mode: string;
	messages: { author: string; body: string; status: string }[];
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let nextContact = 200;

beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 2, sweepAfterSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(10);
});
afterAll(() => stopTestMesh(mesh));
afterEach(() => mesh.network.setFaults([]));

function newContact(): string {
	return `+1415556${String(nextContact++).padStart(4, "0")}`;
}

function text(from: string, body: string, to = mainLine): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to, body });
}

async function thread(contact: string): Promise<Thread> {
	const { body } = await api<Thread>("GET", `/conversations/${contact}/${mainLine}`);
	return body;
}

/** Waits until no job is queued and a sweep has run. */
async function quiet(contact: string): Promise<void> {
	const sweeps = () =>
		mesh.query<{ n: number }>("SELECT count(*) AS n FROM messages WHERE status = 'pending'");
	await until("no text to be pending", async () => (await sweeps())[0]?.n === 0);
	await thread(contact);
}

describe("a text", { timeout: 90_000 }, () => {
	it("gets one sensible answer, and both are in the conversation", async () => {
		const contact = newContact();
		await text(contact, "What are your opening hours?");
		const [answer] = await mesh.network.expectTexts(contact, 1);
		expect(answer?.body).toMatch(/9 am|9 to 5|9am/i);
		const { mode, messages } = await thread(contact);
		expect(mode).toBe("assistant");
		expect(messages.map(({ author }) => author)).toEqual(["contact", "assistant"]);
	});

	it("gets one answer together with four more that follow at once", async () => {
		const contact = newContact();
		for (const body of ["Hi", "I have a question", "about the shop", "actually two", "where are you?"]) {
			await text(contact, body);
		}
		await mesh.network.expectTexts(contact, 1);
		await quiet(contact);
		expect(await mesh.network.received(contact)).toHaveLength(1);
		expect((await thread(contact)).messages.filter(({ author }) => author === "contact")).toHaveLength(5);
	});

	it("is answered by nobody but the person who took over while the model was thinking", async () => {
		const contact = newContact();
		await mesh.network.setFaults([{ match: "ai", effect: { delayMs: 3000 } }]);
		await text(contact, "What are your opening hours?");
		await until("the conversation", async () => (await thread(contact)).messages?.length === 1);
		expect((await api("POST", "/conversations/takeover", { from: contact, to: mainLine })).status).toBe(200);
		expect(
			(await api("POST", "/conversations/reply", { from: contact, to: mainLine, message: "Olivia here." }))
				.status,
		).toBeLessThan(300);
		await mesh.network.expectTexts(contact, 1);
		await mesh.network.setFaults([]);
		await quiet(contact);
		expect((await mesh.network.received(contact)).map(({ body }) => body)).toEqual(["Olivia here."]);
	});

	it("is answered by the assistant again after a hand-back, which still knows the name", async () => {
		const contact = newContact();
		await text(contact, "Hello, my name is Ann.");
		await mesh.network.expectTexts(contact, 1);
		await api("POST", "/conversations/takeover", { from: contact, to: mainLine });
		await text(contact, "Are you there?");
		await until("the text", async () => (await thread(contact)).messages.length === 3);
		expect((await api("POST", "/conversations/handback", { from: contact, to: mainLine })).status).toBe(200);
		await text(contact, "What is my name?");
		const texts = await mesh.network.expectTexts(contact, 2);
		expect(texts.at(-1)?.body).toContain("Ann");
	});

	it("that asks for a person makes the conversation wait for one", async () => {
		const contact = newContact();
		await text(contact, "Can I talk to a real person please?");
		await mesh.network.expectTexts(contact, 1);
		expect((await thread(contact)).mode).toBe("waiting");
		const { body } = await api<{ items: { from: string }[] }>("GET", "/conversations?filter=waiting");
		expect(body.items.map(({ from }) => from)).toContain(contact);
	});
});

describe("opting out", { timeout: 90_000 }, () => {
	const send = (to: string) =>
		api<{ detail: string }>("POST", "/sms/send", { to, message: "Your machine is ready." });

	it("holds from STOP to START", async () => {
		const contact = newContact();
		await text(contact, "STOP");
		await until("the opt-out", async () => {
			const { body } = await api<{ items: { number: string }[] }>("GET", "/opt-outs");
			return body.items.some(({ number }) => number === contact);
		});
		const refused = await send(contact);
		expect(refused.status).toBeGreaterThanOrEqual(400);
		expect(refused.body.detail).toMatch(/opted out/i);
		expect(
			(await mesh.network.received(contact)).filter(({ body }) => !body.startsWith("NETWORK MSG")),
		).toEqual([]);

		await text(contact, "START");
		await until("the opt-in", async () => (await send(contact)).status < 300);
	});

	it("is understood in a sentence, and confirmed once", async () => {
		const contact = newContact();
		await text(contact, "please stop texting me");
		const [confirmation] = await mesh.network.expectTexts(contact, 1);
		expect(confirmation?.body).toContain("Acme Corp");
		expect((await send(contact)).status).toBeGreaterThanOrEqual(400);
		await quiet(contact);
		expect(await mesh.network.received(contact)).toHaveLength(1);
	});
});

describe("sending", { timeout: 90_000 }, () => {
	it("leaves exactly one text on the phone when the carrier takes it and its answer is lost", async () => {
		const contact = newContact();
		await mesh.network.setFaults([
			{ match: "rest:POST /Messages", effect: { dropAfterAccept: true }, times: 1 },
		]);
		await api("POST", "/sms/send", { to: contact, message: "Exactly once." });
		await mesh.network.expectTexts(contact, 1);
		await quiet(contact);
		expect((await mesh.network.received(contact)).map(({ body }) => body)).toEqual(["Exactly once."]);
		const [row] = await mesh.query<{ status: string }>(
			"SELECT status FROM messages WHERE body = 'Exactly once.'",
		);
		expect(["queued", "sent", "delivered"]).toContain(row?.status);
	});

	it("answers two hundred people at once, each their own", async () => {
		const contacts = Array.from({ length: 200 }, newContact);
		const nameOf = (index: number) =>
			`G${[...String(index).padStart(3, "0")].map((digit) => "aeioulmnrs"[Number(digit)]).join("")}`;
		await Promise.all(
			contacts.map((contact, index) => text(contact, `Hello, my name is ${nameOf(index)}. What is my name?`)),
		);
		for (const [index, contact] of contacts.entries()) {
			const texts = await mesh.network.expectTexts(contact, 1);
			expect(texts[0]?.body, contact).toContain(nameOf(index));
		}
		for (const contact of contacts) expect(await mesh.network.received(contact), contact).toHaveLength(1);
	});
});
