import { describe, expect, it } from "vitest";
import { number, useDialStage } from "../support/dial-stage.ts";
import type { CallView } from "../support/network.ts";
import { caller, main, otherPhone, phone } from "../support/stage.ts";
import { waitFor } from "../support/wait-for.ts";

const { stage, startDial, legOf, result, act, behave } = useDialStage();

describe("a phone that forwards", () => {
	it("sends the call on to a number of the account, which is told whose phone it was", async () => {
		const { app, network } = stage;
		await behave(phone, { onCall: "forward", forwardTo: main, answerAfterSeconds: 2 });
		const call = await startDial("");
		app.on("/voice", "<Say>The voicemail</Say><Pause length='500'/>");
		await network.until(legOf(call), ({ status }) => status === "in-progress");
		expect(app.requestsTo("/voice").at(-1)?.params).toMatchObject({
			From: caller,
			To: main,
			ForwardedFrom: phone,
			Direction: "inbound",
		});
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("reaches nobody when the account has no such number", async () => {
		await behave(phone, { onCall: "forward", forwardTo: otherPhone });
		await startDial("");
		expect(await result()).toMatchObject({ DialCallStatus: "failed", DialBridged: "false" });
	});
});

describe("<Dial> of several numbers", () => {
	const bothNumbers = `${number}<Number>${otherPhone}</Number>`;

	it("connects the first who answers and cancels the others", async () => {
		const { network } = stage;
		const call = await startDial("", bothNumbers);
		await act(legOf(call, otherPhone), "answer");
		expect((await network.untilEnded(legOf(call))).status).toBe("canceled");
		await act(legOf(call, otherPhone), "hangup");
		expect(await result()).toMatchObject({ DialCallSid: legOf(call, otherPhone), DialBridged: "true" });
	});

	it("goes on ringing the rest when one is busy", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		const call = await startDial("", bothNumbers);
		await act(legOf(call, otherPhone), "answer");
		await network.until(legOf(call, otherPhone), ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});

	it("rings one after another when it is sequential", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		const call = await startDial('sequential="true"', bothNumbers);
		const both = await network.until(call.sid, ({ legs }) => legs.length === 2);
		expect(both.legs.map(({ to, status }) => [to, status])).toEqual([
			[phone, "busy"],
			[otherPhone, expect.any(String)],
		]);
		await act(legOf(both, otherPhone), "answer");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialCallSid: legOf(both, otherPhone) });
	});

	it("keeps the others ringing during a screening when the options say so", async () => {
		const { app, network } = stage;
		await network.control("PUT", "/options", { simulringWhileScreening: "keep-ringing" });
		app.on("/screen", '<Gather numDigits="1" timeout="500" action="/accept"/><Hangup/>');
		const call = await startDial("", `<Number url="/screen">${phone}</Number><Number>${otherPhone}</Number>`);
		await act(legOf(call), "answer");
		await network.untilWaiting(legOf(call), "digits");
		expect((await network.call(legOf(call, otherPhone))).status).toBe("ringing");
		await act(legOf(call, otherPhone), "answer");
		await network.untilEnded(legOf(call));
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialCallSid: legOf(call, otherPhone), DialBridged: "true" });
	});
});

describe("<Dial> of a client or a SIP address", () => {
	it.each([
		["<Client>ann</Client>", "client:ann"],
		["<Client><Identity>ann</Identity><Parameter name='a' value='b'/></Client>", "client:ann"],
		["<Sip>sip:ann@example.com</Sip>", "sip:ann@example.com"],
	])("%s rings the virtual phone %s", async (noun, address) => {
		const { network } = stage;
		await behave(address, { onCall: "answer" });
		const call = await startDial("", noun);
		await network.until(legOf(call, address), ({ status }) => status === "in-progress");
		await network.hangup(call.sid);
		expect(await result()).toMatchObject({ DialBridged: "true" });
	});
});

describe("<Dial> of a number of the account", () => {
	const extension = "+15125550101";

	it("is an inbound call there, with its own webhook, and passes keys and words both ways", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Gather numDigits="2" timeout="500" action="/keys"><Say>Extension</Say></Gather>');
		app.on("/keys", "<Say>Thank you</Say>");
		const call = await startDial("", `<Number>${extension}</Number>`);
		const onward = await waitFor(
			async () => (await network.control<{ items: CallView[] }>("GET", "/calls")).items,
			(calls) => calls.some(({ to, direction }) => to === extension && direction === "inbound"),
		);
		const inbound = onward.find(({ to, direction }) => to === extension && direction === "inbound");
		expect(inbound).toMatchObject({ from: caller, parentSid: null });
		await network.untilWaiting(inbound?.sid ?? "", "digits");
		await network.press(call.sid, "42");
		await network.untilEnded(inbound?.sid ?? "");
		expect(app.requestsTo("/extension")[0]?.params).toMatchObject({ From: caller, To: extension });
		expect(app.requestsTo("/keys")[0]?.params).toMatchObject({ Digits: "42", CallSid: inbound?.sid });
		expect(await result()).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
		expect((await network.call(call.sid)).heard).toContain("Thank you");
	});

	it("gets the leg's sendDigits as keys", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Gather numDigits="2" timeout="500" action="/keys"/>');
		app.on("/keys", "<Hangup/>");
		await startDial("", `<Number sendDigits="wW42">${extension}</Number>`);
		await result();
		expect(app.requestsTo("/keys")[0]?.params).toMatchObject({ Digits: "42" });
	});

	it("takes over how the call there ended", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", '<Reject reason="busy"/>');
		await startDial("", `<Number>${extension}</Number>`);
		expect(await result()).toMatchObject({ DialCallStatus: "busy", DialBridged: "false" });
	});

	it("that dials itself comes to an end", async () => {
		const { app, network } = stage;
		await network.buy(extension, { VoiceUrl: app.url("/extension") });
		app.on("/extension", `<Dial answerOnBridge="true">${extension}</Dial>`);
		await startDial("", `<Number>${extension}</Number>`);
		expect(await result()).toMatchObject({ DialBridged: "false" });
	});
});

describe("a phone that dials another phone", () => {
	it("rings it, talks, and hangs up", async () => {
		const { network } = stage;
		const sid = await network.dial(caller, phone);
		const call = await network.until(sid, ({ legs }) => legs[0]?.status === "ringing");
		await act(legOf(call), "answer");
		await network.until(sid, ({ status }) => status === "in-progress");
		await network.control("POST", `/calls/${sid}/speech`, { text: "Hi" });
		expect((await network.call(legOf(call))).heard).toEqual(["Hi"]);
		await network.hangup(sid);
		expect(await network.untilEnded(legOf(call))).toMatchObject({ status: "completed" });
		const list = (await (await network.rest("GET", "/Calls.json")).json()) as { calls: unknown[] };
		expect(list.calls).toEqual([]);
	});

	it("ends as the other phone decides", async () => {
		const { network } = stage;
		await behave(phone, { onCall: "busy" });
		expect((await network.untilEnded(await network.dial(caller, phone))).status).toBe("busy");
	});
});
