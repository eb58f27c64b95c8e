import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { messages, textDays } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addOptOut, removeOptOut } from "../../../src/consent/change-opt-outs.ts";
import { expireTexts } from "../../../src/erasure/expire-texts.ts";
import { readSendRequests } from "../../../src/gate/read-send-requests.ts";
import { sendTexts } from "../../../src/gate/send-texts.ts";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import type { Fault } from "../fake-carrier.ts";
import { report, sidOf } from "../webhooks.ts";
import { loadThread, Workshop } from "../workshop.ts";

const quarterMilliseconds = 900_000;
const quartersOfDay = 96;

type MessageRow = Pick<
	typeof messages.$inferSelect,
	"direction" | "author" | "status" | "carrierId" | "sequence" | "createdAt" | "answeredAt"
>;
type Counts = Record<string, number>;

const actor = { kind: "user" as const, id: "usr_1", name: "Olive", role: "owner" as const };

beforeAll(async () => {
	await foundCompany();
	const at = new Date("2026-11-01T12:00:00Z");
	await db.insert(campaigns).values({
		id: "cmp_1",
		name: "Sale",
		message: "Sale!",
		status: "sending",
		fromNumber: mainLine,
		quietHours: false,
		requireConsent: false,
		isComplete: true,
		createdAt: at,
	});
	await testEnv.DB.batch([
		testEnv.DB.prepare("CREATE TABLE deleted_messages AS SELECT * FROM messages WHERE false"),
		testEnv.DB.prepare(
			"CREATE TRIGGER keep_deleted BEFORE DELETE ON messages BEGIN INSERT INTO deleted_messages SELECT * FROM messages WHERE id = OLD.id; END",
		),
	]);
});

async function loadDeleted(): Promise<MessageRow[]> {
	const { results } = await testEnv.DB.prepare("SELECT * FROM deleted_messages").all<
		Record<string, string | number | null>
	>();
	return results.map((row) => ({
		direction: row.direction,
		author: row.author,
		status: row.status,
		carrierId: row.carrier_id,
		sequence: row.sequence,
		createdAt: new Date(Number(row.created_at)),
		answeredAt: row.answered_at === null ? null : new Date(Number(row.answered_at)),
	})) as MessageRow[];
}

function bucketOf({ createdAt, answeredAt }: MessageRow): string {
	if (answeredAt === null) return "never";
	const minutes = (answeredAt.getTime() - createdAt.getTime()) / 60_000;
	if (minutes <= 1) return "within1Minute";
	if (minutes <= 5) return "within5Minutes";
	return minutes <= 60 ? "within1Hour" : "later";
}

/** Counts every text and every ledger entry one by one. */
async function countInFull(): Promise<Record<string, Counts>> {
	const counted: Record<string, Counts> = {};
	const add = (at: Date, series: string, measure: string) => {
		const quarter = Math.floor(at.getTime() / quarterMilliseconds);
		const key = `${Math.floor(quarter / quartersOfDay)} ${series}`;
		const counts = counted[key] ?? {};
		counted[key] = counts;
		const name = `${quarter % quartersOfDay} ${measure}`;
		counts[name] = (counts[name] ?? 0) + 1;
	};
	for (const row of [...(await db.select().from(messages)), ...(await loadDeleted())]) {
		if (row.direction === "inbound") {
			add(row.createdAt, "contact", "received");
			if (row.sequence !== null) add(row.createdAt, "answers", bucketOf(row));
			continue;
		}
		if (row.carrierId !== null) add(row.createdAt, row.author, "sent");
		const fate = row.status === "read" ? "delivered" : row.status;
		if (["delivered", "undelivered", "failed", "refused"].includes(fate))
			add(row.createdAt, row.author, fate);
	}
	for (const { at, kind } of await db.select().from(consentEvents)) add(at, "consent", kind);
	return counted;
}

async function readRollUps(): Promise<Record<string, Counts>> {
	const rows = await db.select().from(textDays);
	const read = rows.map(({ day, series, counts }) => {
		const kept = Object.entries(counts).filter(([, count]) => count !== 0);
		return [`${day} ${series}`, Object.fromEntries(kept)] as const;
	});
	return Object.fromEntries(read.filter(([, counts]) => Object.keys(counts).length > 0));
}

async function expectExact(): Promise<void> {
	expect(await readRollUps()).toEqual(await countInFull());
}

/** The answer: the earliest accepted text among the answers written after the question. */
async function expectAnswersRight(): Promise<void> {
	const rows = await db.select().from(messages);
	for (const question of rows.filter((row) => row.direction === "inbound" && row.sequence !== null)) {
		const answers = rows.filter(
			(row) =>
				row.conversationId === question.conversationId &&
				row.position > question.position &&
				(row.author === "assistant" || row.author === "person") &&
				row.carrierId !== null,
		);
		const at = answers.map((row) => (row.attemptedAt ?? row.createdAt).getTime());
		expect(question.answeredAt?.getTime() ?? null, question.body).toBe(at.length ? Math.min(...at) : null);
	}
}

async function sumsOf(series: string): Promise<Counts> {
	const sums: Counts = {};
	for (const [key, counts] of Object.entries(await readRollUps())) {
		if (!key.endsWith(` ${series}`)) continue;
		for (const [name, count] of Object.entries(counts)) {
			const measure = name.slice(name.indexOf(" ") + 1);
			sums[measure] = (sums[measure] ?? 0) + count;
		}
	}
	return sums;
}

const questions = ["Are you open?", "Where are you?", "What is it?", "How much?", "Today?", "Who is this?"];
const bodies = [...questions, "STOP", "START", "HELP", "please stop texting me"];
const statuses = ["sent", "delivered", "undelivered", "failed", "read"];
const faults: Fault[] = [
	"lost before",
	"lost after",
	"500 after",
	{ status: 400, code: 21610 },
	{ status: 429, code: 20429 },
];
const kinds = [
	"text",
	"person",
	"campaign",
	"settle",
	"report",
	"sweep",
	"expire",
	"optOut",
	"optIn",
] as const;

let sent = 0;

async function happen(
	shop: Workshop,
	number: string,
	{ kind, choice }: { kind: (typeof kinds)[number]; choice: number },
): Promise<void> {
	const { messaging, carrier } = shop;
	switch (kind) {
		case "text":
			return shop.text(bodies[choice % bodies.length] ?? "", { from: number });
		case "person":
			await sendByPerson(messaging, { to: number, message: `Yes. ${choice}` }, actor);
			return;
		case "campaign": {
			const id = `msg_${sidOf(`k${++sent}`).slice(2)}`;
			const origin = { kind: "campaign" as const, campaignId: "cmp_1", recipientId: `cmp_1:${sent}` };
			const requests = await readSendRequests([
				{
					id,
					from: mainLine,
					to: number,
					body: "Sale!",
					category: "marketing",
					origin,
					quietHours: choice % 4 === 0,
				},
			]);
			await sendTexts(messaging, requests);
			// Requested twice, as by an interrupted campaign.
			if (choice % 3 === 0) await sendTexts(messaging, requests);
			return;
		}
		case "settle":
			return shop.deliverJobs(choice * 60);
		case "report": {
			const text = carrier.sent()[choice % Math.max(1, carrier.sent().length)];
			const path = new URL(carrier.callbacks.get(text?.sid ?? "") ?? "https://pbx.example.com/sms/status")
				.pathname;
			await report(text?.sid ?? sidOf("nobody"), statuses[choice % statuses.length] ?? "", path);
			return;
		}
		case "sweep":
			await sweep(messaging);
			return;
		case "expire":
			await expireTexts(messaging, new Date(shop.at.getTime() - choice * 3_600_000));
			return;
		case "optOut":
			await addOptOut(messaging, { number, reason: "Said so on the telephone." }, actor);
			return;
		case "optIn":
			await removeOptOut(messaging, { number, reason: "Said so on the telephone.", actor });
	}
}

describe("roll-ups of texts", () => {
	it("are a full count of the texts and the ledger, whatever happens, in any order", async () => {
		const happening = fc.record({
			kind: fc.constantFrom(...kinds, "text" as const, "settle" as const, "report" as const),
			choice: fc.integer({ min: 0, max: 59 }),
			contact: fc.integer({ min: 0, max: 2 }),
			secondsLater: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4000 })),
			fault: fc.option(fc.constantFrom(...faults), { freq: 6 }),
			isTwice: fc.boolean(),
		});
		let round = 0;
		const seen = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), async (sequence) => {
				round += 1;
				const shop = new Workshop();
				shop.at = new Date(Date.parse("2026-11-20T18:00:00Z") + round * 7 * 24 * 3_600_000);
				for (const { contact, secondsLater, fault, isTwice, ...what } of sequence) {
					shop.pass(secondsLater);
					const firstRequest = shop.carrier.requests.length;
					shop.carrier.fault = (request, index) =>
						request === "POST /Messages" && index === firstRequest ? fault : null;
					const number = `+1415555${7000 + round * 3 + contact}`;
					await happen(shop, number, what);
					if (isTwice) await happen(shop, number, what);
				}
				await expectExact();
				await expectAnswersRight();
				for (const key of Object.keys(await readRollUps())) seen.add(key.split(" ")[1] ?? "");
			}),
			{ seed: 20_261_129, numRuns: 30, endOnFailure: true },
		);
		expect([...seen].sort()).toEqual([
			"answers",
			"assistant",
			"campaign",
			"consent",
			"contact",
			"person",
			"system",
		]);
		const authors = await Promise.all(["assistant", "person", "campaign", "system"].map(sumsOf));
		for (const measure of ["sent", "delivered", "undelivered", "failed", "refused"]) {
			expect(
				authors.some((counts) => counts[measure]),
				measure,
			).toBe(true);
		}
		const answers = await sumsOf("answers");
		for (const bucket of ["never", "within1Minute", "later"]) {
			expect(answers[bucket], bucket).toBeGreaterThan(0);
		}
	}, 240_000);

	it("stay when every text is deleted, and none of its late reports changes them", async () => {
		const shop = new Workshop();
		await shop.text("Hi", { from: "+14155556001" });
		await shop.deliverJobs();
		const before = await readRollUps();
		const [text] = shop.carrier.sent();
		shop.at = new Date("2030-01-01T00:00:00Z");
		while ((await expireTexts(shop.messaging, shop.at)) > 0);
		expect(await db.select().from(messages)).toEqual([]);
		await report(text?.sid ?? "", "delivered");
		expect(await readRollUps()).toEqual(before);
		await expectExact();
	});
});

describe("the answer to a text", () => {
	const secondsToAnswer = async (from: string) => {
		const [question] = await loadThread(from);
		if (!question?.answeredAt) return null;
		return (question.answeredAt.getTime() - question.createdAt.getTime()) / 1000;
	};
	const write = (shop: Workshop, to: string, message: string) =>
		sendByPerson(shop.messaging, { to, message }, actor);

	it("is the one that was handed over first, though the carrier confirms it last", async () => {
		const from = "+14155556002";
		const shop = new Workshop();
		await shop.text("Hello?", { from });
		shop.replies.length = 0;
		shop.pass(30);
		shop.carrier.fault = () => "lost after";
		await write(shop, from, "Yes, we are open.");
		shop.carrier.fault = () => null;
		expect(await secondsToAnswer(from)).toBeNull();
		shop.pass(600);
		await write(shop, from, "Come by.");
		expect(await secondsToAnswer(from)).toBe(630);
		await shop.deliverJobs();
		expect(await secondsToAnswer(from)).toBe(30);
		await expectExact();
	});

	it("is not the one that was written first, when that was handed over later", async () => {
		const from = "+14155556005";
		const shop = new Workshop();
		await shop.text("Hello?", { from });
		shop.replies.length = 0;
		shop.pass(10);
		shop.carrier.fault = () => ({ status: 429, code: 20429 });
		await write(shop, from, "One moment.");
		shop.pass(20);
		shop.carrier.fault = () => "lost after";
		await write(shop, from, "Yes.");
		shop.carrier.fault = () => null;
		const taken = shop.carrier.takenAt.length;
		// Tried again after 30 seconds; the other text is settled after 15.
		await shop.deliverJobs();
		expect(shop.carrier.takenAt.length).toBe(taken + 1);
		expect(await secondsToAnswer(from)).toBe(30);
		await expectAnswersRight();
		await expectExact();
	});

	it("answers what came before it, and nothing that came after", async () => {
		const from = "+14155556003";
		const shop = new Workshop();
		await shop.text("One", { from });
		await shop.text("Two", { from });
		await shop.deliverJobs();
		shop.pass(7200);
		await write(shop, from, "Anything else?");
		shop.pass(1);
		await shop.text("Three", { from });
		const thread = await loadThread(from);
		const answered = thread
			.filter(({ direction }) => direction === "inbound")
			.map((row) => row.answeredAt !== null);
		expect(answered).toEqual([true, true, false]);
		await expectAnswersRight();
		await expectExact();
	});

	it("is no keyword's: nobody waits for one to STOP", async () => {
		const before = await sumsOf("answers");
		const shop = new Workshop();
		await shop.text("STOP", { from: "+14155556004" });
		await shop.text("START", { from: "+14155556004" });
		expect(await sumsOf("answers")).toEqual(before);
	});

	it.each([
		[60, "within1Minute"],
		[61, "within5Minutes"],
		[300, "within5Minutes"],
		[301, "within1Hour"],
		[3600, "within1Hour"],
		[3601, "later"],
	])("after %i seconds counts as %s", async (seconds, bucket) => {
		const from = `+1415555${5000 + seconds}`;
		const shop = new Workshop();
		const before = (await sumsOf("answers"))[bucket] ?? 0;
		await shop.text("Hello?", { from });
		shop.pass(seconds);
		await write(shop, from, "Yes?");
		expect((await sumsOf("answers"))[bucket]).toBe(before + 1);
		const [question] = await db.select().from(messages).where(eq(messages.fromNumber, from));
		expect(question?.answeredAt?.getTime()).toBe(shop.at.getTime());
	});
});
