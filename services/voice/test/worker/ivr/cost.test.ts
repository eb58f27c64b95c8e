import { openDb } from "@cloudpbx/db/open-db";
import { callEvents, callLegs, calls } from "@cloudpbx/db/schema/voice";
import { type Counters, listGrown, toCounters } from "@cloudpbx/kit/counters";
import { measureBindings } from "@cloudpbx/kit/measure-bindings";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import ceilings from "../../../../../docs/counters.json";
import { setGreetingPin } from "../../../src/greetings/greeting-pins.ts";
import { http } from "../../../src/http.ts";
import { sendWebhook, sidOf, testContext, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

const callsInTheTable = 100_000;

beforeAll(foundCompany);

const callOut = `call_${"0".repeat(32)}`;
const callOutPath = (moment: string) => `/ivr/out/${callOut}/0/${moment}`;

function webhooksOf(word: string): [string, Record<string, string>][] {
	const call = { CallSid: sidOf("CA", word), From: caller, To: mainLine, CallStatus: "in-progress" };
	const own = { ...call, From: "+14155550151", To: "+14155550101" };
	const leg = { CallSid: sidOf("CA", `leg ${word}`), ParentCallSid: call.CallSid, CallStatus: "in-progress" };
	const ownLeg = { ...call, CallSid: sidOf("CA", `own ${word}`) };
	const recording = { CallSid: call.CallSid, RecordingSid: sidOf("RE", word), RecordingDuration: "7" };
	return [
		["/ivr/inbound", call],
		["/ivr/menu/1", { ...call, Digits: "101" }],
		["/ivr/menu/1/keys/1", { ...call, Digits: "01" }],
		["/ivr/receptionist/1/1/0", { ...call, SpeechResult: "jane smith", Confidence: "0.9" }],
		["/ivr/receptionist/1/2/0/keys/1", { ...call, Digits: "01" }],
		["/ivr/receptionist/1/2/extension/101/result", { ...call, DialCallStatus: "no-answer" }],
		["/ivr/receptionist/1/2/extension/101/choice", { ...call, Digits: "" }],
		["/ivr/receptionist/1/2/extension/101/member/101/result", { ...call, DialCallStatus: "no-answer" }],
		["/ivr/screen/101/101/known/SmFuZQ", { ...leg, From: caller }],
		["/ivr/screen/101/101/known/SmFuZQ/SGVsbG8", { ...leg, From: caller }],
		["/ivr/screen/101/101/key", { ...leg, Digits: "1" }],
		["/ivr/screen/101/101/taken", leg],
		["/ivr/closed/result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" }],
		["/ivr/extension/101/member/101/result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" }],
		["/ivr/extension/101/result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" }],
		["/ivr/voicemail/101/finished", { ...call, ...recording }],
		["/ivr/voicemail/101/es/finished", { ...call, ...recording }],
		["/ivr/voicemail/101/recorded", { ...recording, RecordingStatus: "completed" }],
		[
			"/ivr/voicemail/101/transcribed",
			{ ...recording, TranscriptionStatus: "completed", TranscriptionText: "Hi" },
		],
		["/ivr/own/101", { ...own, Digits: "*" }],
		["/ivr/own/101/pin/1", { ...own, Digits: "2468" }],
		["/ivr/own/101/take/1", { ...own, ...recording }],
		[`/ivr/own/101/take/1/${recording.RecordingSid}/wait/2`, own],
		[`/ivr/own/101/take/1/${recording.RecordingSid}/keep/1`, { ...own, Digits: "1" }],
		["/ivr/status", { ...call, CallStatus: "completed", CallDuration: "42" }],
		["/ivr/self-test", {}],
		["/ivr/fallback", { ...call, ErrorUrl: `${testEnv.PUBLIC_URL}/ivr/extension/101/result` }],
		["/ivr/fallback/screen/known", leg],
		["/ivr/fallback/screen/key", { ...leg, Digits: "1" }],
		["/ivr/fallback/result", { ...call, DialBridged: "false" }],
		["/ivr/fallback/recorded", call],
		[callOutPath("screen/SmFuZQ"), ownLeg],
		[callOutPath("key"), { ...ownLeg, Digits: "1" }],
		[callOutPath("answered"), { ...leg, ParentCallSid: ownLeg.CallSid }],
		[callOutPath("result"), { ...ownLeg, DialCallStatus: "completed", DialBridged: "true" }],
		[callOutPath("status"), { ...ownLeg, CallStatus: "completed" }],
	];
}

const model = {
	run: async () => ({ response: JSON.stringify({ action: "transfer", extension: "101", confidence: 0.95 }) }),
};

async function measureCall(word: string) {
	const costs: Record<string, Counters> = {};
	await placeCallOut();
	await setGreetingPin(testContext(), "ext_101", "2468");
	for (const [path, params] of webhooksOf(word)) {
		const { env, cost } = measureBindings({ ...testEnv, AI: model as never });
		const response = await sendWebhook(path, params, { database: env.DB, env });
		expect(response.status).toBeLessThan(300);
		if (response.status === 200 && !path.startsWith("/ivr/fallback")) {
			expect(await response.text()).not.toContain("technical difficulties");
		}
		costs[path.replace(/RE[0-9a-f]{32}/, "RE")] = toCounters(cost);
	}
	return costs;
}

async function placeCallOut(): Promise<void> {
	const db = openDb(testEnv.DB);
	const row = { id: callOut, carrierId: "", direction: "outbound" as const, status: "ringing" as const };
	await db.batch([
		db.delete(calls).where(eq(calls.id, callOut)),
		db.delete(callEvents).where(eq(callEvents.callId, callOut)),
		db.insert(calls).values({ ...row, toNumber: caller, extension: "101", startedAt: new Date() }),
		db.insert(callLegs).values({ callId: callOut, position: 0, phone: "+14155550151" }),
	]);
}

it("knows a cost of every webhook that there is", () => {
	const asked = webhooksOf("names").map(([path]) => path);
	const isAsked = (pattern: string) => {
		const expression = pattern.replace(
			/:\w+(?:\{((?:[^{}]|\{\d+\})+)\})?/g,
			(_, inner = "[^/]+") => `(?:${inner})`,
		);
		return asked.some((path) => new RegExp(`^${expression}$`).test(path));
	};
	// Sounds are files of R2, without a signature and without the database.
	const noWebhooks = ["/*", "/ivr/greeting/*"];
	const patterns = http.routes.map(({ path }) => path).filter((path) => !noWebhooks.includes(path));
	expect(patterns.length).toBeGreaterThan(20);
	expect(patterns.filter((pattern) => !isAsked(pattern))).toEqual([]);
});

it("costs one round trip for the first answer, two at most for the rest, and reads no more with 100,000 calls", async ({
	task,
}) => {
	// The very first insert also makes SQLite's row of the sequence.
	await measureCall("first");
	const empty = await measureCall("few");
	await fillTables();
	const full = await measureCall("many");

	Object.assign(task.meta, { counters: { voice: full } });
	expect(listGrown(ceilings.voice, full)).toEqual([]);
	for (const [path, cost] of Object.entries(full)) {
		expect(cost.roundTrips, path).toBeLessThanOrEqual(roundTripsMax(path));
		expect(cost.rowsRead, path).toBeLessThanOrEqual(empty[path]?.rowsRead ?? 0);
	}
}, 60_000);

/** After the star a person of the company is on the line: each step is stored before the next. */
function roundTripsMax(path: string): number {
	if (path === "/ivr/inbound") return 1;
	return path.startsWith("/ivr/own/101/") ? 4 : 2;
}

async function fillTables(): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${callsInTheTable})`;
	await testEnv.DB.batch([
		testEnv.DB.prepare(`INSERT INTO calls (id, carrier_id, direction, from_number, to_number, status, started_at)
			${numbers} SELECT 'call_' || i, 'CA' || i, 'inbound', '+1415' || i, '${mainLine}', 'completed', i FROM n`),
		testEnv.DB.prepare(`INSERT INTO call_events (call_id, step, kind, at, detail)
			${numbers} SELECT 'call_' || i, 'received', 'received', i, '{}' FROM n`),
		testEnv.DB.prepare(`INSERT INTO voicemails (id, carrier_recording_id, call_id, extension, status, transcript_status, created_at)
			${numbers} SELECT 'vm_' || i, 'RE' || i, 'call_' || i, '101', 'stored', 'completed', i FROM n`),
	]);
}
