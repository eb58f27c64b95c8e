import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const caller = "+14155550199";
const mainLine = "+18005550100";
const anaDirect = "+14155550103";
const pace = { cronSeconds: 2, sweepAfterSeconds: 5, retryBaseSeconds: 0.25 };
/** Two sweeps, the wait for a late transcript, and the retries of a queue. */
const patienceSeconds = 60;

interface VoicemailRow {
	id: string;
	status: string;
	transcript: string;
	transcript_source: string;
	extension: string | null;
	duration_seconds: number;
}

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh(pace);
	await mesh.query("UPDATE settings SET value = '10' WHERE key = 'transcriptLateSeconds'");
});
afterAll(() => stopTestMesh(mesh));
beforeEach(async () => {
	await mesh.network.setSpeed(5);
	await mesh.network.setFaults([]);
});

function voicemailOf(sid: string, condition: string): Promise<VoicemailRow> {
	return until(
		`the voicemail of ${sid} to be ${condition}`,
		async () => {
			const rows = await mesh.query<VoicemailRow>(
				`SELECT v.* FROM voicemails v JOIN calls c ON c.id = v.call_id WHERE c.carrier_id = ? AND ${condition}`,
				sid,
			);
			expect(rows.length).toBeLessThanOrEqual(1);
			return rows[0];
		},
		patienceSeconds,
	);
}

async function leaveVoicemail(words: string, endWith = "#") {
	const call = await mesh.network.dial(caller, anaDirect);
	await call.leaveMessage(5, words, endWith);
	await call.expectEnds();
	return call.sid;
}

/** Hides the row that decides calls, so that every look-up fails. */
async function withBrokenDirectory(work: () => Promise<void>): Promise<void> {
	await mesh.query("ALTER TABLE office RENAME TO office_away");
	try {
		await work();
	} finally {
		await mesh.query("ALTER TABLE office_away RENAME TO office");
	}
}

describe("no call is lost", { timeout: 150_000 }, () => {
	it("while the database cannot be read: the message is taken by the carrier and found by the sweep", async () => {
		let sid = "";
		await withBrokenDirectory(async () => {
			const call = await mesh.network.dial(caller, mainLine);
			sid = call.sid;
			await call.expectHears("technical difficulties. Please leave a message");
			await call.leaveMessage(6, "The database was down.");
			await call.expectHears("Your message has been saved");
			await call.expectEnds();
		});
		expect(await voicemailOf(sid, "v.status = 'stored'")).toMatchObject({
			extension: null,
			duration_seconds: 6,
		});
		expect(await voicemailOf(sid, "v.transcript_status = 'completed'")).toMatchObject({
			transcript: "The database was down.",
			transcript_source: "whisper",
		});
	});

	it("while the voice Worker answers 500: the carrier's fallback serves the caller", async () => {
		await mesh.network.setFaults([{ match: "webhook:/ivr/inbound", effect: { status: 500 } }]);
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectHears("technical difficulties. Please leave a message");
		await call.leaveMessage(4, "Your menu was down.");
		const { heard } = await call.expectEnds();
		expect(heard).not.toContain("[application error]");
		expect(await voicemailOf(call.sid, "v.status = 'stored'")).toMatchObject({ duration_seconds: 4 });
	});

	it("while every callback of a voicemail is lost", async () => {
		await mesh.network.setFaults([{ match: "webhook:/ivr/voicemail/*", effect: { status: 500 } }]);
		const sid = await leaveVoicemail("Nobody was told.", "hangup");
		expect(await voicemailOf(sid, "v.status = 'stored'")).toMatchObject({
			extension: "103",
			duration_seconds: 5,
		});
	});

	it("while the last word on a call is lost: the sweeper asks the carrier", async () => {
		await mesh.network.setFaults([{ match: "webhook:/ivr/status", effect: { status: 500 }, times: 1 }]);
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.hangUp();
		await call.expectEnds();
		const row = await until(
			"the call to be closed",
			async () => {
				const [found] = await mesh.query<{ status: string; outcome: string }>(
					"SELECT * FROM calls WHERE carrier_id = ? AND ended_at IS NOT NULL",
					call.sid,
				);
				return found;
			},
			patienceSeconds,
		);
		expect(row).toMatchObject({ status: "completed", outcome: "abandoned" });
	});

	it("while the carrier does not hand over a recording, five times: it is stored in the end, once", async () => {
		await mesh.network.setFaults([{ match: "rest:GET /Recordings/*", effect: { status: 503 }, times: 5 }]);
		const sid = await leaveVoicemail("Fetch me later.");
		const { id } = await voicemailOf(sid, "v.status = 'stored'");
		const bucket = await mesh.miniflare.getR2Bucket("VOICEMAIL_AUDIO", "cloudpbx-voice");
		const { objects } = await bucket.list();
		expect(objects.filter(({ key }) => key.includes(id))).toHaveLength(1);
	});

	it("while the carrier cannot transcribe: Whisper does", async () => {
		await mesh.network.setFaults([{ match: "transcription", effect: { status: 500 }, times: 1 }]);
		const sid = await leaveVoicemail("Please call me about the lease.");
		expect(await voicemailOf(sid, "v.transcript_status = 'completed'")).toMatchObject({
			transcript: "Please call me about the lease.",
			transcript_source: "whisper",
		});
	});
});
