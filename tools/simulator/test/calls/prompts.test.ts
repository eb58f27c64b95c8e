import { describe, expect, it } from "vitest";
import { caller, main, useStage } from "../support/stage.ts";

const stage = useStage();

async function hearAll(twiml: string): Promise<string[]> {
	const { app, network } = stage;
	app.on("/voice", twiml);
	return (await network.untilEnded(await network.dial(caller, main))).heard;
}

describe("<Say>", () => {
	it("says its text as often as loop asks", async () => {
		expect(await hearAll('<Say loop="2">Hello</Say><Say>Bye</Say>')).toEqual(["Hello", "Hello", "Bye"]);
	});

	it("skips an empty text and one of more than 4096 characters", async () => {
		const longest = "a".repeat(4096);
		expect(await hearAll(`<Say></Say><Say>${longest}</Say><Say>${longest}a</Say>`)).toEqual([longest]);
	});
});

describe("<Play>", () => {
	it("plays an address relative to the document, and tones", async () => {
		const heard = await hearAll('<Play>/music/a.mp3</Play><Play digits="ww12"/>');
		expect(heard).toEqual([`[audio: ${stage.app.url("/music/a.mp3")}]`, "[tones: ww12]"]);
	});
});

describe("<Pause>", () => {
	it("as the first verb delays the answer by its length", async () => {
		const { app, network } = stage;
		await network.speed(1);
		app.on("/voice", '<Pause length="20"/><Say>Now</Say>');
		const sid = await network.dial(caller, main);
		await network.until(sid, ({ timeline }) => timeline.some(({ text }) => text === "<Pause>"));
		await network.control("PUT", "/clock", { advanceSeconds: 19 });
		expect(await network.call(sid)).toMatchObject({ status: "ringing", heard: [] });
		await network.control("PUT", "/clock", { advanceSeconds: 2 });
		await network.until(sid, ({ status, heard }) => status === "in-progress" && heard[0] === "Now");
		await network.hangup(sid);
	});
});

describe("<Redirect>", () => {
	it("goes on with another document, with standard parameters only", async () => {
		const { app } = stage;
		app.on("/next", "<Say>There</Say>");
		expect(await hearAll('<Redirect method="GET">next</Redirect><Say>never</Say>')).toEqual(["There"]);
		expect(app.requestsTo("/next")[0]).toMatchObject({ method: "GET" });
		expect(app.requestsTo("/next")[0]?.params).not.toHaveProperty("Digits");
	});

	it("without an address asks for the same document again", async () => {
		const { app, network } = stage;
		let asked = 0;
		app.on("/voice", () => {
			asked += 1;
			return asked < 3 ? "<Redirect/>" : "<Hangup/>";
		});
		await network.untilEnded(await network.dial(caller, main));
		expect(asked).toBe(3);
	});
});

describe("<Reject>", () => {
	it.each([
		["", "no-answer"],
		[' reason="rejected"', "no-answer"],
		[' reason="busy"', "busy"],
	])("%s ends the call as %s without an answer", async (reason, status) => {
		const { app, network } = stage;
		app.on("/voice", `<Reject${reason}/><Say>never</Say>`);
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call).toMatchObject({ status, answeredAt: null, heard: [], durationSeconds: 0 });
	});

	it("after the answer hangs up with a warning", async () => {
		const { app, network } = stage;
		app.on("/voice", "<Say>Hello</Say><Reject/>");
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.status).toBe("completed");
		expect(call.timeline.some(({ kind, code }) => kind === "warning" && code === 12200)).toBe(true);
	});
});

describe("a document with mistakes", () => {
	it("is executed as far as possible, with a warning for each", async () => {
		const { app, network } = stage;
		app.on("/voice", '<Sing>la</Sing><Say mood="gay">Hello</Say><Connect><Stream url="wss://a"/></Connect>');
		const call = await network.untilEnded(await network.dial(caller, main));
		expect(call.heard).toEqual(["Hello"]);
		const warnings = call.timeline.filter(({ kind }) => kind === "warning").map(({ text }) => text);
		expect(warnings).toEqual([
			"12200: <Sing> is not allowed in <Response>; skipped",
			'12200: attribute "mood" is not allowed on <Say>; ignored',
			"<Connect> is not simulated; skipped",
		]);
	});
});
