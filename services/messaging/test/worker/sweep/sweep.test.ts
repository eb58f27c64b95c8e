import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { runJob } from "../../../src/jobs/run-job.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db, foundCompany, janesLine, mainLine } from "../company.ts";
import { sidOf } from "../webhooks.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(8000 + ++count)}`;
const isOut = async (number: string) =>
	(await db.select().from(optOuts).where(eq(optOuts.number, number))).length > 0;

describe("texts that came in while we were away", () => {
	it("are found in the carrier's list and answered", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "Anybody there?", shop.at);
		shop.pass(900);
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 1 });
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 0 });
		await shop.deliverJobs();
		expect(await loadThread(from)).toMatchObject([{ body: "Anybody there?" }, { author: "assistant" }]);
	});

	it("opt out as they would have", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "STOP", shop.at);
		shop.pass(900);
		await sweep(shop.messaging);
		const ledger = await db.select().from(consentEvents).where(eq(consentEvents.number, from));
		expect(ledger).toMatchObject([{ kind: "opt_out", words: "STOP" }]);
	});

	it.each(["Yes", "START"])("lift no opt-out that is newer: %s", async (word) => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, janesLine, word, shop.at);
		const params = { MessageSid: sidOf(`late${word}`), From: from, To: janesLine, Body: word };
		const receivedAt = shop.at.getTime();
		shop.pass(60);
		await shop.text("please stop texting me", { from, to: janesLine });
		shop.pass(10);
		await runJob(shop.messaging, { task: "receive", params, receivedAt });
		expect(await isOut(from)).toBe(true);
		shop.pass(900);
		await sweep(shop.messaging);
		expect(await isOut(from)).toBe(true);
		const ledger = await db.select().from(consentEvents).where(eq(consentEvents.number, from));
		expect(ledger.map(({ kind }) => kind).filter((kind) => kind === "opt_in")).toHaveLength(
			word === "START" ? 2 : 0,
		);
	});

	it("opt out without a confirmation that would come hours later", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "please stop texting me", shop.at);
		shop.pass(11 * 3600);
		await sweep(shop.messaging);
		await shop.deliverJobs();
		expect(await isOut(from)).toBe(true);
		expect(shop.carrier.sent(from)).toEqual([]);
	});

	it("are found behind others that cannot be read, and behind a hundred newer ones", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "STOP", shop.at);
		const broken = shop.carrier.receive(somebody(), mainLine, "?", shop.at);
		broken.sid = "nonsense";
		for (let index = 0; index < 120; index++) {
			shop.carrier.receive("+14155550999", "+14155550999", `noise ${index}`, shop.at);
		}
		for (let index = 0; index < 120; index++) shop.carrier.receive("12345", mainLine, `${index}`, shop.at);
		shop.pass(900);
		await sweep(shop.messaging);
		expect(await isOut(from)).toBe(true);
	});

	it("are left to their webhook while it may be under way", async () => {
		const shop = new Workshop();
		shop.carrier.receive(somebody(), mainLine, "Just now", shop.at);
		shop.pass(60);
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 0 });
	});

	it("wait when the carrier cannot be asked, and nothing else waits for them", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => "lost before";
		expect(await sweep(shop.messaging)).toMatchObject({
			textsAdopted: null,
			answersRequested: expect.any(Number),
		});
	});
});

describe("texts of which the carrier owes news", () => {
	it("hold up none that still has to go out", async () => {
		const shop = new Workshop();
		await db.update(messages).set({ checkAt: null });
		for (let index = 0; index < 30; index++) {
			await sendByPerson(shop.messaging, { to: `+1415557${1000 + index}`, message: "Hi" }, olivia);
		}
		shop.carrier.fault = (request) =>
			request.startsWith("GET /Messages/") ? { status: 400, code: 20001 } : null;
		shop.pass(3600);
		const from = somebody();
		await shop.text("please stop texting me", { from });
		shop.jobs.length = 0;
		shop.pass(120);
		await sweep(shop.messaging);
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	it("are asked about one after the other when the carrier does not tell of some", async () => {
		const shop = new Workshop();
		await db.update(messages).set({ checkAt: null });
		for (let index = 0; index < 25; index++) {
			await sendByPerson(shop.messaging, { to: `+1415557${2000 + index}`, message: "Hi" }, olivia);
		}
		shop.carrier.fault = (request) =>
			request.startsWith("GET /Messages/") ? { status: 400, code: 20001 } : null;
		shop.pass(1800);
		expect(await sweep(shop.messaging)).toMatchObject({ textsResumed: 20 });
		expect(await sweep(shop.messaging)).toMatchObject({ textsResumed: 5 });
		await db.update(messages).set({ checkAt: null });
	});
});

describe("a conversation that nobody answers", () => {
	it("is given to people in the end", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("Hello?", { from });
		for (let round = 0; round < 10; round++) {
			shop.replies.length = 0;
			shop.pass(700);
			await sweep(shop.messaging);
		}
		expect(await loadConversation(from)).toMatchObject({
			mode: "waiting",
			waitingReason: "assistant_failed",
		});
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});
});
