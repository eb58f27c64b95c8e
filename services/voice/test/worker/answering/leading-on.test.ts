import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { callEvents, calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { caller, foundCompany, mainLine } from "../directory.ts";

const db = openDb(testEnv.DB);
const now = new Date("2026-11-02T12:00:00Z");

beforeAll(foundCompany);

function callOf(word: string) {
	return { CallSid: sidOf("CA", word), From: caller, To: mainLine, CallStatus: "in-progress" };
}

async function send(path: string, params: Record<string, string>, answer?: object): Promise<string> {
	const ai = { run: async () => ({ response: JSON.stringify(answer ?? {}) }) };
	const response = await sendWebhook(path, params, { env: { AI: ai as never } });
	expect(response.status).toBeLessThan(300);
	return response.status === 204 ? "" : response.text();
}

async function set(key: string, value: unknown): Promise<void> {
	await db
		.insert(settings)
		.values({ key, value, updatedAt: now })
		.onConflictDoUpdate({ target: settings.key, set: { value } });
}

async function stepsOf(word: string): Promise<string[]> {
	const rows = await db
		.select()
		.from(callEvents)
		.where(eq(callEvents.callId, callIdOf(sidOf("CA", word))))
		.orderBy(asc(callEvents.id));
	return rows.map(({ step }) => step);
}

const nextOf = (twiml: string) => /action="https:\/\/pbx\.example\.com([^"]+)"/.exec(twiml)?.[1] ?? "";

async function staySilent(word: string): Promise<{ paths: string[]; last: string }> {
	const paths: string[] = [];
	let twiml = await send("/ivr/inbound", callOf(word));
	while (nextOf(twiml) !== "" && !twiml.includes("<Record") && paths.length < 20) {
		paths.push(nextOf(twiml));
		twiml = await send(nextOf(twiml), { ...callOf(word), Digits: "" });
	}
	return { paths, last: twiml };
}

describe("silence", () => {
	it("hears three menus, then the receptionist twice, then a goodbye: no line without an end", async () => {
		await set("isAssistantOn", true);
		const { paths, last } = await staySilent("quiet");
		expect(paths).toEqual([
			"/ivr/menu/1",
			"/ivr/menu/2",
			"/ivr/menu/3",
			"/ivr/receptionist/3/1/0",
			"/ivr/receptionist/3/1/1",
		]);
		expect(last).toContain("Goodbye");
		expect(last).toContain("<Hangup/>");
	});

	it("without the receptionist leads to the company's box, whose message is stored and seen", async () => {
		await set("isAssistantOn", false);
		const { paths, last } = await staySilent("mute");
		expect(paths).toEqual(["/ivr/menu/1", "/ivr/menu/2", "/ivr/menu/3"]);
		expect(last).toContain("Please leave a message with your name and number after the tone");
		expect(last).toContain(
			'recordingStatusCallback="https://pbx.example.com/ivr/voicemail/company/recorded"',
		);
		const recording = { RecordingSid: sidOf("RE", "mute"), RecordingDuration: "9" };
		const thanks = await send("/ivr/voicemail/company/finished", { ...callOf("mute"), ...recording });
		expect(thanks).toContain("Your message has been saved.");
		await send("/ivr/voicemail/company/recorded", {
			CallSid: sidOf("CA", "mute"),
			...recording,
			RecordingStatus: "completed",
		});
		const rows = await db
			.select()
			.from(voicemails)
			.where(eq(voicemails.id, voicemailIdOf(recording.RecordingSid)));
		expect(rows).toMatchObject([
			{ extension: null, fromNumber: caller, durationSeconds: 9, status: "recorded" },
		]);
		const [call] = await db
			.select()
			.from(calls)
			.where(eq(calls.id, callIdOf(sidOf("CA", "mute"))));
		expect(call).toMatchObject({ outcome: "voicemail" });
		await set("isAssistantOn", true);
	});

	it("after key 0 without the receptionist offers an extension, then takes a message", async () => {
		await set("isAssistantOn", false);
		const offer = await send("/ivr/menu/1", { ...callOf("zero"), Digits: "0" });
		expect(offer).toContain(
			"The receptionist is not available. If you know your party&apos;s extension".replace("&apos;", "'"),
		);
		expect(offer).not.toContain("<Hangup");
		expect(await send(nextOf(offer), { ...callOf("zero"), Digits: "101" })).toContain(
			"Connecting you to Jane Smith.",
		);
		expect(await send(nextOf(offer), callOf("zero"))).toContain("<Record");
		await set("isAssistantOn", true);
	});
});

describe("words at the menu", () => {
	it("are heard and decided in the same webhook: who says Jane's name is put through", async () => {
		const jane = { action: "transfer", extension: "101", say: "", confidence: 0.9, language: "en" };
		const words = { ...callOf("said"), SpeechResult: "jane smith please", Confidence: "0.9" };
		const twiml = await send("/ivr/menu/1", words, jane);
		expect(twiml).toContain("Connecting you to Jane Smith.");
		expect(await stepsOf("said")).toEqual(["receptionist-1", "decision-turn-1-1", "ring-101-turn-1-2"]);
		expect(await send("/ivr/menu/1", words, { action: "goodbye" })).toBe(twiml);
	});

	it.each([
		["zero", "/ivr/receptionist/1/1/0"],
		["press zero please", "/ivr/receptionist/1/1/0"],
		["the operator key", "/ivr/receptionist/1/1/0"],
		["nine", "/ivr/menu/2"],
		["repeat that please", "/ivr/menu/2"],
		["one o one", "/ivr/extension/101/result"],
		["one hundred and two", "/ivr/extension/102/result"],
	])("that are keys act as keys: %j", async (words, next) => {
		const said = { ...callOf(`key${words}`.slice(0, 14)), SpeechResult: words, Confidence: "0.9" };
		expect(nextOf(await send("/ivr/menu/1", said))).toBe(next);
	});

	it("says that an extension said to the menu is none, and rings nobody", async () => {
		const said = { ...callOf("none"), SpeechResult: "one ninety nine", Confidence: "0.9" };
		const twiml = await send("/ivr/menu/1", said);
		expect(twiml).toContain("Sorry, 1 9 9 is not an extension here.");
		expect(twiml).not.toContain("<Dial");
	});

	it.each([
		["a sound", "uh", "0.9"],
		["what the recogniser guessed at", "the pool of them", "0.2"],
	])("that are %s count as silence, and keys go on", async (_, words, confidence) => {
		const said = { ...callOf("noise"), SpeechResult: words, Confidence: confidence };
		const twiml = await send("/ivr/menu/1", said, { action: "goodbye" });
		expect(nextOf(twiml)).toBe("/ivr/menu/2");
		expect(await send("/ivr/menu/2", { ...callOf("noise"), Digits: "101" })).toContain("Jane Smith");
	});
});

it("a cry for help at the menu is heard, however unsure the recogniser is", async () => {
	const said = {
		...callOf("help"),
		SpeechResult: "call an ambulance my house is on fire",
		Confidence: "0.1",
	};
	expect(nextOf(await send("/ivr/menu/1", said))).toBe("/ivr/receptionist/1/2/0");
});

describe("keys with a long gap", () => {
	it("make one extension at the menu and at the receptionist", async () => {
		const menu = await send("/ivr/menu/1", { ...callOf("slow"), Digits: "1" });
		expect(menu).not.toContain("<Say");
		expect(nextOf(menu)).toBe("/ivr/menu/1/keys/1");
		expect(await send(nextOf(menu), { ...callOf("slow"), Digits: "01" })).toContain(
			"Connecting you to Jane Smith.",
		);
		const talk = await send("/ivr/receptionist/1/1/0", { ...callOf("slow2"), Digits: "10" });
		expect(nextOf(talk)).toBe("/ivr/receptionist/1/1/0/keys/10");
		expect(await send(nextOf(talk), { ...callOf("slow2"), Digits: "2" })).toContain(
			"Connecting you to Sam Lee.",
		);
		expect(await send(nextOf(talk), callOf("slow2"))).toContain("Sorry, 1 0 is not an extension here.");
	});
});

describe("the caller's language", () => {
	const spanish = { action: "transfer", extension: "103", say: "", confidence: 0.9, language: "es" };
	const said = (word: string) => ({
		...callOf(word),
		SpeechResult: "quiero hablar con Ana Ruiz por favor",
		Confidence: "0.9",
	});

	it("is that of the voicemail, its thanks and no request for a transcript that the carrier cannot make", async () => {
		const twiml = await send("/ivr/receptionist/1/1/0", said("hola"), spanish);
		expect(twiml).toContain('<Say language="es-US">Ana Ruiz no puede atender su llamada.');
		expect(twiml).toContain('action="https://pbx.example.com/ivr/voicemail/103/es/finished"');
		expect(twiml).not.toContain("transcribe");
		const recording = { RecordingSid: sidOf("RE", "hola"), RecordingDuration: "5" };
		const thanks = await send("/ivr/voicemail/103/es/finished", { ...callOf("hola"), ...recording });
		expect(thanks).toContain('<Say language="es-US">Gracias. Su mensaje ha quedado guardado. Adiós.');
		const short = { ...callOf("hola"), RecordingDuration: "0" };
		expect(await send("/ivr/voicemail/103/es/finished", short)).toContain("No hemos oído ningún mensaje");
	});

	it("is remembered when the extension that rang does not answer", async () => {
		const ringing = await send("/ivr/receptionist/1/1/0", said("jana"), { ...spanish, extension: "101" });
		expect(ringing).not.toContain("Connecting you");
		await db.insert(receptionistTurns).values({
			callId: callIdOf(sidOf("CA", "beto")),
			turn: 1,
			words: "con Jane",
			action: "transfer",
			extension: "101",
			language: "pt",
			milliseconds: 1,
			at: now,
		});
		const result = { ...callOf("beto"), DialCallStatus: "no-answer", DialBridged: "false" };
		const offer = await send("/ivr/receptionist/1/2/extension/101/result", result);
		expect(offer).toContain('<Say language="pt-BR">Jane Smith não pode atender.');
		const back = await send(nextOf(offer), { ...callOf("beto"), Digits: "0" });
		expect(back).toContain('language="pt-BR"');
		expect(await send(nextOf(offer), { ...callOf("beto"), Digits: "1" })).toContain(
			"/ivr/voicemail/101/pt/finished",
		);
	});

	it("is the owner's where nobody has spoken yet", async () => {
		await set("voicemailLanguage", "de");
		const twiml = await send("/ivr/inbound", { ...callOf("stumm"), To: "+14155550103" });
		expect(twiml).toContain('<Say language="de-DE">Ana Ruiz ist nicht erreichbar.');
		expect(twiml).not.toContain("transcribe");
		const english = { ...spanish, language: "en" };
		const spoken = await send(
			"/ivr/receptionist/1/1/0",
			{ ...callOf("english"), SpeechResult: "I would like to talk to Ana Ruiz", Confidence: "0.9" },
			english,
		);
		expect(spoken).toContain("<Say>Ana Ruiz is not available.");
		expect(spoken).toContain('transcribe="true"');
		await set("voicemailLanguage", "en");
	});
});
