import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getConversation } from "../../../src/inbox/get-conversation.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let numbers = 0;
const somebody = () => `+1415777${String(4000 + ++numbers)}`;

async function block(...items: object[]): Promise<void> {
	await db.delete(settings).where(eq(settings.key, "blocklist"));
	if (items.length === 0) return;
	const value = { items, version: 2 };
	await db.insert(settings).values({ key: "blocklist", value, updatedAt: new Date() });
}

beforeEach(() =>
	block({ number: "+14155559999", then: "reject" }, { prefix: "+1415777", then: "voicemail" }),
);

describe("a text of a blocked contact", () => {
	it("is kept and marked, counts as read, and is not answered", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("When are you open?", { from });
		await shop.deliverWithSweeps(2);
		expect(shop.modelCalls).toEqual([]);
		expect(shop.carrier.sent()).toEqual([]);
		expect(await loadThread(from)).toMatchObject([{ body: "When are you open?", isBlocked: true }]);
		expect(await loadConversation(from)).toMatchObject({
			mode: "assistant",
			unreadCount: 0,
			inboundSequence: 0,
			lastPreview: "When are you open?",
		});
		const shown = await getConversation(shop.messaging, { from, to: mainLine }, { limit: 5 });
		expect(shown).toMatchObject({ ok: true, value: { messages: [{ isBlocked: true }] } });
	});

	it("is blocked by a number's own entry too, and by no other's", async () => {
		const shop = new Workshop();
		await shop.text("Hello", { from: "+14155559999" });
		await shop.text("Hello", { from: "+14155559998" });
		await shop.deliverJobs();
		expect(shop.carrier.sent()).toMatchObject([{ to: "+14155559998" }]);
		expect(await loadThread("+14155559998")).toMatchObject([{ isBlocked: false }, { isBlocked: false }]);
	});

	it("opens no closed conversation, and adds nothing to what waits for people", async () => {
		const from = somebody();
		const shop = new Workshop();
		await block();
		await shop.text("I want to talk to a person", { from });
		await shop.deliverJobs();
		const before = await loadConversation(from);
		expect(before).toMatchObject({ unreadCount: 1 });
		await block({ number: from, then: "reject" });
		await shop.text("Well?", { from });
		await shop.deliverJobs();
		expect(await loadConversation(from)).toMatchObject({
			mode: before?.mode,
			unreadCount: 1,
			lastPreview: "Well?",
		});
	});

	it("is answered again once nobody blocks it", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Hello", { from });
		await block();
		await shop.text("Hello?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(await loadConversation(from)).toMatchObject({ unreadCount: 1, inboundSequence: 1 });
	});

	it("costs one round trip, and no more rows with a thousand entries than with one", async () => {
		const receiveOne = async () => {
			const { database, cost } = measureDatabase(testEnv.DB);
			const shop = new Workshop();
			shop.messaging = shop.open({ db: openDb(database) });
			await shop.text("Hello", { from: somebody() });
			return cost;
		};
		const one = await receiveOne();
		await block(
			...Array.from({ length: 999 }, (_, index) => ({ number: `+1212555${1000 + index}`, then: "reject" })),
			{ prefix: "+1415777", then: "reject" },
		);
		const many = await receiveOne();
		expect([one.roundTrips, many.roundTrips]).toEqual([1, 1]);
		expect(many.rowsRead).toBe(one.rowsRead);
	});

	it("that says STOP opts out, and START opts in", async () => {
		const from = somebody();
		const shop = new Workshop();
		const optedOut = () => db.select().from(optOuts).where(eq(optOuts.number, from));
		await shop.text("STOP", { from, to: janesLine });
		expect(await optedOut()).toHaveLength(1);
		await shop.text("START", { from, to: janesLine });
		expect(await optedOut()).toHaveLength(0);
		await shop.text("Please stop texting me", { from, to: janesLine });
		expect(await optedOut()).toHaveLength(1);
	});

	it("that may be an opt-out, or speaks of danger, waits for people unanswered", async () => {
		const shop = new Workshop();
		for (const [words, waitingReason] of [
			["I want to kill myself", "emergency"],
			["There is a fire in your shop", "emergency"],
			["too many texts for my taste these days", "may_want_no_texts"],
		] as const) {
			const from = somebody();
			await shop.text("Hello", { from });
			await shop.text(words, { from });
			await shop.deliverJobs();
			expect(await loadConversation(from), words).toMatchObject({
				mode: "waiting",
				waitingReason,
				unreadCount: 1,
			});
			const stranger = somebody();
			await shop.text(words, { from: stranger });
			expect(await loadConversation(stranger), words).toMatchObject({ mode: "waiting", waitingReason });
		}
		expect(shop.carrier.sent()).toEqual([]);
	});
});
