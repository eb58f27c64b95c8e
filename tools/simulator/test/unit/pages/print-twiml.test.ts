import { expect, it } from "vitest";
import { printTwiml } from "../../../pages/domain/calls/print-twiml.ts";

const print = (xml: string) =>
	printTwiml(xml)
		.map(({ text }) => text)
		.join("");

it("puts each element on a line of its own, indented by its depth", () => {
	const xml =
		'<?xml version="1.0"?><Response><Gather numDigits="3"><Say>Hello &amp; welcome</Say></Gather><Hangup/></Response>';
	expect(print(xml)).toBe(
		[
			'<?xml version="1.0"?>',
			"<Response>",
			'\t<Gather numDigits="3">',
			"\t\t<Say>Hello &amp; welcome</Say>",
			"\t</Gather>",
			"\t<Hangup/>",
			"</Response>",
		].join("\n"),
	);
});

it("prints a document the same when it is laid out already", () => {
	const once = print("<Response><Dial><Number>+14155550151</Number></Dial></Response>");
	expect(print(once)).toBe(once);
});

it("keeps an empty response on one line", () => {
	expect(print("<Response></Response>")).toBe("<Response></Response>");
});

it("shows a document that is not well formed as it was sent", () => {
	expect(print("<Response><Say>Hi</Response>")).toBe("<Response><Say>Hi</Response>");
	expect(print("Internal Server Error")).toBe("Internal Server Error");
});

it("tells tags, attributes, values and texts apart", () => {
	const tokens = printTwiml('<Say voice="alice">Hi</Say>').filter(({ kind }) => kind !== "mark");
	expect(tokens).toEqual([
		{ kind: "tag", text: "Say" },
		{ kind: "attribute", text: " voice" },
		{ kind: "value", text: '"alice"' },
		{ kind: "text", text: "Hi" },
		{ kind: "tag", text: "Say" },
	]);
});
