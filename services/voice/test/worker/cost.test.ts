import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { sendWebhook, sidOf, testEnv } from "./carrier.ts";
import { caller, foundCompany, mainLine } from "./directory.ts";

const callsInTheTable = 100_000;

beforeAll(foundCompany);

/** Every webhook of a call that reaches an extension by the menu and ends in a voicemail. */
function webhooksOf(word: string): [string, Record<string, string>][] {
	const call = { CallSid: sidOf("CA", word), From: caller, To: mainLine, CallStatus: "in-progress" };
	const recording = { CallSid: call.CallSid, RecordingSid: sidOf("RE", word), RecordingDuration: "7" };
	return [
		["/ivr/inbound", call],
		["/ivr/menu/1", { ...call, Digits: "101" }],
		["/ivr/extension/101/result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" }],
		["/ivr/voicemail/101/finished", { ...call, ...recording }],
		["/ivr/voicemail/101/recorded", { ...recording, RecordingStatus: "completed" }],
		[
			"/ivr/voicemail/101/transcribed",
			{ ...recording, TranscriptionStatus: "completed", TranscriptionText: "Hi" },
		],
		["/ivr/status", { ...call, CallStatus: "completed", CallDuration: "42" }],
	];
}

async function measureCall(word: string) {
	const costs: Record<string, { roundTrips: number; rowsRead: number; rowsWritten: number }> = {};
	for (const [path, params] of webhooksOf(word)) {
		const { database, cost } = measureDatabase(testEnv.DB);
		const response = await sendWebhook(path, params, { database });
		expect(response.status).toBeLessThan(300);
		if (response.status === 200) expect(await response.text()).not.toContain("technical difficulties");
		costs[path] = cost;
	}
	return costs;
}

it("costs one round trip for the first answer, two at most for the rest, and reads no more with 100,000 calls", async () => {
	// The very first insert also makes SQLite's row of the sequence.
	await measureCall("first");
	const empty = await measureCall("few");
	await fillTables();
	const full = await measureCall("many");

	for (const [path, { roundTrips, rowsRead, rowsWritten }] of Object.entries(full)) {
		const before = empty[path]?.rowsRead;
		console.log(
			`${path}: ${roundTrips} round trip(s), ${before} → ${rowsRead} rows read, ${rowsWritten} written`,
		);
	}
	for (const [path, cost] of Object.entries(full)) {
		expect(cost.roundTrips, path).toBeLessThanOrEqual(path === "/ivr/inbound" ? 1 : 2);
		expect(cost.rowsRead, path).toBe(empty[path]?.rowsRead);
	}
}, 60_000);

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
