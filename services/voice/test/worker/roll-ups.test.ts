import { openDb } from "@cloudpbx/db/open-db";
import { callDays, calls } from "@cloudpbx/db/schema/voice";
import { callIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendWebhook, sidOf, testEnv } from "./carrier.ts";
import { caller, foundCompany, mainLine } from "./directory.ts";

const db = openDb(testEnv.DB);
const quarterMilliseconds = 900_000;
const quartersOfDay = 96;
const firstDay = Date.parse("2026-11-20T00:00:00Z");

type CallRow = typeof calls.$inferSelect;
type Counts = Record<string, number>;

beforeAll(async () => {
	await foundCompany();
	await testEnv.DB.batch([
		testEnv.DB.prepare("CREATE TABLE deleted_calls AS SELECT * FROM calls WHERE false"),
		testEnv.DB.prepare(
			"CREATE TRIGGER keep_deleted BEFORE DELETE ON calls BEGIN INSERT INTO deleted_calls SELECT * FROM calls WHERE id = OLD.id; END",
		),
	]);
});

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: firstDay });
});

afterEach(() => {
	vi.useRealTimers();
});

async function countInFull(): Promise<Record<string, Counts>> {
	const deleted = await testEnv.DB.prepare(
		"SELECT started_at, extension, direction, outcome, talk_seconds, receptionist_result FROM deleted_calls",
	).all<Record<string, string | number | null>>();
	const gone = deleted.results.map((row) => ({
		startedAt: new Date(Number(row.started_at)),
		extension: row.extension,
		direction: row.direction,
		outcome: row.outcome,
		talkSeconds: row.talk_seconds,
		receptionistResult: row.receptionist_result,
	})) as CallRow[];
	const counted: Record<string, Counts> = {};
	for (const call of [...(await db.select().from(calls)), ...gone]) {
		const quarter = Math.floor(call.startedAt.getTime() / quarterMilliseconds);
		const measures: [string, number][] = [[call.outcome ?? "open", 1]];
		if (call.talkSeconds) measures.push(["talk", call.talkSeconds]);
		if (call.receptionistResult) measures.push([`receptionist_${call.receptionistResult}`, 1]);
		for (const extension of call.extension === null ? [""] : ["", call.extension]) {
			const key = `${Math.floor(quarter / quartersOfDay)} ${extension} ${call.direction}`;
			const counts = counted[key] ?? {};
			counted[key] = counts;
			for (const [measure, amount] of measures) {
				for (const name of [measure, `${quarter % quartersOfDay} ${measure}`]) {
					counts[name] = (counts[name] ?? 0) + amount;
				}
			}
		}
	}
	return counted;
}

async function readRollUps(): Promise<Record<string, Counts>> {
	const rows = await db.select().from(callDays);
	const read = rows.map(({ day, extension, direction, counts }) => {
		const kept = Object.entries(counts).filter(([, count]) => count !== 0);
		return [`${day} ${extension} ${direction}`, Object.fromEntries(kept)] as const;
	});
	return Object.fromEntries(read.filter(([, counts]) => Object.keys(counts).length > 0));
}

async function expectExact(): Promise<void> {
	expect(await readRollUps()).toEqual(await countInFull());
}

function callOf(word: string) {
	return { CallSid: sidOf("CA", word), From: caller, To: mainLine, CallStatus: "in-progress" };
}

async function loadCall(word: string): Promise<CallRow | undefined> {
	const [row] = await db
		.select()
		.from(calls)
		.where(eq(calls.id, callIdOf(sidOf("CA", word))));
	return row;
}

interface Webhook {
	path: string;
	params: Record<string, string>;
	/** The model's answer, should it be asked. */
	says: string;
}

const happenings = [
	"inbound",
	"keys",
	"result",
	"reception",
	"ring",
	"finished",
	"recorded",
	"status",
] as const;

function webhookOf(word: string, kind: (typeof happenings)[number], choice: number): Webhook {
	const call = callOf(word);
	const ext = choice % 2 === 0 ? "101" : "103";
	const bridged = { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: String(choice * 7) };
	const unanswered = { DialCallStatus: "no-answer", DialBridged: "false" };
	const recording = { RecordingSid: sidOf("RE", word), RecordingDuration: String(choice % 3) };
	const gone = { CallStatus: ["completed", "failed", "no-answer", "busy", "canceled"][choice % 5] ?? "" };
	const says = ["transfer", "voicemail", "goodbye", "menu", "ask"][choice % 5] ?? "";
	const to = (path: string, params: Record<string, string>): Webhook => ({ path, params, says });
	switch (kind) {
		case "inbound":
			return to("/ivr/inbound", { ...call, To: choice % 2 === 0 ? "+14155550101" : mainLine });
		case "keys":
			return to("/ivr/menu/1", { ...call, Digits: ["101", "0", "9", "103", ""][choice % 5] ?? "" });
		case "result":
			return to(`/ivr/extension/${ext}/result`, { ...call, ...(choice % 3 === 0 ? bridged : unanswered) });
		case "reception":
			return to(`/ivr/receptionist/1/${1 + (choice % 2)}/0`, {
				...call,
				...(choice % 4 === 0 ? { Digits: "9" } : { SpeechResult: "jane smith please", Confidence: "0.9" }),
			});
		case "ring":
			return to("/ivr/receptionist/1/2/extension/101/result", {
				...call,
				...(choice % 2 === 0 ? bridged : unanswered),
			});
		case "finished":
			return to(`/ivr/voicemail/${ext}/finished`, { ...call, ...recording });
		case "recorded":
			return to(`/ivr/voicemail/${ext}/recorded`, {
				CallSid: call.CallSid,
				...recording,
				RecordingStatus: "completed",
			});
		case "status":
			return to("/ivr/status", { ...call, ...gone, CallDuration: String(choice) });
	}
}

async function send({ path, params, says }: Webhook): Promise<void> {
	const decision = { action: says, extension: "101", say: "Hello?", confidence: 0.95, language: "en" };
	const model = { run: async () => ({ response: JSON.stringify(decision) }) };
	const response = await sendWebhook(path, params, { env: { AI: model as never } });
	expect(response.status, path).toBeLessThan(300);
}

describe("roll-ups of calls", () => {
	it("follow a call from its first ring to its end", async () => {
		await send(webhookOf("follow", "inbound", 0));
		const day = firstDay / quarterMilliseconds / quartersOfDay;
		const open = { open: 1, "0 open": 1 };
		expect(await readRollUps()).toEqual({ [`${day}  inbound`]: open, [`${day} 101 inbound`]: open });
		vi.setSystemTime(firstDay + 2 * 24 * 3_600_000);
		await send(webhookOf("follow", "result", 6));
		const answered = { answered: 1, "0 answered": 1, talk: 42, "0 talk": 42 };
		expect(await readRollUps()).toEqual({ [`${day}  inbound`]: answered, [`${day} 101 inbound`]: answered });
	});

	it("are a full count of the calls after any webhooks in any order, any number of times, and after deletions", async () => {
		const happening = fc.record({
			call: fc.integer({ min: 0, max: 5 }),
			kind: fc.constantFrom(...happenings, "status" as const),
			choice: fc.integer({ min: 0, max: 29 }),
			minutesLater: fc.integer({ min: 0, max: 600 }),
			isTwice: fc.boolean(),
			deletes: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 12 }),
		});
		let round = 0;
		const seen = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), async (sequence) => {
				round += 1;
				const words = Array.from({ length: 6 }, (_, index) => `r${round}c${index}`);
				for (const { call, kind, choice, minutesLater, isTwice, deletes } of sequence) {
					vi.setSystemTime(Date.now() + minutesLater * 60_000);
					const webhook = webhookOf(words[call] ?? "", kind, choice);
					await send(webhook);
					if (isTwice) await send(webhook);
					if (deletes !== null) {
						await db.delete(calls).where(eq(calls.id, callIdOf(sidOf("CA", words[deletes] ?? ""))));
					}
				}
				await expectExact();
				for (const { outcome, receptionistResult } of await db.select().from(calls)) {
					seen.add(`outcome ${outcome}`).add(`receptionist ${receptionistResult}`);
				}
			}),
			{ seed: 20_261_129, numRuns: 30, endOnFailure: true },
		);
		expect(seen.size).toBeGreaterThanOrEqual(8);
	}, 120_000);

	it("stay when every call is deleted", async () => {
		const before = await readRollUps();
		await db.delete(calls);
		expect(await readRollUps()).toEqual(before);
		await expectExact();
	});
});

describe("what a call came to", () => {
	it("is the same in any order of its webhooks", async () => {
		const webhooks = (word: string): Webhook[] => [
			webhookOf(word, "keys", 1),
			{ ...webhookOf(word, "reception", 1), says: "transfer" },
			webhookOf(word, "ring", 3),
			webhookOf(word, "ring", 4),
			webhookOf(word, "result", 3),
			webhookOf(word, "finished", 2),
			webhookOf(word, "status", 0),
		];
		let round = 0;
		const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
		await fc.assert(
			fc.asyncProperty(order, async (places) => {
				const word = `order${round++}`;
				const all = webhooks(word);
				for (const place of places) await send(all[place] as Webhook);
				expect(await loadCall(word)).toMatchObject({
					outcome: "answered",
					talkSeconds: 28,
					receptionistResult: "transferred",
				});
			}),
			{ seed: 20_261_129, numRuns: 15 },
		);
		await expectExact();
	}, 60_000);

	it("has no seconds when nobody answered, and keeps zero of those who hung up at once", async () => {
		await send(webhookOf("none", "result", 1));
		expect(await loadCall("none")).toMatchObject({ talkSeconds: null, receptionistResult: null });
		await send(webhookOf("zero", "result", 0));
		expect(await loadCall("zero")).toMatchObject({ outcome: "answered", talkSeconds: 0 });
	});
});
