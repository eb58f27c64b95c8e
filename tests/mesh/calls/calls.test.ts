import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postWebhook, signWebhook } from "../set-up/carrier-webhook.ts";
import { caller, janesPhone, mainLine, samsPhone } from "../set-up/demo-numbers.ts";
import { silentWav } from "../set-up/silent-wav.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { listSteps, untilCallEnds, untilVoicemailIsStored } from "./call-rows.ts";

const speed = 5;

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh();
});
afterAll(() => stopTestMesh(mesh));
beforeEach(() => mesh.network.setSpeed(speed));

describe("the main line", () => {
	it("puts a caller who presses 101 through to Jane, who answers", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectHears("Thank you for calling Acme Corp. We're here to help.");
		await call.expectWaitsFor("digits");
		await call.press("101");
		const leg = await call.expectRings(janesPhone);
		await leg.take();
		await call.hangUp();
		await call.expectEnds();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({
			outcome: "answered",
			status: "completed",
			from_number: caller,
		});
		expect(await listSteps(mesh, call.sid)).toEqual([
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
		await call.expectRings(janesPhone);
		await call.expectHears("Jane Smith is not available.");
		await call.leaveMessage(6, "Hello Jane, please call me back.");
		await call.expectHears("Your message has been saved");
		await call.expectEnds();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "voicemail" });

		const voicemail = await untilVoicemailIsStored(mesh, call.sid);
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
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned", status: "completed" });
	});

	it("says that 777 is unknown and plays again", async () => {
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("777");
		await call.expectHears("Sorry, 7 7 7 is not an extension here.");
		await call.expectWaitsFor("digits");
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned" });
		expect(await listSteps(mesh, call.sid)).toContain("unknown-1");
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
		expect(await untilVoicemailIsStored(mesh, call.sid)).toMatchObject({
			extension: "103",
			transcript: "About my invoice.",
		});
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "voicemail" });
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
		const sound = silentWav(1);
		expect((await ask(audio, { method: "PUT", body: sound })).status).toBe(200);

		const call = await mesh.network.dial(caller, "+14155550103");
		await call.expectHears("[audio: ");
		await call.leaveMessage(3, "After the recording.");
		const { heard } = await call.expectEnds();
		expect(heard.join()).not.toContain("not available");
		const [, address = ""] = /\[audio: ([^\]]+)\]/.exec(heard.join()) ?? [];
		const played = await fetch(address);
		expect([played.status, played.headers.get("content-type")]).toEqual([200, "audio/wav"]);
		expect(new Uint8Array(await played.arrayBuffer())).toEqual(new Uint8Array(sound));

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
		const row = await untilCallEnds(mesh, call.sid);
		expect(row).toMatchObject({ outcome: "abandoned" });
		expect(await mesh.query("SELECT id FROM voicemails WHERE call_id = ?", row.id)).toEqual([]);
	});

	it("offers no voicemail to a caller who hangs up while it rings", async () => {
		await mesh.network.setSpeed(1);
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectRings(janesPhone);
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned" });
		expect((await call.view()).heard).not.toContain("[beep]");
	});

	it("shows its own number to Jane when the caller withholds theirs", async () => {
		const call = await mesh.network.dial("anonymous", "+14155550101");
		const leg = await call.expectRings(janesPhone);
		expect((await leg.view()).from).toBe("+14155550101");
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ from_number: null });
	});
});

it("gives fifty callers at once fifty right results", async () => {
	await mesh.network.setSpeed(2);
	// On a busy machine 25 key presses would be late.
	await mesh.query("UPDATE extensions SET answer_with = 'pickup' WHERE ext = '102'");
	await mesh.network.setPhone(samsPhone, { onCall: "answer" });
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
		return { index, row: await untilCallEnds(mesh, call.sid), sid: call.sid };
	});
	for (const { index, row, sid } of await Promise.all(journeys)) {
		expect(row.outcome, `call ${index}`).toBe(index % 2 === 0 ? "answered" : "voicemail");
		if (index % 2 === 1)
			expect(await untilVoicemailIsStored(mesh, sid)).toMatchObject({ transcript: `Message ${index}` });
	}
});

it("changes nothing when every webhook of a finished call is sent again, and refuses them unsigned", async () => {
	const call = await mesh.network.dial(caller, "+14155550103");
	await call.leaveMessage(4, "Once only.");
	await call.expectEnds();
	await untilCallEnds(mesh, call.sid);
	await untilVoicemailIsStored(mesh, call.sid);
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
