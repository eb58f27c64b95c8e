import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

beforeAll(foundCompany);

const call = { CallSid: sidOf("CA", "fail"), From: caller, To: mainLine, CallStatus: "in-progress" };
const recording = { CallSid: call.CallSid, RecordingSid: sidOf("RE", "fail"), RecordingDuration: "9" };

const down = {
	prepare: () => {
		throw new Error("D1_ERROR: Network connection lost.");
	},
	batch: () => Promise.reject(new Error("D1_ERROR: Network connection lost.")),
} as unknown as D1Database;

function readOnly(database: D1Database): D1Database {
	let batches = 0;
	return {
		prepare: (sql: string) => database.prepare(sql),
		batch: (statements: D1PreparedStatement[]) => {
			batches += 1;
			return batches > 1 ? Promise.reject(new Error("D1_ERROR: writes fail")) : database.batch(statements);
		},
	} as unknown as D1Database;
}

const steps: [string, Record<string, string>][] = [
	["/ivr/inbound", call],
	["/ivr/menu/1", { ...call, Digits: "101" }],
	["/ivr/menu/1", { ...call, Digits: "0" }],
	["/ivr/receptionist/1/1/0", { ...call, SpeechResult: "sales" }],
	["/ivr/receptionist/1/2/extension/101/result", { ...call, DialCallStatus: "busy" }],
	["/ivr/extension/101/result", { ...call, DialCallStatus: "no-answer", DialBridged: "false" }],
];

describe("with D1 down", () => {
	it.each(steps)("%s takes a message at the carrier when no fallback number is set", async (path, params) => {
		const response = await sendWebhook(path, params, { database: down });
		expect(response.status).toBe(200);
		const twiml = await response.text();
		expect(twiml).toContain("Please leave a message");
		expect(twiml).toContain('<Record action="https://pbx.example.com/ivr/fallback/recorded"');
	});

	it.each(steps)("%s rings the fallback number when one is set", async (path, params) => {
		const env = { FALLBACK_NUMBER: "+14155550170" };
		const twiml = await (await sendWebhook(path, params, { database: down, env })).text();
		expect(twiml).toContain(
			'<Number url="https://pbx.example.com/ivr/fallback/screen/known" method="POST">+14155550170</Number>',
		);
		expect(twiml).toContain("/ivr/fallback/result");
	});

	it.each([
		["/ivr/extension/101/result", "completed"],
		["/ivr/receptionist/1/2/extension/101/result", "completed"],
	])("%s lets two people who have spoken go", async (path, DialCallStatus) => {
		const params = { ...call, DialCallStatus, DialBridged: "true", DialCallDuration: "30" };
		const env = { FALLBACK_NUMBER: "+14155550170" };
		const twiml = await (await sendWebhook(path, params, { database: down, env })).text();
		expect(twiml).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>');
	});

	it("/ivr/voicemail/101/finished thanks for the message, which the carrier has", async () => {
		const params = { ...call, ...recording };
		const twiml = await (await sendWebhook("/ivr/voicemail/101/finished", params, { database: down })).text();
		expect(twiml).toContain("Your message has been saved");
		expect(twiml).not.toContain("<Record");
	});

	it.each([
		["/ivr/status", { ...call, CallStatus: "completed", CallDuration: "9" }],
		["/ivr/voicemail/101/recorded", { ...recording, RecordingStatus: "completed" }],
		[
			"/ivr/voicemail/101/transcribed",
			{ ...recording, TranscriptionStatus: "completed", TranscriptionText: "x" },
		],
	])("%s answers, since the carrier does not repeat a callback", async (path, params) => {
		expect((await sendWebhook(path, params, { database: down })).status).toBe(204);
	});
});

it("carries out what was decided when it cannot be written down", async () => {
	const params = { ...call, Digits: "101" };
	const twiml = await (await sendWebhook("/ivr/menu/1", params, { database: readOnly(testEnv.DB) })).text();
	expect(twiml).toContain(">+14155550151</Number>");
});

it("keeps the voicemail's row when the queue is down", async () => {
	const queue = { sendBatch: () => Promise.reject(new Error("queue is down")) } as unknown as Queue;
	const CallSid = sidOf("CA", "noqueue");
	const params = {
		...recording,
		CallSid,
		RecordingSid: sidOf("RE", "noqueue"),
		RecordingStatus: "completed",
	};
	const response = await sendWebhook("/ivr/voicemail/101/recorded", params, { env: { INGEST_QUEUE: queue } });
	expect(response.status).toBe(204);
	const rows = await openDb(testEnv.DB)
		.select()
		.from(voicemails)
		.where(eq(voicemails.callId, callIdOf(CallSid)));
	expect(rows).toMatchObject([{ status: "recorded" }]);
});

it("rings the owner's fallback number once the Worker has read it", async () => {
	const db = openDb(testEnv.DB);
	const setting = { key: "fallbackNumber", value: "+14155550171", updatedAt: new Date() };
	await db.insert(settings).values(setting);
	await sendWebhook("/ivr/inbound", { ...call, CallSid: sidOf("CA", "reads") });
	const env = { FALLBACK_NUMBER: "+14155550170" };
	const broken = await (await sendWebhook("/ivr/inbound", call, { database: down, env })).text();
	expect(broken).toContain(">+14155550171</Number>");
	const fallback = await (await sendWebhook("/ivr/fallback", call, { database: down, env })).text();
	expect(fallback).toContain(">+14155550171</Number>");

	await db.delete(settings).where(eq(settings.key, "fallbackNumber"));
	await sendWebhook("/ivr/inbound", { ...call, CallSid: sidOf("CA", "reads2") });
	const after = await (await sendWebhook("/ivr/fallback", call, { database: down, env })).text();
	expect(after).toContain(">+14155550170</Number>");
});

describe("the fallback", () => {
	const broken = {
		DB: down,
		VOICEMAIL_AUDIO: null,
		INGEST_QUEUE: null,
		AI: null,
	} as unknown as Partial<VoiceEnv>;

	it("serves a caller with nothing but itself", async () => {
		const params = { ...call, ErrorCode: "11200", ErrorUrl: "https://pbx.example.com/ivr/inbound" };
		const twiml = await (await sendWebhook("/ivr/fallback", params, { env: broken })).text();
		expect(twiml).toContain("<Record");
		const thanks = await (await sendWebhook("/ivr/fallback/recorded", call, { env: broken })).text();
		expect(thanks).toContain("Your message has been saved");
	});

	it.each([
		[
			"/ivr/extension/101/result",
			{ DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "9" },
		],
		["/ivr/receptionist/1/2/extension/101/result", { DialCallStatus: "completed", DialBridged: "true" }],
	])("lets two people go who have spoken when %s failed, and remembers it", async (path, dialled) => {
		const word = path.includes("receptionist") ? "fellback1" : "fellback2";
		const params = {
			...call,
			...dialled,
			CallSid: sidOf("CA", word),
			ErrorCode: "11200",
			ErrorUrl: `https://pbx.example.com${path}`,
		};
		const down = await (await sendWebhook("/ivr/fallback", params, { env: broken })).text();
		expect(down).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>');
		await sendWebhook("/ivr/fallback", params);
		const [row] = await openDb(testEnv.DB)
			.select()
			.from(calls)
			.where(eq(calls.id, callIdOf(sidOf("CA", word))));
		expect(row).toMatchObject({ outcome: "answered" });
	});

	it("thanks for a message that was left when its webhook failed", async () => {
		const ErrorUrl = "https://pbx.example.com/ivr/voicemail/101/finished";
		const params = { ...call, ...recording, ErrorCode: "11200", ErrorUrl };
		const twiml = await (await sendWebhook("/ivr/fallback", params, { env: broken })).text();
		expect(twiml).toContain("Your message has been saved");
		expect(twiml).not.toContain("<Record");
	});

	it("takes a message when the fallback number does not answer, and is done when it does", async () => {
		const result = (DialBridged: string) =>
			sendWebhook("/ivr/fallback/result", { ...call, DialBridged }, { env: broken });
		expect(await (await result("false")).text()).toContain("<Record");
		expect(await (await result("true")).text()).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>',
		);
	});
});

it.each([
	"/ivr/inbound",
	"/ivr/menu/1",
	"/ivr/voicemail/101/finished",
	"/ivr/status",
	"/ivr/voicemail/101/recorded",
])("%s never answers 5xx, whatever a signed body holds", async (path) => {
	const odd: Record<string, string>[] = [
		{},
		{ CallSid: "" },
		{ CallSid: "CA'; DROP TABLE calls; --" },
		{ ...call, From: "\u0000", To: "💥".repeat(500) },
		{ ...call, CallDuration: "-5", RecordingDuration: "NaN", Digits: "9".repeat(500), CallStatus: "odd" },
		{ ...call, RecordingSid: "RE1", TranscriptionText: "x".repeat(30_000) },
	];
	for (const params of odd) {
		expect((await sendWebhook(path, params)).status).toBeLessThan(300);
	}
	expect((await openDb(testEnv.DB).select().from(calls)).length).toBeLessThan(50);
});
