import { createExecutionContext } from "cloudflare:test";
import { settings } from "@cloudpbx/db/schema/admin";
import { sendingHours } from "@cloudpbx/db/schema/messaging";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendTexts } from "../../src/gate/send-texts.ts";
import { MessagingService } from "../../src/rpc.ts";
import { db, foundCompany, mainLine, testEnv } from "./company.ts";
import { answer, loadConversation, Workshop } from "./workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const owner = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
const agent = { kind: "user" as const, id: "usr_2", name: "Sam", role: "agent" as const };
const program = { kind: "key" as const, id: "key_1", name: "Shop", role: null };
let count = 0;
const stranger = () => `+1415557${String(1000 + ++count)}`;

async function set(values: Record<string, unknown>): Promise<void> {
	await db.delete(settings);
	const rows = Object.entries(values).map(([key, value]) => ({ key, value, updatedAt: new Date() }));
	if (rows.length > 0) await db.insert(settings).values(rows);
}

beforeEach(async () => {
	await db.delete(sendingHours);
	await set({});
});

const send = (actor: typeof owner | typeof agent | typeof program, to = stranger(), id?: string) =>
	rpc.sendText({ to, message: "Hello", ...(id && { id }) }, actor);
const ceiling = { ok: false, error: { code: "limit_exceeded", message: expect.stringContaining("hour") } };

describe("texts of people", () => {
	it("stop at the person's ceiling, however many are sent at once", async () => {
		const shop = new Workshop();
		await set({ personTextsPerHour: 10 });
		const strangers = Array.from({ length: 30 }, stranger);
		const answers = await Promise.all(strangers.map((to) => send(agent, to)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
		expect(answers.find(({ ok }) => !ok)).toMatchObject(ceiling);
		expect(strangers.flatMap((to) => shop.carrier.sent(to))).toHaveLength(10);
		// A colleague and a program have ceilings of their own.
		expect(await send(owner)).toMatchObject({ ok: true });
		expect(await send(program)).toMatchObject({ ok: true });
	});

	it("stop at the key's ceiling and at the company's, of which refused ones take nothing", async () => {
		new Workshop();
		await set({ keyTextsPerHour: 2, companyTextsPerHour: 4 });
		for (let sent = 0; sent < 2; sent++) expect(await send(program)).toMatchObject({ ok: true });
		for (let sent = 0; sent < 5; sent++) expect(await send(program)).toMatchObject(ceiling);
		expect(await send(owner)).toMatchObject({ ok: true });
		expect(await send(agent)).toMatchObject({ ok: true });
		expect(await send(agent)).toMatchObject(ceiling);
	});

	it("are counted once, however often the same one is asked for", async () => {
		new Workshop();
		await set({ personTextsPerHour: 2 });
		const to = stranger();
		for (let asked = 0; asked < 4; asked++) {
			expect(await send(owner, to, "msg_00000000000000ff")).toMatchObject({ ok: true });
		}
		expect(await send(owner)).toMatchObject({ ok: true });
		expect(await send(owner)).toMatchObject(ceiling);
	});

	it("go on in the next hour", async () => {
		const shop = new Workshop();
		await set({ personTextsPerHour: 1 });
		const request = (to: string) => ({
			id: `msg_${to.slice(1).padStart(32, "0")}`,
			conversationId: `conv_${to}`,
			from: mainLine,
			to,
			body: "Hello",
			author: "person" as const,
			category: "transactional" as const,
			quietHours: true,
			isConfirmation: false,
			actorId: owner.id,
			actorName: owner.name,
			campaignId: null,
			recipientId: null,
			takesOverAs: null,
		});
		const outcomes = [];
		for (const seconds of [0, 1, 3600]) {
			shop.pass(seconds);
			outcomes.push(
				...(await sendTexts(shop.messaging, [request(stranger())])).map(({ outcome }) => outcome),
			);
		}
		expect(outcomes).toEqual(["sent", "refused", "sent"]);
	});
});

it("stops the assistant at its ceiling, and people are asked to answer", async () => {
	const shop = new Workshop();
	await set({ assistantTextsPerHour: 1 });
	shop.model = () => answer("From 9 to 5.");
	const [first, second] = [stranger(), stranger()];
	for (const from of [first, second]) {
		await shop.text("When do you open?", { from });
		await shop.settle();
	}
	expect(shop.carrier.sent(first)).toHaveLength(1);
	expect(shop.carrier.sent(second)).toHaveLength(0);
	expect(await loadConversation(second)).toMatchObject({ mode: "waiting", waitingReason: "assistant_limit" });
});

describe("countries", () => {
	it.each([
		"+979123456789",
		"+8821312345678",
		"+881612345678",
		"+447011123456",
		"+18765550199",
		"+19005550199",
	])("%s is texted by nobody", async (to) => {
		const shop = new Workshop();
		expect(await send(owner, to)).toMatchObject({ ok: false, error: { code: "forbidden" } });
		shop.model = () => answer("From 9 to 5.");
		await shop.text("When do you open?", { from: to });
		await shop.settle();
		expect(shop.carrier.sent(to)).toEqual([]);
	});

	it("are allowed by name", async () => {
		new Workshop();
		await set({ callCountries: ["US", "JM"] });
		expect(await send(owner, "+18765550198")).toMatchObject({ ok: true });
		expect(await send(owner, "+16045550198")).toMatchObject({ ok: false });
	});
});
