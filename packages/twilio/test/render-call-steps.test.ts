import { expect, it } from "vitest";
import { renderCallSteps } from "../src/render-call-steps.ts";

it("plays a sound of ours by its whole address", () => {
	const otherwise = { kind: "say" as const, text: "Hello." };
	const twiml = renderCallSteps([{ kind: "play", path: "/ivr/greeting/a.wav", otherwise }], "https://a.com/");
	expect(twiml).toContain("<Play>https://a.com/ivr/greeting/a.wav</Play>");
	expect(twiml).not.toContain("Hello.");
});

it("says what the caller said nothing about as plain text, whatever it holds", () => {
	const twiml = renderCallSteps([{ kind: "say", text: 'A <Dial> & "B"' }], "https://a.com");
	expect(twiml).toContain('<Say>A &lt;Dial&gt; &amp; "B"</Say>');
});

it("speaks what was pasted with control characters and broken emoji", () => {
	const pasted = "We\u000bare\u0000 here\ud83d \ufffe\u2028 ☎️";
	const gather = {
		kind: "gather" as const,
		prompt: pasted,
		maxDigits: 1,
		waitSeconds: 3,
		nextPath: "/x",
		speech: { hints: ["Jane\u0007Smith"] },
	};
	const twiml = renderCallSteps([{ kind: "say", text: pasted }, gather], "https://a.com");
	expect(twiml.match(/We are {2}here\ufffd {2}\u2028 ☎️/g)).toHaveLength(2);
	expect(twiml).toContain('hints="Jane Smith"');
});

it("makes absolute addresses of paths, once", () => {
	const steps = [
		{ kind: "gather" as const, prompt: "Press", maxDigits: 3, waitSeconds: 3, nextPath: "/ivr/menu/1" },
		{ kind: "hangUp" as const },
	];
	for (const publicUrl of ["https://a.com", "https://a.com/"]) {
		expect(renderCallSteps(steps, publicUrl)).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><Response><Gather action="https://a.com/ivr/menu/1" numDigits="3" finishOnKey="#" timeout="3" actionOnEmptyResult="true"><Say>Press</Say></Gather><Hangup/></Response>',
		);
	}
});

it("records with both callbacks and Twilio's own transcript", () => {
	const twiml = renderCallSteps(
		[{ kind: "record", maxSeconds: 120, nextPath: "/a", recordedPath: "/b", transcribedPath: "/c" }],
		"https://a.com",
	);
	expect(twiml).toContain(
		'<Record action="https://a.com/a" maxLength="120" timeout="10" finishOnKey="#" playBeep="true" recordingStatusCallback="https://a.com/b" transcribe="true" transcribeCallback="https://a.com/c"/>',
	);
});

it("lets people think for long, and looks at a single key soon: the pause is part of the prompt, the timeout the gap of keys", () => {
	const step = {
		kind: "gather" as const,
		prompt: "Hello?",
		maxDigits: 3,
		waitSeconds: 5,
		keyGapSeconds: 1,
		nextPath: "/x",
	};
	expect(renderCallSteps([step], "https://a.com")).toContain(
		'timeout="1" actionOnEmptyResult="true"><Say>Hello?</Say><Pause length="4"/></Gather>',
	);
	expect(renderCallSteps([{ ...step, waitSeconds: 1 }], "https://a.com")).toContain(
		'timeout="1" actionOnEmptyResult="true"><Say>Hello?</Say></Gather>',
	);
	expect(
		renderCallSteps([{ ...step, prompt: "", waitSeconds: 3, keyGapSeconds: 3 }], "https://a.com"),
	).toContain(
		'<Gather action="https://a.com/x" numDigits="3" finishOnKey="#" timeout="3" actionOnEmptyResult="true"/>',
	);
});
