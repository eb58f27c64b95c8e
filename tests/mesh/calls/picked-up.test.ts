import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { caller, janesPhone, mainLine, samsPhone } from "../set-up/demo-numbers.ts";
import type { CallView } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { listEventKinds, untilCallEnds } from "./call-rows.ts";

const speed = 5;

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh();
});
afterAll(() => stopTestMesh(mesh));
beforeEach(() => mesh.network.setSpeed(speed));

/** No source says which status Twilio gives a leg that was picked up and not taken. */
const untaken = ["completed", "no-answer", "busy", "canceled", "failed"];

describe("a telephone that is picked up", () => {
	afterEach(async () => {
		await mesh.network.setPhone(janesPhone, { onCall: "ring" });
		await mesh.network.send("PUT", "/options", {
			untakenDialCallStatus: "completed",
			dialBridgedIsSent: true,
			failedScreening: "hang-up",
		});
	});

	it.each(untaken)("by its own mailbox takes no call: ours does (carrier's word %s)", async (word) => {
		await mesh.network.send("PUT", "/options", { untakenDialCallStatus: word });
		await mesh.network.setPhone(janesPhone, { onCall: "answer" });
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectHears("Jane Smith is not available.");
		await call.leaveMessage(4, "Please call me back.");
		const { legs } = await call.expectEnds();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "voicemail", talk_seconds: null });
		expect(await listEventKinds(mesh, call.sid)).toEqual([
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
		await mesh.network.setPhone(janesPhone, { onCall: "answer" });
		const call = await mesh.network.dial(caller, "+14155550101");
		await call.expectWaitsFor("record");
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
	});

	it.each(["2", "*", "#"])(
		"ends its own line with the key %s, while the caller hears ringing",
		async (key) => {
			const call = await mesh.network.dial(caller, "+14155550101");
			const leg = await call.expectRings(janesPhone);
			await leg.answer();
			await leg.expectWaitsFor("digits");
			expect(await call.view()).toMatchObject({ status: "ringing", heard: ["[ringing]"] });
			await leg.press(key);
			await leg.expectEnds();
			await call.expectHears("Jane Smith is not available.");
			await call.hangUp();
			expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned" });
		},
	);

	it("takes the call by the key though it is pressed twice, and the carrier tells little", async () => {
		await mesh.network.send("PUT", "/options", { dialBridgedIsSent: false });
		const call = await mesh.network.dial(caller, "+14155550101");
		const leg = await call.expectRings(janesPhone);
		await leg.answer();
		await leg.expectWaitsFor("digits");
		await leg.press("11");
		await leg.expectTalks();
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "answered" });
	});

	it("is let go when the caller gives up while it is asked for the key", async () => {
		const call = await mesh.network.dial(caller, "+14155550101");
		const leg = await call.expectRings(janesPhone);
		await leg.answer();
		await leg.expectWaitsFor("digits");
		await call.hangUp();
		await leg.expectEnds();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
		expect(await listEventKinds(mesh, call.sid)).toContain("caller_gave_up");
	});

	it("hears in a few words what the receptionist was told, and its caller comes back to her when nobody takes the call", async () => {
		await mesh.network.setPhone(janesPhone, { onCall: "answer" });
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
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "abandoned", talk_seconds: null });
		expect(await listEventKinds(mesh, call.sid)).toContain("extension_not_taken");
	});

	it("loses no call when its address fails, whatever the carrier makes of that", async () => {
		for (const failedScreening of ["hang-up", "connect"]) {
			await mesh.network.send("PUT", "/options", { failedScreening });
			await mesh.network.setFaults([{ match: "webhook:/ivr/screen/*", effect: { status: 500 } }]);
			const call = await mesh.network.dial(caller, "+14155550101");
			const leg = await call.expectRings(janesPhone);
			await leg.answer();
			if (failedScreening === "connect") await leg.expectTalks();
			else await call.expectHears("Jane Smith is not available.");
			await call.hangUp();
			const outcome = failedScreening === "connect" ? "answered" : "abandoned";
			expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome });
		}
		await mesh.network.setFaults([]);
	});

	it("takes the call at once when its extension answers by picking up", async () => {
		await mesh.query("UPDATE extensions SET answer_with = 'pickup' WHERE ext = '102'");
		const call = await mesh.network.dial(caller, mainLine);
		await call.expectWaitsFor("digits");
		await call.press("102");
		const leg = await call.expectRings(samsPhone);
		await leg.answer();
		await leg.expectTalks();
		await call.hangUp();
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "answered" });
		await mesh.query("UPDATE extensions SET answer_with = 'key' WHERE ext = '102'");
	});
});

describe("a forward that leads back to us", () => {
	afterEach(() => mesh.network.setPhone(janesPhone, { onCall: "ring" }));

	it.each([
		["4155550151", "+14155550101"],
		["tel:+1-415-555-0151", "+14155550101"],
		[janesPhone, mainLine],
	])("has the voicemail at once: %s sends a call to %s", async (forwardedFrom, line) => {
		const call = await mesh.network.dial(caller, line, { forwardedFrom });
		if (line === mainLine) {
			await call.expectWaitsFor("digits");
			await call.press("101");
		}
		await call.leaveMessage(3, "Once round is enough.");
		const { legs } = await call.expectEnds();
		expect(legs).toEqual([]);
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "voicemail" });
	});

	it("ends after one round when it is Jane's own phone that we rang", async () => {
		await mesh.network.setPhone(janesPhone, { onCall: "forward", forwardTo: "+14155550101" });
		const [before] = await mesh.query<{ calls: number }>("SELECT count(*) AS calls FROM calls");
		const call = await mesh.network.dial("+14155550187", "+14155550101");
		await call.leaveMessage(3, "Are you there?");
		const { heard } = await call.expectEnds();
		expect(heard).toContain(
			"Jane Smith is not available. Please leave a message after the tone. When you are done, press pound or hang up.",
		);
		expect(await untilCallEnds(mesh, call.sid)).toMatchObject({ outcome: "voicemail", talk_seconds: null });
		const [after] = await mesh.query<{ calls: number }>("SELECT count(*) AS calls FROM calls");
		expect((after?.calls ?? 0) - (before?.calls ?? 0)).toBe(2);
	});
});
