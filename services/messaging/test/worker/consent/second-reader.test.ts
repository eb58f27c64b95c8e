import { settings } from "@cloudpbx/db/schema/admin";
import { closedPairs, consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { receiveStatus } from "../../../src/delivery/receive-status.ts";
import { db, foundCompany, janesLine, mainLine } from "../company.ts";
import { receive, type WebhookForm } from "../webhooks.ts";
import { answer, loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let numbers = 0;
const somebody = () => `+1415557${String(1000 + ++numbers)}`;

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

const pairsOf = (number: string) =>
	db.select().from(closedPairs).where(eq(closedPairs.contactNumber, number));

const bodiesTo = (shop: Workshop, number: string) => shop.carrier.sent(number).map(({ body }) => body);

/** The rules see no sign of an opt-out. */
const unclear = "My household has moved on from all of this, kindly take note";
/** The rules see an uncertain sign. */
const doubtful = "too many texts for my taste these days";

describe("the model as the second reader", () => {
	it("opts out whom the rules did not understand, confirms it once and sends nothing of the model's", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => answer("Great news: 20% off today!", { wantsNoTexts: "yes" });
		await shop.text(unclear, { from });
		const arrivedAt = shop.at;
		await shop.deliverWithSweeps(2);
		expect(await ledgerOf(from)).toEqual(["opt_out assistant"]);
		expect(await db.select().from(optOuts).where(eq(optOuts.number, from))).toMatchObject([
			{ source: "assistant", words: unclear, at: arrivedAt },
		]);
		expect(bodiesTo(shop, from)).toEqual([
			"Acme Corp: You are unsubscribed and will get no more texts from us. Reply START to get them again.",
		]);
		await shop.text("Are you open?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	it.each(["What are your hours?", "Thank you!", "remove the onions please", "stop it, that's amazing!"])(
		"changes nothing where the rules are sure: %s",
		async (words) => {
			const from = somebody();
			const shop = new Workshop();
			shop.model = () => answer("Monday to Friday, 9 am to 5 pm.", { wantsNoTexts: true });
			await shop.text(words, { from });
			await shop.deliverJobs();
			expect(await isOut(from)).toBe(false);
			expect(bodiesTo(shop, from)).toEqual(["Monday to Friday, 9 am to 5 pm."]);
			expect(await loadConversation(from)).toMatchObject({ mode: "assistant" });
		},
	);

	it.each([
		["unsure", unclear],
		["unsure", doubtful],
		["no", doubtful],
	])("says %s: the answer ends with how to stop, and people look at it: %s", async (wantsNoTexts, words) => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => answer("I am here to help.", { wantsNoTexts });
		await shop.text(words, { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(bodiesTo(shop, from)).toEqual(["I am here to help. Reply STOP to stop all texts."]);
		expect(await loadConversation(from)).toMatchObject({
			mode: "waiting",
			waitingReason: "may_want_no_texts",
		});
	});

	it("is told nothing of what came before a START, which stands", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = (talk) =>
			answer("Hello!", { wantsNoTexts: JSON.stringify(talk).includes("moved on") ? "yes" : "no" });
		await shop.text(unclear, { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(true);
		await shop.text("START", { from });
		await shop.text("Can somebody come and have a look at my machine", { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(bodiesTo(shop, from).at(-1)).toBe("Hello!");
	});

	it("comes too late for a contact that has texted START meanwhile", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = async () => {
			shop.pass(1);
			await shop.text("START", { from });
			return answer("Bye.", { wantsNoTexts: "yes" });
		};
		await shop.text(unclear, { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(await loadConversation(from)).toMatchObject({ inboundSequence: 1, answeredSequence: 1 });
	});

	it("fails: the rules' doubt is told all the same", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => Promise.reject(new Error("no model"));
		await shop.text(doubtful, { from });
		await shop.deliverJobs(24 * 3600);
		expect(bodiesTo(shop, from).at(-1)).toMatch(/Reply STOP to stop all texts\.$/);
		expect(await loadConversation(from)).toMatchObject({ waitingReason: "may_want_no_texts" });
	});

	it("is switched off: a doubtful text gets that one sentence, any other text none", async () => {
		const at = new Date();
		await db.insert(settings).values({ key: "isAssistantOn", value: false, updatedAt: at });
		const from = somebody();
		const other = somebody();
		const shop = new Workshop();
		await shop.text(doubtful, { from });
		await shop.text("What are your hours?", { from: other });
		await shop.deliverJobs();
		await db.delete(settings).where(eq(settings.key, "isAssistantOn"));
		expect(shop.modelCalls).toEqual([]);
		expect(bodiesTo(shop, from)).toEqual(["Reply STOP to stop all texts."]);
		expect(await loadConversation(from)).toMatchObject({ waitingReason: "may_want_no_texts" });
		expect(bodiesTo(shop, other)).toEqual([]);
		expect(await loadConversation(other)).toMatchObject({ waitingReason: "assistant_off" });
	});
});

describe("our own words, quoted", () => {
	it("are no opt-out, and a reaction gets no answer", async () => {
		const from = somebody();
		const shop = new Workshop();
		shop.model = () => answer("Acme: open until 5. Reply STOP to opt out");
		await shop.text("Until when are you open?", { from });
		await shop.deliverJobs();
		await shop.text("Le gustó «Acme: open until 5. Reply STOP to opt out»", { from });
		await shop.text("Понравилось «Acme: open until 5. Reply STOP to opt out»", { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(shop.modelCalls).toHaveLength(1);
		await shop.text("> Acme: open until 5.\n> Reply STOP to opt out\n\nAnd on Friday?", { from });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toHaveLength(2);
		await shop.text("> Acme: open until 5.\n> Reply STOP to opt out\n\nstop", { from });
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(true);
		expect(bodiesTo(shop, from).at(-1)).toMatch(/You are unsubscribed/);
	});
});

describe("the wish to be texted again", () => {
	it.each(["START!", "“Start”", "please add me back"])(
		"%s: an opted-out number is told how, once",
		async (words) => {
			const from = somebody();
			const shop = new Workshop();
			await shop.text("please stop texting me", { from });
			await shop.deliverJobs();
			await shop.text(words, { from });
			await shop.text(words, { from });
			await shop.deliverWithSweeps(2);
			expect(await isOut(from)).toBe(true);
			expect(bodiesTo(shop, from).slice(1)).toEqual([
				"Acme Corp: You are unsubscribed. To get our texts again, reply with the one word START.",
			]);
			shop.pass(60);
			await shop.text("START", { from });
			expect(await isOut(from)).toBe(false);
		},
	);

	it("is an ordinary text from a number that is not opted out", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("sign me up again please", { from });
		await shop.deliverJobs();
		expect(bodiesTo(shop, from)).toEqual(["Hello!"]);
	});
});

describe("opt-outs that the carrier keeps for each sender", () => {
	const refusesFrom = (shop: Workshop, code = 21610) => {
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code } : null);
	};

	it.each([21610, 30004])("close one pair when START came to another number since (%i)", async (code) => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("STOP", { from, to: mainLine });
		shop.pass(60);
		await shop.text("START", { from, to: janesLine });
		shop.pass(60);
		await shop.text("Are you open?", { from, to: mainLine });
		refusesFrom(shop, code);
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(false);
		expect(await ledgerOf(from)).toEqual(["opt_out keyword", "opt_in keyword"]);
		expect(await pairsOf(from)).toMatchObject([{ ourNumber: mainLine, errorCode: code }]);

		shop.carrier.fault = () => null;
		const asked = shop.carrier.requests.length;
		await shop.text("Hello?", { from, to: mainLine });
		await shop.deliverJobs();
		expect(shop.carrier.requests.slice(asked)).toEqual([]);
		expect((await loadThread(from)).at(-1)).toMatchObject({
			status: "refused",
			refusal: "pair_closed",
			reason: expect.stringContaining(`text START to ${mainLine}`),
		});
		await shop.text("Hello?", { from, to: janesLine });
		await shop.deliverJobs();
		expect(shop.carrier.sent(from)).toMatchObject([{ from: janesLine }]);

		shop.pass(60);
		await shop.text("START", { from, to: mainLine });
		expect(await pairsOf(from)).toEqual([]);
	});

	it("opt out of everything when no START has come since, and the pair stays closed until START comes to it", async () => {
		const from = somebody();
		const shop = new Workshop();
		refusesFrom(shop);
		await shop.text("Are you open?", { from, to: mainLine });
		await shop.deliverWithSweeps(2);
		expect(await isOut(from)).toBe(true);
		shop.pass(60);
		await shop.text("START", { from, to: janesLine });
		expect(await isOut(from)).toBe(false);
		expect(await pairsOf(from)).toHaveLength(1);
	});

	it("are void when START came to the same number after the refused attempt", async () => {
		const from = somebody();
		const shop = new Workshop();
		await shop.text("Are you open?", { from });
		await shop.deliverJobs();
		const carrierId = shop.carrier.sent(from)[0]?.sid ?? "";
		shop.pass(60);
		await shop.text("START", { from });
		await receiveStatus(shop.messaging, null, { carrierId, status: "undelivered", errorCode: 30004 });
		expect(await isOut(from)).toBe(false);
		expect(await pairsOf(from)).toEqual([]);
	});
});

describe("a webhook that says a thing twice", () => {
	it.each([
		["Hello", "STOP"],
		["STOP", "Hello"],
	])("opts out when one of its bodies does: %s, %s", async (...Body) => {
		const from = somebody();
		expect((await receive(`twice${Body[0]}`, "", { From: from, Body })).status).toBe(200);
		expect(await isOut(from)).toBe(true);
		expect((await loadThread(from))[0]?.body).toBe(Body.join("\n"));
	});

	it("is refused when it has two senders or two recipients", async () => {
		const from = somebody();
		const forms: Record<string, WebhookForm> = {
			From: { From: [from, somebody()] },
			To: { From: from, To: [mainLine, janesLine] },
		};
		for (const [name, more] of Object.entries(forms)) {
			const response = await receive(`two${name}`, "STOP", more);
			expect(response.status).toBe(400);
			expect(await response.text()).toBe(`${name} has two values.`);
		}
		expect(await isOut(from)).toBe(false);
	});
});
