import { settings } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
	closeConversations,
	handBackConversation,
	takeOverConversation,
} from "../../../src/inbox/change-conversation.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { answer, loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let numbers = 0;
const somebody = () => `+1415555${String(4000 + ++numbers)}`;
const keyOf = (from: string) => ({ from, to: mainLine });

describe("people", () => {
	it("take over while it composes: its reply is never sent; handed back, it answers again and remembers", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("My name is Zoe", { from });
		await shop.deliverJobs();
		shop.model = async () => {
			await takeOverConversation(shop.messaging, keyOf(from), olivia);
			return answer("Too late.");
		};
		await shop.text("Are you open?", { from });
		await shop.deliverWithSweeps(4);
		await shop.text("Anybody there?", { from });
		await shop.deliverWithSweeps(4);
		expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual(["Hello!"]);
		expect(await loadConversation(from)).toMatchObject({
			mode: "human",
			takenOverBy: "Olivia",
			unreadCount: 3,
		});

		await handBackConversation(shop.messaging, keyOf(from));
		shop.model = (talk) =>
			answer(talk.some(({ content }) => content.includes("Zoe")) ? "You are Zoe." : "Who?");
		await shop.deliverWithSweeps(2);
		await shop.text("What is my name?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual(["Hello!", "You are Zoe."]);
	});

	it("take over while its reply waits for the carrier: it is never sent", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 21611 });
		await shop.text("Are you open?", { from });
		await shop.deliverJobs(60);
		shop.carrier.fault = () => null;
		await takeOverConversation(shop.messaging, keyOf(from), olivia);
		await shop.deliverWithSweeps(4);
		expect(shop.carrier.sent(from)).toEqual([]);
		expect((await loadThread(from)).at(-1)).toMatchObject({
			status: "canceled",
			reason: "A person took over before it was sent.",
		});
	});

	it("close a conversation until the contact writes again", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Hi", { from });
		await shop.deliverJobs();
		expect(await closeConversations(shop.messaging, [keyOf(from)])).toMatchObject({
			ok: true,
			value: [{ mode: "closed", unreadCount: 0 }],
		});
		await shop.text("One more thing", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(2);
		expect(await loadConversation(from)).toMatchObject({ mode: "assistant" });
	});

	it("are told that there is no such conversation", async () => {
		const shop = new Workshop();
		expect(await takeOverConversation(shop.messaging, keyOf("+14155559999"), olivia)).toMatchObject({
			ok: false,
			error: { code: "not_found" },
		});
	});
});

describe("it hands over to people", () => {
	it.each([
		["asked_for_person", "Can I talk to a real person?"],
		["complaint", "This is unacceptable, I want my money back"],
		["emergency", "help there's a fire in the shop, call 911"],
	])("when it is a matter of %s, says so once and is silent", async (reason, words) => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text(words, { from });
		await shop.deliverJobs();
		await shop.text("Hello?", { from });
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(shop.carrier.sent(from)[0]?.body).toMatch(/colleague/);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: reason });
	});

	it("when it is unsure for the second time in a row", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => answer("I do not know that.", { isUnsure: true });
		await shop.text("Do you sell unicorns?", { from });
		await shop.deliverJobs();
		expect(await loadConversation(from)).toMatchObject({ mode: "assistant", unsureCount: 1 });
		await shop.text("And dragons?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual([
			"I do not know that.",
			"I am not sure about that, so I have asked a colleague to answer you here.",
		]);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "unsure" });
	});

	it("when no model answers, after some tries", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => {
			throw new Error("3040: Capacity temporarily exceeded, please try again.");
		};
		await shop.text("¿Están abiertos? Quiero una visita por favor", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual([
			"Gracias por su mensaje. Una persona del equipo le responde pronto.",
		]);
		expect(await loadConversation(from)).toMatchObject({
			mode: "waiting",
			waitingReason: "assistant_failed",
		});
	});

	it("at once when the account may not ask any model today", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => {
			throw new Error("3036: You have used up your daily free allocation of 10,000 neurons.");
		};
		await shop.text("Hi there", { from });
		await shop.deliverJobs(10);
		expect(await loadConversation(from)).toMatchObject({
			mode: "waiting",
			waitingReason: "assistant_failed",
		});
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	describe.each([
		[
			"is switched off",
			async (shop: Workshop) => {
				await db.insert(settings).values({ key: "isAssistantOn", value: false, updatedAt: shop.at });
			},
		],
		[
			"has handed over",
			async (shop: Workshop, from: string) => {
				await takeOverConversation(shop.messaging, keyOf(from), olivia);
			},
		],
	])("although it %s", (_name, begin) => {
		it("tells a contact in danger what to do, without a model, and flags it for people", async () => {
			const from = somebody();
			const shop = new Workshop();
			await shop.text("Hello", { from });
			await shop.deliverJobs();
			await begin(shop, from);
			const asked = shop.modelCalls.length;
			await shop.text("i took a whole bottle of pills i want to die", { from });
			await shop.deliverJobs();
			await db.delete(settings).where(eq(settings.key, "isAssistantOn"));
			expect(shop.carrier.sent(from).at(-1)?.body).toMatch(/911.*988/);
			expect(shop.modelCalls).toHaveLength(asked);
			expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "emergency" });
		});
	});

	it("silently when a contact in danger has opted out in the same text", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("STOP. I am going to kill myself", { from });
		await shop.deliverJobs();
		expect(
			shop.carrier
				.sent(from)
				.map(({ body }) => body)
				.join(),
		).not.toMatch(/988/);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "emergency" });
	});

	it("silently when it is switched off", async () => {
		const from = somebody();
		const shop = new Workshop();
		await db.insert(settings).values({ key: "isAssistantOn", value: false, updatedAt: shop.at });
		await shop.text("Hi", { from });
		await shop.deliverJobs();
		await db.delete(settings).where(eq(settings.key, "isAssistantOn"));
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "assistant_off" });
	});
});

describe("another machine", () => {
	it("is answered so many times within an hour and no more", async () => {
		const from = somebody();
		const shop = new Workshop();
		for (let round = 0; round < 30; round++) {
			await shop.text(`What about ${"abcdef"[round % 6]?.repeat(2 + round)}?`, { from });
			await shop.deliverJobs(30);
		}
		expect(shop.carrier.sent(from)).toHaveLength(20);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "assistant_limit" });
	});

	it("that says the same again and again is left to people", async () => {
		const from = somebody();
		const shop = new Workshop();
		for (let round = 0; round < 6; round++) {
			await shop.text("This is an automatic reply.", { from });
			await shop.deliverJobs(30);
		}
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await loadConversation(from)).toMatchObject({ mode: "waiting", waitingReason: "repetition" });
	});
});
