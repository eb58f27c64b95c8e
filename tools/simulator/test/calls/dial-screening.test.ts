import { describe, expect, it } from "vitest";
import { useDialStage } from "../support/dial-stage.ts";
import { otherPhone, phone } from "../support/stage.ts";

const { stage, startDial, legOf, result, act, behave } = useDialStage();

describe("a screened leg", () => {
	const screened = `<Number url="/screen">${phone}</Number>`;

	it("is connected when its document ends without <Hangup>", async () => {
		const { app, network } = stage;
		app.on(
			"/screen",
			'<Gather numDigits="1" timeout="500" action="/accept"><Say>Press 1</Say></Gather><Hangup/>',
		);
		app.on("/accept", "");
		const call = await startDial('answerOnBridge="true"', screened);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		expect((await network.call(call.sid)).status).toBe("ringing");
		await network.press(legOf(call), "1");
		await network.until(call.sid, ({ status }) => status === "in-progress");
		expect(app.requestsTo("/accept")[0]?.params).toMatchObject({
			CallSid: legOf(call),
			ParentCallSid: call.sid,
			Digits: "1",
		});
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("that declines has answered all the same: completed, and no bridge", async () => {
		const { app, network } = stage;
		app.on("/screen", "<Say>No</Say><Hangup/>");
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
		expect((await network.call(legOf(call))).heard).toEqual(["No"]);
	});

	it.each(["completed", "no-answer", "busy", "canceled", "failed"])(
		"that is picked up and not taken has the DialCallStatus that the options say (%s)",
		async (untakenDialCallStatus) => {
			const { app, network } = stage;
			await network.control("PUT", "/options", { untakenDialCallStatus });
			app.on("/screen", "<Hangup/>");
			const call = await startDial("", screened);
			await act(legOf(call), "answer");
			expect(await result()).toMatchObject({ DialCallStatus: untakenDialCallStatus, DialBridged: "false" });
		},
	);

	it("hears a key that is pressed as soon as picking up was answered, however slow the application is", async () => {
		const { app, network } = stage;
		app.on("/screen", async () => {
			await new Promise((resolve) => setTimeout(resolve, 300));
			return '<Gather numDigits="1" timeout="500" action="/accept"><Say>Press 1</Say></Gather><Hangup/>';
		});
		app.on("/accept", "");
		const call = await startDial('answerOnBridge="true"', screened);
		await act(legOf(call), "answer");
		await network.press(legOf(call), "1");
		await network.until(call.sid, ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("is not taken by a phone that answers by itself: it presses no key", async () => {
		const { app, network } = stage;
		await behave(phone, { onCall: "answer" });
		app.on(
			"/screen",
			'<Gather numDigits="1" timeout="8" action="/accept" actionOnEmptyResult="true"><Say>Press 1</Say></Gather>',
		);
		app.on("/accept", "<Hangup/>");
		const call = await startDial('answerOnBridge="true"', screened);
		expect(await result()).toMatchObject({ DialBridged: "false" });
		expect(app.requestsTo("/accept")[0]?.params).toMatchObject({ Digits: "", ParentCallSid: call.sid });
		expect((await network.call(call.sid)).heard).toEqual(["[ringing]"]);
	});

	it.each([
		["hang-up", "false"],
		["connect", "true"],
	])("whose address fails is treated as the options say: %s", async (failedScreening, DialBridged) => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { failedScreening });
		app.on("/screen", { status: 500 });
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		if (failedScreening === "connect") {
			await network.until(legOf(call), ({ timeline }) =>
				timeline.some(({ text }) => text.startsWith("talks with")),
			);
			await act(legOf(call), "hangup");
		}
		expect(await result()).toMatchObject({ DialBridged });
	});

	it("says nothing of DialBridged when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { dialBridgedIsSent: false });
		app.on("/screen", "");
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await network.until(legOf(call), ({ timeline }) =>
			timeline.some(({ text }) => text.startsWith("talks with")),
		);
		await act(legOf(call), "hangup");
		const params = await result();
		expect(params).toMatchObject({ DialCallStatus: "completed", DialCallDuration: expect.any(String) });
		expect(params).not.toHaveProperty("DialBridged");
	});

	it("whose person hangs up is no bridge either", async () => {
		const { app, network } = stage;
		app.on("/screen", '<Gather numDigits="1" timeout="500"/>');
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		await act(legOf(call), "hangup");
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
	});

	it("may not dial or record", async () => {
		const { app, network } = stage;
		app.on("/screen", `<Dial>${otherPhone}</Dial><Record/><Hangup/>`);
		const call = await startDial("", screened);
		await act(legOf(call), "answer");
		await result();
		const { timeline } = await network.call(legOf(call));
		expect(timeline.filter(({ code }) => code === 12200)).toHaveLength(2);
	});
});
