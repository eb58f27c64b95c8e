import { describe, expect, it } from "vitest";
import { textOf } from "../../src/twiml/element.ts";
import { parseTwiml } from "../../src/twiml/parse-twiml.ts";
import { readBody } from "../../src/twiml/read-body.ts";
import { validateTwiml } from "../../src/twiml/validate-twiml.ts";

const say = (text: string) => `<Response><Say>${text}</Say></Response>`;

describe("well-formed TwiML", () => {
	it.each([
		["with a declaration", `<?xml version="1.0" encoding="UTF-8"?>${say("a")}`],
		["with a byte order mark", `\uFEFF<?xml version="1.0"?>${say("a")}`],
		["with a comment before the root", `<!-- c -->${say("a")}`],
		["without a verb", "<Response/>"],
		["with entities", say("Fish &amp; chips &#8364; &quot;")],
		["with CDATA", say("<![CDATA[a & b]]>")],
	])("%s is accepted", (_, document) => {
		expect(parseTwiml(document).name).toBe("Response");
	});

	it.each([
		["", "an empty document"],
		["hello", "plain text"],
		["\n<?xml version='1.0'?><Response/>", "a blank line before the declaration"],
		["<Response><Say>a</Response>", "an element that is not closed"],
		["<Response><Say>Fish & chips</Say></Response>", "a bare ampersand"],
		["<Response><Say voice=alice>a</Say></Response>", "an attribute without quotes"],
		["<Say>a</Say>", "a root that is not Response"],
		["<response><Say>a</Say></response>", "a root in the wrong case"],
		["<Response/><Response/>", "two roots"],
		["<!DOCTYPE a [<!ENTITY b 'c'>]><Response/>", "a document type"],
		["<Response><Say>&nbsp;</Say></Response>", "an unknown entity"],
		["<Response><Say a='1' a='2'>a</Say></Response>", "an attribute twice"],
	])("%j, %s, is refused with 12100", (document) => {
		expect(() => parseTwiml(document)).toThrowError(expect.objectContaining({ code: 12100 }));
	});
});

describe("what is executed of a document", () => {
	const validate = (inside: string) => validateTwiml(parseTwiml(`<Response>${inside}</Response>`));

	it.each([
		["<Speak>a</Speak>", 12200],
		["<say>a</say>", 12200],
		["loose text", 12200],
		["<Number>+15125550100</Number>", 12200],
		["<Connect><Stream url='wss://a'/></Connect>", null],
		["<Pay/>", null],
	])("%s is skipped with warning %s", (inside, code) => {
		const { verbs, warnings } = validate(inside);
		expect(verbs).toEqual([]);
		expect(warnings.map((warning) => warning.code)).toEqual([code]);
	});

	it("ignores an unknown attribute and keeps the verb", () => {
		const { verbs, warnings } = validate('<Say voice="alice" tone="kind">a</Say>');
		expect(verbs[0]?.attributes).toEqual({ voice: "alice" });
		expect(warnings[0]).toMatchObject({ code: 12200 });
	});

	it.each([
		["<Dial referUrl='/r'>+15125550100</Dial>", "referUrl"],
		["<Dial><Number machineDetection='Enable'>+15125550100</Number></Dial>", "machineDetection"],
		["<Gather bargeIn='false'/>", "bargeIn"],
	])("says of %s that %s is not simulated", (inside, name) => {
		const { warnings } = validate(inside);
		expect(warnings).toEqual([{ code: null, text: expect.stringContaining(`"${name}"`) }]);
	});

	it.each([
		"<Gather><Dial>+15125550100</Dial></Gather>",
		"<Gather><Record/></Gather>",
		"<Record><Say>a</Say></Record>",
		"<Dial><Say>a</Say></Dial>",
	])("skips what may not be nested in %s", (inside) => {
		const { verbs, warnings } = validate(inside);
		expect(verbs[0]?.children.filter((child) => typeof child !== "string")).toEqual([]);
		expect(warnings[0]).toMatchObject({ code: 12200 });
	});

	it.each([
		"<Gather input='speech dtmf' hints='Ann, Bob' numDigits='1'><Say>a</Say><Play>/a.mp3</Play><Pause/></Gather>",
		"<Dial action='/a' timeout='20' answerOnBridge='true'><Number url='/s' statusCallback='/c'>+15125550100</Number></Dial>",
		"<Dial><Client><Identity>ann</Identity><Parameter name='a' value='b'/></Client><Sip>sip:a@b</Sip></Dial>",
		"<Dial><Conference waitUrl='' beep='false'>room</Conference></Dial>",
		"<Record maxLength='120' transcribe='true' transcribeCallback='/t' recordingStatusCallback='/r'/>",
		"<Enqueue waitUrl='/w' action='/a'>support</Enqueue><Leave/><Redirect method='GET'>/x</Redirect><Hangup/>",
		"<Reject reason='busy'/>",
		"<Say><prosody rate='slow'>a<break time='1s'/></prosody></Say>",
	])("accepts %s without a warning", (inside) => {
		expect(validate(inside).warnings).toEqual([]);
	});

	it("reads the words out of SSML", () => {
		const { verbs } = validate(
			'<Say>Dr <sub alias="Saint">St</sub> <emphasis>John</emphasis><break/>at <say-as interpret-as="date">1</say-as></Say>',
		);
		expect(verbs.map(textOf)).toEqual(["Dr Saint John at 1"]);
	});
});

describe("an answer's media type", () => {
	const verbsOf = (type: string | null, body: string) => {
		const read = readBody(type, body, "http://localhost/a");
		return "code" in read
			? read.code
			: read.children.map((child) => (typeof child === "string" ? child : child.name));
	};

	it.each([
		["text/xml", say("a"), ["Say"]],
		["application/xml; charset=utf-8", say("a"), ["Say"]],
		["TEXT/HTML", say("a"), ["Say"]],
		["text/plain", say("a"), ["Say"]],
		["text/plain", "Hello", ["Say", "Hangup"]],
		["audio/mpeg", "...", ["Play", "Hangup"]],
		["application/json", "{}", 12300],
		[null, say("a"), 12300],
		["text/xml", "Hello", 12100],
	])("%s with %j comes to %j", (type, body, result) => {
		expect(verbsOf(type, body)).toEqual(result);
	});

	it("is held to 64 kB, counted in bytes", () => {
		const frame = "<Response><Say></Say></Response>".length;
		expect(verbsOf("text/xml", say("a".repeat(65_536 - frame)))).toEqual(["Say"]);
		expect(verbsOf("text/xml", say("a".repeat(65_537 - frame)))).toBe(11750);
		expect(verbsOf("text/xml", say("é".repeat((65_538 - frame) / 2)))).toBe(11750);
	});
});
