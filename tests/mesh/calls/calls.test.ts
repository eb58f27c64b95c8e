import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postWebhook, signWebhook } from "../set-up/carrier-webhook.ts";
import { type CallView, until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const caller = "+14155550199";
const mainLine = "+18005550100";
const jane = "+14155550151";
const sam = "+14155550152";
/** Prompts and ringing take a fifth of their time; a recording still waits a second for somebody to speak. */
const speed = 5;

interface CallRow {
	id: string;
	outcome: string | null;
	status: string;
	duration_seconds: number | null;
	talk_seconds: number | null;
	from_number: string | null;
}
interface VoicemailRow {
	id: string;
	extension: string;
	status: string;
	duration_seconds: number;
	transcript: string | null;
	audio_key: string | null;
	call_id: string;
}

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh();
});
afterAll(() => stopTestMesh(mesh));
beforeEach(() => mesh.network.setSpeed(speed));

function endedCall(sid: string): Promise<CallRow> {
	return until(`the row of ${sid} to be closed`, async () => {
		const [row] = await mesh.query<CallRow>(
			"SELECT * FROM calls WHERE carrier_id = ? AND ended_at IS NOT NULL",
			sid,
		);
		return row;
	});
}

function storedVoicemail(sid: string): Promise<VoicemailRow> {
	return until(`the voicemail of ${sid} to be stored with its transcript`, async () => {
		const [row] = await mesh.query<VoicemailRow>(
			"SELECT v.* FROM voicemails v JOIN calls c ON c.id = v.call_id WHERE c.carrier_id = ? AND v.status = 'stored' AND v.transcript_status <> 'pending'",
			sid,
		);
		return row;
	});
}

async function kinds(sid: string): Promise<string[]> {
	const rows = await mesh.query<{ kind: string }>(
		"SELECT e.kind FROM call_events e JOIN calls c ON c.id = e.call_id WHERE c.carrier_id = ? ORDER BY e.at, e.id",
		sid,
	);
	return rows.map(({ kind }) => kind);
}

async function steps(sid: string): Promise<string[]> {
	const rows = await mesh.query<{ step: string }>(
		"SELECT e.step FROM call_events e JOIN calls c ON c.id = e.call_id WHERE c.carrier_id = ? ORDER BY e.at, e.id",
		sid,
	);
	return rows.map(({ step }) => step);
}

/** A tenth of a second: 8,000 samples a second of 8 bits. */
function silentWav(): Uint8Array<ArrayBuffer> {
	const samples = 800;
	const view = new DataView(new ArrayBuffer(44 + samples));
	for (const [at, name] of [
		[0, "RIFF"],
		[8, "WAVEfmt "],
		[36, "data"],
	] as const) {
		for (const [index, letter] of [...name].entries()) view.setUint8(at + index, letter.charCodeAt(0));
	}
	view.setUint32(4, view.byteLength - 8, true);
	view.setUint32(16, 16, true);
	for (const [at, value] of [
		[20, 1],
		[22, 1],
		[32, 1],
		[34, 8],
	] as const) {
		view.setUint16(at, value, true);
	}
	for (const at of [24, 28]) view.setUint32(at, 8000, true);
	view.setUint32(40, samples, true);
	return new Uint8Array(view.buffer, 0).fill(128, 44);
}

describe("the main line", () => {
	it("puts a caller who presses 101 through to Jane, who answers", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectHears("Thank you for calling Acme Corp. We're here to help.");
		await call.expectWaitsFor("digits");
		await call.press("101");
		const leg = await call.expectRings(jane);
		await leg.take();
		await call.hangUp();
		await call.expectEnds();
		expect(await endedCall(call.sid)).toMatchObject({
			outcome: "answered",
			status: "completed",
			from_number: caller,
		});
		expect(await steps(call.sid)).toEqual([
			"received",
			"menu-1",
			"keys-1",
			"ring-101",
			expect.stringMatching(/^picked-up-call_/),
			expect.stringMatching(/^taken-call_/),
			"answered-101",
			"ended",
		]);
	});

	it("takes a voicemail when Jane does not answer, and stores an MP3 that plays", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("101");
		await call.expectRings(jane);
		await call.expectHears("Jane Smith is not available.");
		await call.leaveMessage(6, "Hello Jane, please call me back.");
		await call.expectHears("Your message has been saved");
		await call.expectEnds();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "voicemail" });

		const voicemail = await storedVoicemail(call.sid);
		expect(voicemail).toMatchObject({
			extension: "101",
			duration_seconds: 6,
			transcript: "Hello Jane, please call me back.",
		});
		const bucket = await mesh.miniflare.getR2Bucket("VOICEMAIL_AUDIO", "cloudpbx-voice");
		const object = await bucket.get(voicemail.audio_key ?? "");
		const audio = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0));
		expect(object?.httpMetadata?.contentType).toBe("audio/mpeg");
		// An MPEG frame begins with eleven set bits (ISO/IEC 11172-3).
		expect([audio[0], (audio[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0]);
		expect(audio.byteLength).toBeGreaterThan(6 * 1000);
	});

	it("plays three times for a caller who does nothing, then listens as the receptionist, then takes leave", async () => {
		await mesh.network.setSpeed(50);
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectHears("Thank you for calling Acme Corp.", 3);
		await call.expectHears("We did not receive a choice.");
		const { heard } = await call.expectEnds();
		expect(heard.filter((text) => text.includes("Thank you for calling Acme Corp."))).toHaveLength(3);
		expect(heard.slice(-3).map((text) => text.slice(-40))).toEqual([
			expect.stringContaining("how can I help?"),
			expect.stringContaining("who you would like to speak with."),
			"Thank you for calling. Goodbye.",
		]);
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned", status: "completed" });
	});

	it("says that 777 is unknown and plays again", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("777");
		await call.expectHears("Sorry, 7 7 7 is not an extension here.");
		await call.expectWaitsFor("digits");
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned" });
		expect(await steps(call.sid)).toContain("unknown-1");
	});

	it("plays again when 9 is pressed", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("9");
		await call.expectHears("Thank you for calling Acme Corp.", 2);
		await call.hangUp();
		await call.expectEnds();
	});
});

describe("an extension's own number", () => {
	it("goes to voicemail at once when it rings nowhere", async () => {
		const call = await mesh.network.dial(caller, "+14155550103");
		await call.expectHears("Ana Ruiz is not available.");
		await call.leaveMessage(4, "About my invoice.", "hangup");
		await call.expectEnds();
		expect(await storedVoicemail(call.sid)).toMatchObject({
			extension: "103",
			transcript: "About my invoice.",
		});
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "voicemail" });
	});

	it("plays its recorded greeting from where anybody may fetch it, and speaks again once it is removed", async () => {
		const ask = (path: string, request: RequestInit = {}) =>
			fetch(`${mesh.url}${path}`, {
				...request,
				headers: { authorization: `Bearer ${mesh.access.apiKey}`, "content-type": "audio/wav" },
			});
		const { items } = (await (await ask("/api/extensions")).json()) as {
			items: { id: string; ext: string }[];
		};
		const audio = `/api/extensions/${items.find(({ ext }) => ext === "103")?.id}/greeting/audio`;
		const sound = silentWav();
		expect((await ask(audio, { method: "PUT", body: sound })).status).toBe(200);

		const call = await mesh.network.dial(caller, "+14155550103");
		await call.expectHears("[audio: ");
		await call.leaveMessage(3, "After the recording.");
		const { heard } = await call.expectEnds();
		expect(heard.join()).not.toContain("not available");
		const [, address = ""] = /\[audio: ([^\]]+)\]/.exec(heard.join()) ?? [];
		const played = await fetch(address);
		expect([played.status, played.headers.get("content-type")]).toEqual([200, "audio/wav"]);
		expect(new Uint8Array(await played.arrayBuffer())).toEqual(sound);

		expect((await ask(audio, { method: "DELETE" })).status).toBe(200);
		expect((await fetch(address)).status).toBe(404);
		const later = await mesh.network.dial(caller, "+14155550103");
		await later.expectHears("is not available");
		await later.leaveMessage(3, "After the text.");
		await later.expectEnds();
	});

	it("leaves no voicemail when the caller hangs up during the greeting", async () => {
		await mesh.network.setSpeed(1);
		const call = await mesh.network.dial(caller, "+14155550103");
		await call.expectHears("Ana Ruiz is not available.");
		await call.hangUp();
		const row = await endedCall(call.sid);
		expect(row).toMatchObject({ outcome: "abandoned" });
		expect(await mesh.query("SELECT id FROM voicemails WHERE call_id = ?", row.id)).toEqual([]);
	});

	it("offers no voicemail to a caller who hangs up while it rings", async () => {
		await mesh.network.setSpeed(1);
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectRings(jane);
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned" });
		expect((await call.view()).heard).not.toContain("[beep]");
	});

	it("shows its own number to Jane when the caller withholds theirs", async () => {
		const call = await mesh.network.dial("anonymous", "+14155550101");
		const leg = await call.expectRings(jane);
		expect((await leg.view()).from).toBe("+14155550101");
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ from_number: null });
	});
});

/** What Twilio calls a leg that was picked up and not taken, no source tells. */
const untaken = ["completed", "no-answer", "busy", "canceled", "failed"];

describe("a telephone that is picked up", () => {
	afterEach(async () => {
		await mesh.network.setPhone(jane, { onCall: "ring" });
		await mesh.network.send("PUT", "/options", {
			untakenDialCallStatus: "completed",
			dialBridgedIsSent: true,
			failedScreening: "hang-up",
		});
	});

	it.each(untaken)("by its own mailbox takes no call: ours does (carrier's word %s)", async (word) => {
		await mesh.network.send("PUT", "/options", { untakenDialCallStatus: word });
		await mesh.network.setPhone(jane, { onCall: "answer" });
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectHears("Jane Smith is not available.");
		await call.leaveMessage(4, "Please call me back.");
		const { legs } = await call.expectEnds();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "voicemail", talk_seconds: null });
		expect(await kinds(call.sid)).toEqual([
			"received",
			"extension_rang",
			"extension_picked_up",
			"extension_not_taken",
			"voicemail_offered",
			"voicemail_left",
			"ended",
		]);
		const [leg] = legs;
		const { heard } = await mesh.network.send<CallView>("GET", `/calls/${leg?.sid}`);
		expect(heard).toEqual(["4 1 5, 5 5 5, 0 1 9 9 for Jane Smith. Press 1 to take the call."]);
		expect(await mesh.query("SELECT id FROM calls WHERE carrier_id = ?", leg?.sid)).toEqual([]);
	});

	it("by nobody who presses anything leaves a caller without a message as abandoned", async () => {
		await mesh.network.setPhone(jane, { onCall: "answer" });
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectWaitsFor("record");
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
	});

	it.each(["2", "*", "#"])(
		"ends its own line with the key %s, while the caller hears ringing",
		async (key) => {
			const call = await mesh.network.dial(caller, "+14155550101");
			const leg = await call.expectRings(jane);
			await leg.answer();
			await leg.expectWaitsFor("digits");
			expect(await call.view()).toMatchObject({ status: "ringing", heard: ["[ringing]"] });
			await leg.press(key);
			await leg.expectEnds();
			await call.expectHears("Jane Smith is not available.");
			await call.hangUp();
			expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned" });
		},
	);

	it("takes the call by the key though it is pressed twice, and the carrier tells little", async () => {
		await mesh.network.send("PUT", "/options", { dialBridgedIsSent: false });
		const call = await mesh.network.dial(caller, "+14155550101");
		const leg = await call.expectRings(jane);
		await leg.answer();
		await leg.expectWaitsFor("digits");
		await leg.press("11");
		await leg.expectTalks();
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "answered" });
	});

	it("is let go when the caller gives up while it is asked for the key", async () => {
		const call = await mesh.network.dial(caller, "+14155550101");
		const leg = await call.expectRings(jane);
		await leg.answer();
		await leg.expectWaitsFor("digits");
		await call.hangUp();
		await leg.expectEnds();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
		expect(await kinds(call.sid)).toContain("caller_gave_up");
	});

	it("hears in a few words what the receptionist was told, and its caller comes back to her when nobody takes the call", async () => {
		await mesh.network.setPhone(jane, { onCall: "answer" });
		const call = await mesh.network.dial("anonymous", mainLine);
		await call.expectWaitsFor("digits");
		await call.press("0");
		await call.expectHears("this is the assistant of Acme Corp");
		await call.say("Sales please, it is about a price for ten chairs");
		await call.expectHears("Connecting you to Jane Smith.");
		await call.expectHears("To go back to the assistant, press 0.");
		const [leg] = (await call.view()).legs;
		const { heard } = await mesh.network.send<CallView>("GET", `/calls/${leg?.sid}`);
		expect(heard).toEqual([
			"A caller for Jane Smith. The caller said: Sales please, it is about a price for ten chairs. Press 1 to take the call.",
		]);
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
		expect(await kinds(call.sid)).toContain("extension_not_taken");
	});

	it("loses no call when its address fails, whatever the carrier makes of that", async () => {
		for (const failedScreening of ["hang-up", "connect"]) {
			await mesh.network.send("PUT", "/options", { failedScreening });
			await mesh.network.setFaults([{ match: "webhook:/ivr/screen/*", effect: { status: 500 } }]);
			const call = await mesh.network.dial(caller, "+14155550101");
			const leg = await call.expectRings(jane);
			await leg.answer();
			if (failedScreening === "connect") await leg.expectTalks();
			else await call.expectHears("Jane Smith is not available.");
			await call.hangUp();
			const outcome = failedScreening === "connect" ? "answered" : "abandoned";
			expect(await endedCall(call.sid)).toMatchObject({ outcome });
		}
		await mesh.network.setFaults([]);
	});

	it("takes the call at once when its extension answers by picking up", async () => {
		await mesh.query("UPDATE extensions SET answer_with = 'pickup' WHERE ext = '102'");
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("102");
		const leg = await call.expectRings(sam);
		await leg.answer();
		await leg.expectTalks();
		await call.hangUp();
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "answered" });
		await mesh.query("UPDATE extensions SET answer_with = 'key' WHERE ext = '102'");
	});
});

describe("a forward that leads back to us", () => {
	afterEach(() => mesh.network.setPhone(jane, { onCall: "ring" }));

	it.each([
		["4155550151", "+14155550101"],
		["tel:+1-415-555-0151", "+14155550101"],
		[jane, mainLine],
	])("has the voicemail at once: %s sends a call to %s", async (forwardedFrom, line) => {
		const call = await mesh.network.dial(caller, line, { forwardedFrom });
		if (line === mainLine) {
			await call.expectWaitsFor("digits");
			await call.press("101");
		}
		await call.leaveMessage(3, "Once round is enough.");
		const { legs } = await call.expectEnds();
		expect(legs).toEqual([]);
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "voicemail" });
	});

	it("ends after one round when it is Jane's own phone that we rang", async () => {
		await mesh.network.setPhone(jane, { onCall: "forward", forwardTo: "+14155550101" });
		const [before] = await mesh.query<{ calls: number }>("SELECT count(*) AS calls FROM calls");
		const call = await mesh.network.dial("+14155550187", "+14155550101");
		await call.leaveMessage(3, "Are you there?");
		const { heard } = await call.expectEnds();
		expect(heard).toContain(
			"Jane Smith is not available. Please leave a message after the tone. When you are done, press pound or hang up.",
		);
		expect(await endedCall(call.sid)).toMatchObject({ outcome: "voicemail", talk_seconds: null });
		const [after] = await mesh.query<{ calls: number }>("SELECT count(*) AS calls FROM calls");
		expect((after?.calls ?? 0) - (before?.calls ?? 0)).toBe(2);
	});
});

it("gives fifty callers at once fifty right results", async () => {
	await mesh.network.setSpeed(2);
	// A busy machine would be late with 25 keys at once.
	await mesh.query("UPDATE extensions SET answer_with = 'pickup' WHERE ext = '102'");
	await mesh.network.setPhone(sam, { onCall: "answer" });
	const journeys = Array.from({ length: 50 }, (_, index) => index).map(async (index) => {
		const call = await mesh.network.dial(`+1415556${String(1000 + index)}`, mainLine);
		await call.expectWaitsFor("digits");
		if (index % 2 === 0) {
			await call.press("102");
			await call.expectHears("Connecting you to Sam Lee.");
			await call.expectTalks();
			await call.hangUp();
		} else {
			await call.press("103");
			await call.leaveMessage(3, `Message ${index}`);
		}
		await call.expectEnds();
		return { index, row: await endedCall(call.sid), sid: call.sid };
	});
	for (const { index, row, sid } of await Promise.all(journeys)) {
		expect(row.outcome, `call ${index}`).toBe(index % 2 === 0 ? "answered" : "voicemail");
		if (index % 2 === 1) expect(await storedVoicemail(sid)).toMatchObject({ transcript: `Message ${index}` });
	}
});

it("changes nothing when every webhook of a finished call is sent again, and refuses them unsigned", async () => {
	const call = await mesh.network.dial(caller, "+14155550103");
	await call.leaveMessage(4, "Once only.");
	await call.expectEnds();
	await endedCall(call.sid);
	await storedVoicemail(call.sid);
	const snapshot = async () =>
		JSON.stringify([
			await mesh.query("SELECT * FROM calls"),
			await mesh.query("SELECT * FROM call_events"),
			await mesh.query("SELECT * FROM voicemails"),
		]);
	const before = await snapshot();

	const { items } = await mesh.network.send<{ items: { url: string; params: Record<string, string> }[] }>(
		"GET",
		"/webhooks?limit=500",
	);
	const own = items.filter(({ params }) => params.CallSid === call.sid);
	expect(own.length).toBeGreaterThanOrEqual(5);
	const { authToken } = await mesh.network.send<{ authToken: string }>("GET", "/account");
	for (const { url, params } of own) {
		expect((await postWebhook(url, params, "unsigned")).status).toBe(403);
		expect((await postWebhook(url, params, signWebhook(authToken, url, params))).status).toBeLessThan(300);
	}
	expect(await snapshot()).toBe(before);
});
