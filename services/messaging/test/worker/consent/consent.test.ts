import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { receiveStatus } from "../../../src/delivery/receive-status.ts";
import { db, foundCompany, janesLine, mainLine } from "../company.ts";
import { answer, loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let numbers = 0;
const somebody = () => `+1415555${String(3000 + ++numbers)}`;

const isOut = async (number: string) =>
	(await db.select().from(optOuts).where(eq(optOuts.number, number))).length > 0;

async function ledgerOf(number: string) {
	const rows = await db
		.select()
		.from(consentEvents)
		.where(eq(consentEvents.number, number))
		.orderBy(asc(consentEvents.id));
	return rows.map(({ kind, source }) => `${kind} ${source}`);
}

describe("a keyword that the carrier answers", () => {
	it.each([
		["STOP", mainLine],
		["stop", mainLine],
		["STOP", janesLine],
		["UNSUBSCRIBE", janesLine],
		["OPTOUT", janesLine],
	])("%s to %s opts out without a word of ours", async (word, to) => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text(word, { from, to });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(true);
		expect(shop.carrier.sent()).toEqual([]);
		expect(shop.modelCalls).toEqual([]);
		expect(await ledgerOf(from)).toEqual(["opt_out keyword"]);
	});

	it("HELP gets no second answer", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("HELP", { from, to: janesLine });
		await shop.deliverJobs();
		expect(shop.carrier.sent()).toEqual([]);
	});
});

describe("words that mean it", () => {
	it.each(["please stop texting me", "remove me from this list", "Alto."])(
		"%s opts out and is confirmed exactly once",
		async (words) => {
			const from = somebody();
			const shop = new Workshop();
			await shop.text(words, { from });
			await shop.text("I said stop texting me!", { from });
			await shop.deliverWithSweeps(3);
			expect(await isOut(from)).toBe(true);
			expect(shop.carrier.sent(from).map(({ body }) => body)).toEqual([
				"Acme Corp: You are unsubscribed and will get no more texts from us. Reply START to get them again.",
			]);
			expect(await ledgerOf(from)).toEqual(["opt_out sentence", "opt_out sentence"]);
		},
	);

	it("stays confirmed once when the same text is reported twice", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("please stop texting me", { from, word: "same-text" });
		await shop.deliverJobs();
		await shop.text("please stop texting me", { from, word: "same-text" });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await ledgerOf(from)).toEqual(["opt_out sentence"]);
	});

	it("is no opt-out when it only sounds like one", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("stop by tomorrow?", { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});
});

describe("whoever is out", () => {
	it("gets no answer, is back with START, and stays back when the old STOP is reported again", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("STOP", { from, word: "stop-once" });
		await shop.text("Are you open today?", { from });
		await shop.deliverWithSweeps(3);
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(shop.modelCalls).toEqual([]);

		await shop.text("START", { from });
		await shop.text("STOP", { from, word: "stop-once" });
		expect(await isOut(from)).toBe(false);
		await shop.text("Are you open today?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await ledgerOf(from)).toEqual(["opt_out keyword", "opt_in keyword"]);
	});

	it("is out for every number of ours", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("STOP", { from, to: janesLine });
		await shop.text("Hello?", { from, to: mainLine });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toEqual([]);
	});

	it("gets no answer to what was asked before", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Are you open today?", { from });
		await shop.text("STOP", { from });
		await shop.deliverWithSweeps(3);
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(await loadConversation(from)).toMatchObject({
			mode: "assistant",
			inboundSequence: 1,
			answeredSequence: 1,
		});
	});

	it("is back with YES on a local number", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("STOP", { from, to: janesLine });
		await shop.text("YES", { from, to: janesLine });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(shop.modelCalls).toEqual([]);
	});
});

it("takes YES for an answer from whoever is not out", async () => {
	const from = somebody();
	const shop = new Workshop();
	await shop.text("YES", { from, to: janesLine });
	await shop.deliverJobs();
	expect(shop.modelCalls).toHaveLength(1);
	expect(await ledgerOf(from)).toEqual([]);
});

it("drops a reply that was being composed when its recipient opted out", async () => {
	const from = somebody();
	const shop = new Workshop();
	shop.model = async () => {
		await shop.text("STOP", { from });
		return answer("We are open.");
	};
	await shop.text("Are you open?", { from });
	await shop.deliverWithSweeps(2);
	expect(shop.carrier.sent(from)).toEqual([]);
	expect((await loadThread(from)).map(({ direction }) => direction)).toEqual(["inbound", "inbound"]);
});

describe("the carrier's refusals", () => {
	it("become opt-outs when they say that the recipient is out (21610)", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code: 21610 } : null);
		await shop.text("Are you open?", { from });
		await shop.deliverWithSweeps(2);
		expect(await isOut(from)).toBe(true);
		expect(await ledgerOf(from)).toEqual(["opt_out carrier"]);
		expect((await loadThread(from)).at(-1)).toMatchObject({ status: "failed", errorCode: 21610 });
	});

	it("become opt-outs when they come later (30004)", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Are you open?", { from });
		await shop.deliverJobs();
		const carrierId = shop.carrier.sent(from)[0]?.sid ?? "";
		const news = { carrierId, status: "undelivered" as const, errorCode: 30004 };
		await receiveStatus(shop.messaging, null, news);
		await receiveStatus(shop.messaging, null, news);
		expect(await isOut(from)).toBe(true);
		expect(await ledgerOf(from)).toEqual(["opt_out carrier"]);
	});
});

it("keeps the ledger from being changed", async () => {
	await expect(db.update(consentEvents).set({ words: "" })).rejects.toThrow();
	await expect(db.delete(consentEvents)).rejects.toThrow();
});
