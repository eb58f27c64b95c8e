import type { CallAnalytics, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import { callOutcomes, receptionistResults } from "@cloudpbx/contracts/calls/calls";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { messages } from "@cloudpbx/db/schema/messaging";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callDays, calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createContext } from "../../../src/context.ts";
import { loadCallAnalytics } from "../../../src/operations/analytics/load-call-analytics.ts";
import { loadTextAnalytics } from "../../../src/operations/analytics/load-text-analytics.ts";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import {
	type CallRow,
	callOf,
	dayMilliseconds,
	hourMilliseconds,
	type MessageRow,
	placeOf,
	setTimeZone,
	textOf,
} from "../facts.ts";
import { type ConsentFact, reportCalls, reportTexts } from "./count-in-full.ts";

const periods = ["7d", "30d", "90d"] as const;

let entries = 0;
let key: string;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T18:00:00Z") });
	key = await giveKey(["analytics:read"]);
});

beforeEach(async () => {
	const emptied = ["calls", "messages", "call_days", "text_days", "settings", "extensions"];
	await testEnv.DB.batch(emptied.map((table) => testEnv.DB.prepare(`DELETE FROM ${table}`)));
});

async function getCalls(query = ""): Promise<CallAnalytics> {
	return expectJson(await callApi(`/api/analytics/calls${query}`, { key }), 200);
}

async function getTexts(query = ""): Promise<TextAnalytics> {
	return expectJson(await callApi(`/api/analytics/sms${query}`, { key }), 200);
}

const end = Date.parse("2026-12-20T00:00:00Z");
const instants = fc
	.integer({ min: end - 200 * dayMilliseconds, max: end - 1 })
	.chain((at) => fc.constantFrom(at, at - (at % 900_000), at - (at % 900_000) - 1));
const nows = fc.integer({ min: end, max: end + 60 * dayMilliseconds }).map((at) => new Date(at));
const zones = fc.oneof(
	fc.constantFrom(
		"America/New_York",
		"Asia/Kathmandu",
		"Pacific/Chatham",
		"Pacific/Kiritimati",
		"Etc/GMT+12",
	),
	fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
);
const views = fc.array(fc.record({ timeZone: zones, period: fc.constantFrom(...periods), now: nows }), {
	minLength: 4,
	maxLength: 4,
});

describe("the counts", () => {
	it("of calls are those of a full count, in any zone, also of calls that were changed or deleted", async () => {
		const fact = fc.record({
			at: instants,
			extension: fc.constantFrom(null, "101", "102", "199"),
			direction: fc.constantFrom("inbound" as const, "outbound" as const),
			outcome: fc.constantFrom(null, ...callOutcomes),
			talkSeconds: fc.option(fc.nat(600)),
			receptionistResult: fc.constantFrom(null, ...receptionistResults),
			isDeleted: fc.boolean(),
			laterOutcome: fc.constantFrom(undefined, null, ...callOutcomes),
			laterExtension: fc.constantFrom(undefined, null, "101", "102"),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 60 }), views, async (facts, seenAs) => {
				await testEnv.DB.batch([
					testEnv.DB.prepare("DELETE FROM calls"),
					testEnv.DB.prepare("DELETE FROM call_days"),
				]);
				const rows: CallRow[] = [];
				for (const { at, isDeleted, laterOutcome, laterExtension, ...more } of facts) {
					const row = callOf(new Date(at), more);
					await db.insert(calls).values(row);
					const later = {
						...(laterOutcome !== undefined && { outcome: laterOutcome }),
						...(laterExtension !== undefined && { extension: laterExtension }),
					};
					const isThis = eq(calls.id, row.id);
					if (Object.keys(later).length > 0) await db.update(calls).set(later).where(isThis);
					if (isDeleted) await db.delete(calls).where(isThis);
					rows.push({ ...row, ...later });
				}
				for (const { timeZone, period, now } of seenAs) {
					await setTimeZone(timeZone);
					const { from, to, ...report } = await loadCallAnalytics({ ...createContext(testEnv), now }, period);
					const count = Number.parseInt(period, 10);
					expect(report).toEqual({ period, timeZone, ...reportCalls(rows, timeZone, count, now) });
					// The list of the same time has the same number.
					const listed = rows.filter(
						({ startedAt, direction }) =>
							direction === "inbound" && startedAt >= new Date(from) && startedAt < new Date(to),
					);
					expect(listed.length).toBe(report.totals.total);
				}
			}),
			{ seed: 20_261_129, numRuns: 25, endOnFailure: true },
		);
	}, 120_000);

	it("of texts are those of a full count, in any zone, also of texts that were changed or deleted", async () => {
		const fact = fc.record({
			at: instants,
			author: fc.constantFrom("contact", "assistant", "person", "campaign", "system"),
			steps: fc.array(
				fc.constantFrom("refused", "pending", "failed", "sent", "delivered", "undelivered", "read"),
				{
					minLength: 1,
					maxLength: 4,
				},
			),
			isTaken: fc.boolean(),
			isDeleted: fc.boolean(),
		});
		const entry = fc.record({
			at: instants.map((at) => new Date(at)),
			kind: fc.constantFrom("opt_out", "opt_in"),
		});
		const ledger: ConsentFact[] = [];
		await fc.assert(
			fc.asyncProperty(
				fc.array(fact, { minLength: 1, maxLength: 60 }),
				fc.array(entry, { maxLength: 10 }),
				views,
				async (facts, added, seenAs) => {
					// The ledger cannot be deleted, so its counts add up over the runs.
					await testEnv.DB.batch([
						testEnv.DB.prepare("DELETE FROM messages"),
						testEnv.DB.prepare("DELETE FROM text_days WHERE series <> 'consent'"),
					]);
					const rows: MessageRow[] = [];
					for (const { at, author, steps, isTaken, isDeleted } of facts) {
						const isInbound = author === "contact";
						const [first = "pending"] = steps;
						const row = textOf(new Date(at), {
							author: author as MessageRow["author"],
							direction: isInbound ? "inbound" : "outbound",
							status: isInbound ? "received" : (first as MessageRow["status"]),
						});
						await db.insert(messages).values(row);
						const isThis = eq(messages.id, row.id);
						const later: Partial<MessageRow> = {};
						for (const status of isInbound ? [] : steps) {
							later.status = status as NonNullable<MessageRow["status"]>;
							if (isTaken && status !== "refused") later.carrierId = `SM${row.id}`;
							await db.update(messages).set(later).where(isThis);
						}
						if (isDeleted) await db.delete(messages).where(isThis);
						rows.push({ ...row, ...later });
					}
					for (const { at, kind } of added as ConsentFact[]) {
						entries += 1;
						ledger.push({ at, kind });
						const more = { key: `k${entries}`, number: "+14155550199", source: "keyword" as const };
						await db.insert(consentEvents).values({ at, kind, ...more });
					}
					for (const { timeZone, period, now } of seenAs) {
						await setTimeZone(timeZone);
						const { from, to, responses, ...report } = await loadTextAnalytics(
							{ ...createContext(testEnv), now },
							period,
						);
						const count = Number.parseInt(period, 10);
						expect(report).toEqual({
							period,
							timeZone,
							...reportTexts({ rows, ledger }, timeZone, count, now),
						});
						expect(responses).toEqual({
							within1Minute: 0,
							within5Minutes: 0,
							within1Hour: 0,
							later: 0,
							never: 0,
						});
					}
				},
			),
			{ seed: 20_261_129, numRuns: 20, endOnFailure: true },
		);
	}, 120_000);

	it("of a campaign of ten thousand texts are exact, delivered, undelivered and deleted", async () => {
		const at = Date.now();
		await testEnv.DB.batch([
			testEnv.DB.prepare(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
				INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments,
					status, status_at, created_at)
				SELECT 'msg_c' || i, 'conv_' || i, 'outbound', 'campaign', 'marketing', '+18005550100', '+1415' || i, 'Sale!', 1,
					'pending', ${at}, ${at} FROM n`),
			testEnv.DB.prepare("UPDATE messages SET carrier_id = 'SM' || id, status = 'queued'"),
			testEnv.DB.prepare("UPDATE messages SET status = 'delivered' WHERE position % 4 <> 0"),
			testEnv.DB.prepare("UPDATE messages SET status = 'undelivered' WHERE position % 4 = 0"),
			testEnv.DB.prepare("DELETE FROM messages"),
		]);
		const { totals, days } = await getTexts();
		expect(totals).toMatchObject({ sent: 10_000, delivered: 7500, undelivered: 2500, byCampaigns: 10_000 });
		expect(days.at(-1)).toMatchObject({ sent: 10_000, delivered: 7500 });
	}, 60_000);
});

describe("a report over HTTP", () => {
	it("is of zeros in an empty database, for seven days unless asked otherwise", async () => {
		for (const [query, count] of [
			["", 7],
			["?period=7d", 7],
			["?period=30d", 30],
			["?period=90d", 90],
		] as const) {
			const ofCalls = await getCalls(query);
			const ofTexts = await getTexts(query);
			for (const { days, period, timeZone, from, to } of [ofCalls, ofTexts]) {
				expect({ period, timeZone }).toEqual({ period: `${count}d`, timeZone: "America/New_York" });
				expect(days).toHaveLength(count);
				const place = placeOf(timeZone);
				expect(days[0]?.date).toBe(place(new Date(from)).date);
				expect(days.at(-1)?.date).toBe(place(new Date(Date.parse(to) - 1)).date);
				expect(days.at(-1)?.date).toBe(place(new Date()).date);
			}
			expect(ofCalls.hours.map((hours) => hours.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
			expect(ofCalls.extensions).toEqual([]);
			const { days, hours, totals, previous, receptionist } = ofCalls;
			const numbers = [totals, previous, receptionist, ...days, ...hours.map((row) => ({ ...row }))].flatMap(
				(counts) => Object.values(counts).filter((value) => typeof value === "number"),
			);
			expect(new Set(numbers)).toEqual(new Set([0]));
			expect(ofTexts.totals.sent).toBe(0);
		}
	});

	it.each(["14d", "7", "", "7D", "90d ", "0d", "-7d", "all"])("refuses the period %j", async (period) => {
		for (const what of ["calls", "sms"]) {
			const path = `/api/analytics/${what}?period=${encodeURIComponent(period)}`;
			const problem = await expectJson<{ errors: { field: string }[] }>(await callApi(path, { key }), 400);
			expect(problem.errors).toMatchObject([{ in: "query", field: "period" }]);
		}
	});

	it("counts a call over midnight on the day on which it began", async () => {
		await setTimeZone("Asia/Kathmandu");
		const midnight = new Date((await getCalls()).from).getTime() + 3 * dayMilliseconds;
		await db.insert(calls).values(
			callOf(new Date(midnight - 1), {
				outcome: "answered",
				endedAt: new Date(midnight + 1),
				talkSeconds: 9,
			}),
		);
		const { days } = await getCalls();
		expect(days.map(({ total }) => total)).toEqual([0, 0, 1, 0, 0, 0, 0]);
		expect(days[2]).toMatchObject({ answered: 1, talkSeconds: 9 });
	});

	it("counts old days anew when the time zone changes, also those whose texts are deleted", async () => {
		await setTimeZone("Pacific/Kiritimati");
		const midnight = new Date((await getTexts()).from).getTime() + 3 * dayMilliseconds;
		await db
			.insert(messages)
			.values(textOf(new Date(midnight + hourMilliseconds), { carrierId: "SM1", status: "sent" }));
		await db.delete(messages);
		const dayOf = async () => (await getTexts()).days.find(({ sent }) => sent === 1)?.date;
		const before = await dayOf();
		await setTimeZone("Etc/GMT+12");
		const after = await dayOf();
		expect(Date.parse(before ?? "") - Date.parse(after ?? "")).toBe(2 * dayMilliseconds);
	});

	it("names who has the keys, else who had them last, else nobody", async () => {
		const at = new Date();
		const person = (id: string, ext: string, name: string, deactivatedAt: Date | null) => ({
			id,
			ext,
			name,
			status: deactivatedAt ? ("inactive" as const) : ("active" as const),
			deactivatedAt,
			createdAt: at,
			updatedAt: at,
		});
		const ago = (days: number) => new Date(at.getTime() - days * dayMilliseconds);
		await db
			.insert(extensions)
			.values([
				person("ext_1", "101", "Jane", null),
				person("ext_2", "101", "Who had it before", ago(1)),
				person("ext_3", "102", "Last", ago(2)),
				person("ext_4", "102", "First", ago(3)),
				person("ext_5", "104", "Never called", null),
			]);
		await db
			.insert(calls)
			.values(["101", "102", "103"].map((extension) => callOf(at, { extension, outcome: "abandoned" })));
		const { extensions: rows } = await getCalls();
		expect(rows.map(({ extension, name, total }) => [extension, name, total])).toEqual([
			["101", "Jane", 1],
			["102", "Last", 1],
			["103", null, 1],
		]);
	});

	it("has a total that is the sum of the outcomes once nobody is on the line", async () => {
		const at = new Date();
		const open = callOf(at, { endedAt: null, status: "in_progress" });
		await db.insert(calls).values([open, ...callOutcomes.map((outcome) => callOf(at, { outcome }))]);
		const missing = async () => {
			const { totals } = await getCalls();
			return totals.total - callOutcomes.reduce((sum, outcome) => sum + totals[outcome], 0);
		};
		expect(await missing()).toBe(1);
		await db.update(calls).set({ outcome: "answered" }).where(eq(calls.id, open.id));
		expect(await missing()).toBe(0);
	});
});

it("keeps the counts of calls that are deleted", async () => {
	await db.insert(calls).values(callOf(new Date(), { outcome: "answered", extension: "101" }));
	await db.delete(calls);
	expect((await db.select().from(callDays)).length).toBe(2);
	const { totals, extensions: rows } = await getCalls();
	expect([totals.answered, rows[0]?.answered]).toEqual([1, 1]);
});
