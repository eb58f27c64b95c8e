import { settings } from "@cloudpbx/db/schema/admin";
import { messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import { answer, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let numbers = 0;
const somebody = () => `+1415555${String(4000 + ++numbers)}`;

describe("the assistant", () => {
	it("answers a text in the thread, from the number that was written to", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => answer("We are open Monday to Friday, 9 am to 5 pm.");
		await shop.text("When are you open?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent()).toMatchObject([
			{ from: mainLine, to: from, body: "We are open Monday to Friday, 9 am to 5 pm." },
		]);
		const [, reply] = await loadThread(from);
		expect(reply).toMatchObject({
			author: "assistant",
			status: "queued",
			carrierId: shop.carrier.sent()[0]?.sid,
			sequence: 1,
			segments: 1,
			attempts: 1,
			isAttemptOpen: false,
		});
		expect(shop.carrier.callbacks.get(reply?.carrierId ?? "")).toBe(
			`https://pbx.example.com/sms/status/${reply?.id.slice(4)}`,
		);
	});

	it("is shown the company's texts, the directory without numbers, and the talk", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Hi, I'm Zoe", { from });
		await shop.deliverJobs();
		await shop.text("What do I call you?", { from });
		await shop.deliverJobs();
		const shown = shop.modelCalls[1] ?? [];
		expect(shown[0]?.content).toContain("Opening hours: Monday to Friday, 9 am to 5 pm.");
		expect(shown[0]?.content).toContain("Jane Smith | Sales");
		expect(JSON.stringify(shown)).not.toMatch(/\+1\d{10}/);
		expect(shown.slice(1)).toEqual([
			{ role: "user", content: "<sender>Hi, I'm Zoe</sender>" },
			{ role: "assistant", content: "Hello!" },
			{ role: "user", content: "<sender>What do I call you?</sender>" },
		]);
	});

	it("is told by the calendar whether it is open now", async () => {
		const from = somebody();
		const shop = new Workshop();
		const closed = { name: "Party", from: "2000-01-01", to: "2099-12-31", intervals: [], greeting: null };
		const value = { week: { monday: [["09:00", "17:00"]] }, exceptions: [closed] };
		await db.insert(settings).values({ key: "hours", value, updatedAt: shop.at });
		await shop.text("Are you open?", { from });
		await shop.deliverJobs();
		await db.delete(settings).where(eq(settings.key, "hours"));
		expect(shop.modelCalls[0]?.[0]?.content).toContain("The company is closed now (Party). In a usual week:");
		await shop.text("And now?", { from });
		await shop.deliverJobs();
		expect(shop.modelCalls[1]?.[0]?.content).not.toContain("Calendar");
	});

	it("gives several texts in a row one answer, to all of them", async () => {
		const from = somebody();
		const shop = new Workshop();
		for (const words of ["Hi", "I need a repair", "for tomorrow", "how much", "is it?"]) {
			await shop.text(words, { from });
			shop.pass(0.4);
		}
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(shop.modelCalls).toHaveLength(1);
		expect(shop.modelCalls[0]?.at(-1)?.content).toBe(
			"<sender>Hi\nI need a repair\nfor tomorrow\nhow much\nis it?</sender>",
		);
	});

	it("drops what it was composing when a newer text comes in, and answers both at once", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = async () => {
			if (shop.modelCalls.length === 1) await shop.text("I mean on Sunday", { from });
			return answer(shop.modelCalls.length === 1 ? "We are open." : "We are closed on Sunday.");
		};
		await shop.text("Are you open?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual(["We are closed on Sunday."]);
	});

	it("answers once, however often its job is delivered", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Hi", { from });
		shop.replies.push(...structuredClone(shop.replies), ...structuredClone(shop.replies));
		await shop.deliverJobs();
		shop.replies.push({
			job: { conversationId: await conversationIdOf(from, mainLine), sequence: 1 },
			dueAt: 0,
			attempts: 0,
		});
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	it("answers a text whose job was lost, after the sweep", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Hi", { from });
		shop.replies.length = 0;
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	it("answers 200 conversations at once, each its own", async () => {
		const shop = new Workshop();
		shop.model = (talk) => answer(`You said ${talk.at(-1)?.content.replace(/<[^>]*>/g, "")}.`);
		const people = Array.from({ length: 200 }, (_, index) => `+1415666${String(1000 + index)}`);
		await Promise.all(
			people.map((from, index) => shop.text(`word${index}x`, { from, word: `many${index}` })),
		);
		await shop.deliverJobs();
		for (const [index, from] of people.entries()) {
			expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual([`You said word${index}x.`]);
		}
	}, 60_000);
});

describe("its memory", () => {
	it("is the talk of seven days, also when KV has lost it, is stale, or is down", async () => {
		const from = somebody();
		const shop = new Workshop();
		const broken = {
			get: () => Promise.reject(new Error("KV is down")),
			put: () => Promise.reject(new Error("KV is down")),
		} as unknown as KVNamespace;
		const shown = () =>
			shop.modelCalls
				.at(-1)
				?.map(({ content }) => content)
				.slice(1);
		await shop.text("I am Zoe", { from });
		await shop.deliverJobs();
		const key = `conversation/${await conversationIdOf(from, mainLine)}`;
		const stale = await testEnv.ASSISTANT_MEMORY.get(key);
		expect(stale).toContain("I am Zoe");
		await shop.text("two", { from });
		await shop.deliverJobs();
		await testEnv.ASSISTANT_MEMORY.put(key, stale ?? "");
		await shop.text("three", { from });
		await shop.deliverJobs();
		const whole = [
			"<sender>I am Zoe</sender>",
			"Hello!",
			"<sender>two</sender>",
			"Hello!",
			"<sender>three</sender>",
		];
		expect(shown()).toEqual(whole);
		await testEnv.ASSISTANT_MEMORY.delete(key);
		shop.messaging = shop.open({ memory: broken });
		await shop.text("four", { from });
		await shop.deliverJobs();
		expect(shown()).toEqual([...whole, "Hello!", "<sender>four</sender>"]);
	});

	it("ends after seven days", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("I am Zoe", { from });
		await shop.deliverJobs();
		shop.pass(8 * 24 * 3600);
		await shop.text("Who am I?", { from });
		await shop.deliverJobs();
		expect(shop.modelCalls[1]?.slice(1)).toEqual([{ role: "user", content: "<sender>Who am I?</sender>" }]);
	});
});

it("stores the gate's reason with every reply", async () => {
	const from = somebody();
	const shop = new Workshop();
	await shop.text("Hi", { from });
	await shop.deliverJobs();
	const [reply] = await db.select().from(messages).where(eq(messages.toNumber, from));
	expect(reply?.reason).toContain("Not opted out");
});
