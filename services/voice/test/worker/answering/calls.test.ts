import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteVoicemails } from "../../../src/voicemail/delete-voicemails.ts";
import { endCall, sendWebhook, sidOf, testContext, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);

beforeAll(foundCompany);

function callOf(word: string, to = mainLine, from = caller) {
	const CallSid = sidOf("CA", word);
	return { CallSid, From: from, To: to, CallStatus: "in-progress", Direction: "inbound" };
}

async function loadCall(word: string) {
	const [row] = await db
		.select()
		.from(calls)
		.where(eq(calls.id, callIdOf(sidOf("CA", word))));
	return row;
}

async function loadSteps(word: string): Promise<string[]> {
	const rows = await db
		.select({ step: callEvents.step })
		.from(callEvents)
		.where(eq(callEvents.callId, callIdOf(sidOf("CA", word))))
		.orderBy(asc(callEvents.at), asc(callEvents.id));
	return rows.map((row) => row.step);
}

async function loadVoicemail(word: string) {
	const [row] = await db
		.select()
		.from(voicemails)
		.where(eq(voicemails.id, voicemailIdOf(sidOf("RE", word))));
	return row;
}

describe("the first answer", () => {
	it("plays the company's menu when the main line is dialled", async () => {
		const response = await sendWebhook("/ivr/inbound", callOf("menu"));
		expect(response.headers.get("content-type")).toContain("text/xml");
		const twiml = await response.text();
		expect(twiml).toContain(
			'<Gather action="https://pbx.example.com/ivr/menu/1" numDigits="3" finishOnKey="#"',
		);
		expect(twiml).toContain("Thank you for calling Acme Corp. We're here to help.");
		await endCall(callOf("menu"));
		expect(await loadSteps("menu")).toEqual(["received", "menu-1", "ended"]);
		expect(await loadCall("menu")).toMatchObject({ fromNumber: caller, toNumber: mainLine, extension: null });
	});

	it.each([
		[
			"voicemail",
			{ then: "voicemail", extension: "ext_103" },
			{ extension: "103", receptionistResult: null },
		],
		["receptionist", { then: "receptionist" }, { extension: null, receptionistResult: "reached" }],
	])("leaves in the row of a call while it is closed whom it led to: %s", async (word, closed, claimed) => {
		const hours = { week: { monday: [] }, closed: { greeting: null, ...closed } };
		await db.insert(settings).values({ key: "hours", value: hours, updatedAt: new Date() });
		await sendWebhook("/ivr/inbound", callOf(`closed-${word}`));
		await endCall(callOf(`closed-${word}`));
		expect(await loadCall(`closed-${word}`)).toMatchObject({ ...claimed, outcome: "abandoned" });
		await db.delete(settings).where(eq(settings.key, "hours"));
	});

	it("rings the extension when its local number is dialled", async () => {
		const twiml = await (await sendWebhook("/ivr/inbound", callOf("did", "+14155550101"))).text();
		expect(twiml).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><Response><Dial action="https://pbx.example.com/ivr/extension/101/result" answerOnBridge="true" timeout="20" callerId="+14155550199"><Number url="https://pbx.example.com/ivr/screen/101/101/known/SmFuZSBTbWl0aA" method="POST">+14155550151</Number></Dial></Response>',
		);
		expect(await loadCall("did")).toMatchObject({ extension: "101" });
		await endCall(callOf("did", "+14155550101"));
		expect(await loadSteps("did")).toEqual(["received", "ring-101", "ended"]);
	});

	it("offers voicemail at once when the extension rings nowhere", async () => {
		const twiml = await (await sendWebhook("/ivr/inbound", callOf("none", "+14155550103"))).text();
		expect(twiml).toContain("Ana Ruiz is not available.");
		expect(twiml).toContain("<Record");
		await endCall(callOf("none", "+14155550103"));
		expect(await loadSteps("none")).toEqual(["received", "voicemail-103", "ended"]);
	});

	it("leaves only the arrival in the history when the owner changes something before the call ends", async () => {
		const call = callOf("moved", "+14155550103");
		await sendWebhook("/ivr/inbound", call);
		await db.update(extensions).set({ department: "Billing" }).where(eq(extensions.ext, "103"));
		await endCall(call);
		expect(await loadSteps("moved")).toEqual(["received", "ended"]);
		await db.update(extensions).set({ department: "" }).where(eq(extensions.ext, "103"));
	});

	it("plays the menu when the number belongs to nobody or to an inactive extension", async () => {
		for (const [word, to] of [
			["stray", "+14155559999"],
			["retired", "+14155550104"],
		] as const) {
			const twiml = await (await sendWebhook("/ivr/inbound", callOf(word, to))).text();
			expect(twiml).toContain("/ivr/menu/1");
			await endCall(callOf(word, to));
			expect(await loadSteps(word)).toEqual(["received", "menu-1", "ended"]);
		}
	});

	it("shows the dialled number when the caller withholds theirs", async () => {
		for (const [word, from] of [
			["anon", "anonymous"],
			["keys", "+266696687"],
			["sip", "sip:bob@example.com"],
		] as const) {
			const twiml = await (await sendWebhook("/ivr/inbound", callOf(word, "+14155550101", from))).text();
			expect(twiml).toContain('callerId="+14155550101"');
			expect(await loadCall(word)).toMatchObject({ fromNumber: null });
		}
	});

	it("answers GET webhooks as well as POST", async () => {
		const response = await sendWebhook("/ivr/inbound", callOf("get"), { method: "GET" });
		expect(await response.text()).toContain("<Gather");
	});
});

describe("a call through the menu", () => {
	it("rings Jane when 101 is pressed and takes a voicemail when she does not answer", async () => {
		await sendWebhook("/ivr/inbound", callOf("jane"));
		const ringing = await sendWebhook("/ivr/menu/1", { ...callOf("jane"), Digits: "101" });
		expect(await ringing.text()).toContain(">+14155550151</Number>");
		const unanswered = { ...callOf("jane"), DialCallStatus: "no-answer", DialBridged: "false" };
		const offered = await (await sendWebhook("/ivr/extension/101/result", unanswered)).text();
		expect(offered).toContain("Jane Smith is not available.");
		expect(offered).toContain('recordingStatusCallback="https://pbx.example.com/ivr/voicemail/101/recorded"');

		const recording = {
			RecordingSid: sidOf("RE", "jane"),
			RecordingDuration: "7",
			RecordingUrl: "https://x",
		};
		const done = await sendWebhook("/ivr/voicemail/101/finished", {
			...callOf("jane"),
			...recording,
			Digits: "#",
		});
		expect(await done.text()).toContain("Your message has been saved");
		await sendWebhook("/ivr/voicemail/101/recorded", {
			...recording,
			CallSid: sidOf("CA", "jane"),
			RecordingStatus: "completed",
		});
		await sendWebhook("/ivr/status", { ...callOf("jane"), CallStatus: "completed", CallDuration: "42" });

		expect(await loadSteps("jane")).toEqual([
			"received",
			"menu-1",
			"keys-1",
			"ring-101",
			"unanswered-101",
			"voicemail-101",
			"voicemail-left-101",
			"ended",
		]);
		const call = await loadCall("jane");
		expect(call).toMatchObject({
			outcome: "voicemail",
			status: "completed",
			durationSeconds: 42,
			extension: "101",
		});
		// The call was shorter than the 42 seconds that the carrier counted.
		expect(call?.answeredAt).toEqual(call?.startedAt);
		expect(await loadVoicemail("jane")).toMatchObject({
			fromNumber: caller,
			durationSeconds: 7,
			extension: "101",
		});
	});

	it("is answered only when the carrier says that two people spoke", async () => {
		await sendWebhook("/ivr/inbound", callOf("spoke", "+14155550101"));
		const declined = { ...callOf("spoke"), DialCallStatus: "completed", DialBridged: "false" };
		expect(await (await sendWebhook("/ivr/extension/101/result", declined)).text()).toContain("<Record");
		expect((await loadCall("spoke"))?.outcome).toBeNull();

		await sendWebhook("/ivr/inbound", callOf("talk", "+14155550101"));
		const bridged = {
			...callOf("talk"),
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallDuration: "30",
		};
		expect(await (await sendWebhook("/ivr/extension/101/result", bridged)).text()).toContain("<Hangup/>");
		expect((await loadCall("talk"))?.outcome).toBe("answered");
	});

	it("offers no voicemail to a caller who hung up while it rang", async () => {
		for (const [word, CallStatus] of [
			["left1", "completed"],
			["left2", "canceled"],
			["left3", "no-answer"],
		] as const) {
			await sendWebhook("/ivr/inbound", callOf(word, "+14155550101"));
			const gone = { ...callOf(word), CallStatus, DialCallStatus: "canceled", DialBridged: "false" };
			expect(await (await sendWebhook("/ivr/extension/101/result", gone)).text()).not.toContain("<Record");
			await sendWebhook("/ivr/status", { ...callOf(word), CallStatus, CallDuration: "0" });
			expect(await loadCall(word)).toMatchObject({ outcome: "abandoned" });
		}
	});

	it("leaves no voicemail when nothing was recorded", async () => {
		const empty = { RecordingSid: sidOf("RE", "empty"), RecordingDuration: "0" };
		const done = await sendWebhook("/ivr/voicemail/101/finished", { ...callOf("empty"), ...empty });
		expect(await done.text()).toContain("We did not hear a message");
		const CallSid = sidOf("CA", "empty");
		await sendWebhook("/ivr/voicemail/101/recorded", { ...empty, CallSid, RecordingStatus: "completed" });
		const absent = { RecordingSid: sidOf("RE", "absent"), RecordingDuration: "9", RecordingStatus: "absent" };
		await sendWebhook("/ivr/voicemail/101/recorded", { ...absent, CallSid });
		expect(await loadVoicemail("empty")).toBeUndefined();
		expect(await loadVoicemail("absent")).toBeUndefined();
	});
});

describe("callbacks in any order", () => {
	const CallSid = sidOf("CA", "order");
	const recording = { CallSid, RecordingSid: sidOf("RE", "order"), RecordingDuration: "12" };
	const transcript = {
		...recording,
		TranscriptionStatus: "completed",
		TranscriptionText: "Please call me back.",
	};

	it("makes one voicemail when the transcript comes first and everything comes twice", async () => {
		for (let round = 0; round < 2; round++) {
			await sendWebhook("/ivr/status", { ...callOf("order"), CallStatus: "completed", CallDuration: "31" });
			await sendWebhook("/ivr/voicemail/102/transcribed", transcript);
			await sendWebhook("/ivr/voicemail/102/recorded", { ...recording, RecordingStatus: "completed" });
			await sendWebhook("/ivr/voicemail/102/finished", {
				...callOf("order"),
				...recording,
				CallStatus: "completed",
			});
		}
		expect(await loadVoicemail("order")).toMatchObject({
			durationSeconds: 12,
			transcript: "Please call me back.",
			transcriptStatus: "completed",
			transcriptSource: "twilio",
		});
		expect(await loadCall("order")).toMatchObject({
			outcome: "voicemail",
			status: "completed",
			durationSeconds: 31,
		});
		expect(await loadSteps("order")).toEqual(["ended", "voicemail-left-102"]);
	});

	it("puts no words into a voicemail that was deleted meanwhile", async () => {
		const late = { CallSid: sidOf("CA", "late"), RecordingSid: sidOf("RE", "late"), RecordingDuration: "12" };
		await sendWebhook("/ivr/voicemail/102/recorded", { ...late, RecordingStatus: "completed" });
		const id = voicemailIdOf(late.RecordingSid);
		await deleteVoicemails(testContext(), [id]);
		await sendWebhook("/ivr/voicemail/102/transcribed", { ...transcript, ...late });
		expect(await loadVoicemail("late")).toMatchObject({ transcript: null, deletedAt: expect.any(Date) });
	});

	it("changes nothing when any webhook of a finished call is replayed", async () => {
		const snapshot = async () =>
			JSON.stringify([
				await db.select().from(calls),
				await db.select().from(callEvents),
				(await db.select().from(voicemails)).map(({ ingestRequestedAt: _, ...row }) => row),
			]);
		const before = await snapshot();
		await sendWebhook("/ivr/inbound", callOf("jane"));
		await sendWebhook("/ivr/menu/1", { ...callOf("jane"), Digits: "101" });
		await sendWebhook("/ivr/status", { ...callOf("jane"), CallStatus: "completed", CallDuration: "43" });
		await sendWebhook("/ivr/status", { ...callOf("jane"), CallStatus: "ringing" });
		await sendWebhook("/ivr/voicemail/102/transcribed", { ...transcript, TranscriptionStatus: "failed" });
		expect(await snapshot()).toBe(before);
	});
});
