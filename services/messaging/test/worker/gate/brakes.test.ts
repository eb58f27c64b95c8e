import { createExecutionContext } from "cloudflare:test";
import { Settings } from "@cloudpbx/contracts/office/settings";
import { openDb } from "@cloudpbx/db/open-db";
import { auditEvents, settings } from "@cloudpbx/db/schema/admin";
import { messages, sendingHours } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerConversation } from "../../../src/assistant/answer-conversation.ts";
import type { OutgoingRequest } from "../../../src/gate/outgoing-request.ts";
import { sendTexts } from "../../../src/gate/send-texts.ts";
import { MessagingService } from "../../../src/rpc.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import { answer, loadConversation, Workshop } from "../workshop.ts";

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

function textTo(to: string): OutgoingRequest {
	return {
		id: `msg_${to.slice(1).padStart(32, "0")}`,
		conversationId: `conv_${to}`,
		from: mainLine,
		to,
		body: "Hello",
		author: "person",
		category: "transactional",
		quietHours: true,
		isConfirmation: false,
		actorId: owner.id,
		actorName: owner.name,
		campaignId: null,
		recipientId: null,
		takesOverAs: null,
	};
}

const send = (actor: typeof owner | typeof agent | typeof program, to = stranger(), id?: string) =>
	rpc.sendText({ to, message: "Hello", ...(id && { id }) }, actor);
const ceiling = { ok: false, error: { code: "limit_exceeded", message: expect.stringContaining("hour") } };

describe("texts of people", () => {
	it("are a hundred in an hour, of 300 at once", async () => {
		const shop = new Workshop();
		const answers = await Promise.all(Array.from({ length: 300 }, () => send(agent)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(100);
		expect(shop.carrier.sent()).toHaveLength(100);
		const refused = answers.find(({ ok }) => !ok);
		expect(refused).toMatchObject({
			error: { message: expect.stringContaining("100 texts an hour for one person") },
		});
	}, 60_000);

	it("stop at the company's ceiling, however many people and keys send at once", async () => {
		const shop = new Workshop();
		await set({ companyTextsPerHour: 20, personTextsPerHour: 15, keyTextsPerHour: 15 });
		const senders = Array.from({ length: 60 }, (_, index) => [owner, agent, program][index % 3] ?? owner);
		const answers = await Promise.all(senders.map((actor) => send(actor)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
		expect(shop.carrier.sent()).toHaveLength(20);
		expect((await db.select().from(sendingHours)).map(({ subject }) => subject).sort()).toEqual(
			["people", owner.id, agent.id, program.id].sort(),
		);
	});

	it("cost no more round trips than a text that no ceiling holds for", async () => {
		const shop = new Workshop();
		const costOf = async (request: OutgoingRequest) => {
			const { database, cost } = measureDatabase(testEnv.DB);
			const results = await sendTexts(shop.open({ db: openDb(database) }), [request]);
			expect(results).toMatchObject([{ outcome: "sent" }]);
			return cost;
		};
		const free = await costOf({ ...textTo(stranger()), author: "system", actorId: null });
		const first = await costOf(textTo(stranger()));
		const next = await costOf(textTo(stranger()));
		expect(first.roundTrips).toBe(free.roundTrips);
		expect(next.roundTrips).toBe(free.roundTrips);
		expect(next.rowsWritten - free.rowsWritten).toBeLessThanOrEqual(2);
		expect(next.rowsRead - free.rowsRead).toBeLessThanOrEqual(20);
	});

	it("stop at the person's ceiling, however many are sent at once", async () => {
		const shop = new Workshop();
		await set({ personTextsPerHour: 10 });
		const strangers = Array.from({ length: 30 }, stranger);
		const answers = await Promise.all(strangers.map((to) => send(agent, to)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
		expect(answers.find(({ ok }) => !ok)).toMatchObject(ceiling);
		expect(strangers.flatMap((to) => shop.carrier.sent(to))).toHaveLength(10);
		// A colleague and a program have their own ceilings.
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
		const outcomes = [];
		for (const seconds of [0, 1, 3600]) {
			shop.pass(seconds);
			outcomes.push(...(await sendTexts(shop.messaging, [textTo(stranger())])).map(({ outcome }) => outcome));
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
		await shop.deliverJobs();
	}
	expect(shop.carrier.sent(first)).toHaveLength(1);
	expect(shop.carrier.sent(second)).toHaveLength(0);
	expect(await loadConversation(second)).toMatchObject({ mode: "waiting", waitingReason: "assistant_limit" });
	const third = stranger();
	await shop.text("When do you open?", { from: third });
	await shop.deliverJobs();
	expect(await loadConversation(third)).toMatchObject({ waitingReason: "assistant_limit" });
	expect(await db.select().from(auditEvents)).toMatchObject([
		{
			actorKind: "system",
			actorName: "Assistant",
			action: "message.refuse",
			after: { brake: "ceiling", reason: "The ceiling of 1 texts an hour for the assistant is reached." },
		},
	]);
});

it("has one default of the assistant's ceiling, in the settings and in the trigger that tells it", () => {
	const { TEST_MIGRATIONS } = testEnv as unknown as { TEST_MIGRATIONS: { queries: string[] }[] };
	const trigger = TEST_MIGRATIONS.flatMap(({ queries }) => queries).find((one) =>
		one.includes("assistant_braked"),
	);
	const [, known] = /'assistantTextsPerHour'\), (\d+)\)/.exec(trigger ?? "") ?? [];
	expect(Number(known)).toBe(Settings.parse({}).assistantTextsPerHour);
});

it("stops the assistant at its ceiling, however many texts it answers at once", async () => {
	const shop = new Workshop();
	await set({ assistantTextsPerHour: 5 });
	const strangers = Array.from({ length: 20 }, stranger);
	for (const from of strangers) await shop.text("When do you open?", { from });
	// All texts are considered before the first answer.
	let composing = 0;
	const { promise: allCompose, resolve } = Promise.withResolvers<void>();
	shop.model = async () => {
		composing += 1;
		if (composing === strangers.length) resolve();
		await allCompose;
		return answer("From 9 to 5.");
	};
	const jobs = shop.replies.splice(0).map(({ job }) => job);
	await Promise.all(jobs.map((job) => answerConversation(shop.messaging, job)));
	expect(shop.carrier.sent()).toHaveLength(5);
	const states = await Promise.all(strangers.map((from) => loadConversation(from)));
	expect(states.filter((state) => state?.waitingReason === "assistant_limit")).toHaveLength(15);
});

describe("countries", () => {
	it.each([
		"+979123456789",
		"+8821312345678",
		"+881612345678",
		"+447011123456",
		"+18765550199",
		"+19005550199",
		"+14159765019",
		"+14415550199",
	])("%s is texted by nobody, and what it texts waits for people", async (to) => {
		const shop = new Workshop();
		expect(await send(owner, to)).toMatchObject({ ok: false, error: { code: "forbidden" } });
		shop.model = () => answer("From 9 to 5.");
		await shop.text("When do you open?", { from: to });
		await shop.deliverJobs();
		expect(shop.carrier.sent(to)).toEqual([]);
		expect(shop.modelCalls).toEqual([]);
		expect(await loadConversation(to)).toMatchObject({ mode: "waiting", waitingReason: "country_forbidden" });
		const kept = await db.select().from(messages).where(eq(messages.fromNumber, to));
		expect(kept).toMatchObject([{ body: "When do you open?", status: "received" }]);
	});

	it("are told of danger by people, who find it under that name", async () => {
		const shop = new Workshop();
		const from = "+18765550188";
		await shop.text("Help, there is a fire in the building!", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "emergency" });
	});

	it("are allowed by name", async () => {
		new Workshop();
		await set({ callCountries: ["US", "JM"] });
		expect(await send(owner, "+18765550198")).toMatchObject({ ok: true });
		expect(await send(owner, "+16045550198")).toMatchObject({ ok: false });
	});
});
