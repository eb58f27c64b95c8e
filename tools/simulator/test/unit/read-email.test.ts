import { expect, it } from "vitest";
import { readEmail } from "../../src/emails/read-email.ts";

const now = new Date("2026-11-20T17:00:00Z");
const email = { from: "a@acme.example", to: "b@acme.example", subject: "Hi", text: "Hello" };
const read = (more: object) => readEmail({ ...email, ...more }, now);

it("keeps what the Email Service would take", () => {
	const { sid, ...kept } = read({
		from: { email: "a@acme.example", name: "Acme" },
		headers: { "List-Unsubscribe": "<https://acme.example>", "X-Notice": "1" },
	});
	expect(sid).toMatch(/^EM[0-9a-f]{32}$/);
	expect(kept).toEqual({
		at: "2026-11-20T17:00:00.000Z",
		from: "Acme <a@acme.example>",
		to: ["b@acme.example"],
		subject: "Hi",
		text: "Hello",
		html: "",
		headers: { "List-Unsubscribe": "<https://acme.example>", "X-Notice": "1" },
	});
});

it.each([
	["no address", { to: "b" }, "E_VALIDATION_ERROR"],
	["a second line in the subject", { subject: "Hi\nBcc: c@acme.example" }, "E_VALIDATION_ERROR"],
	["a second line in a name", { from: { email: "a@acme.example", name: "A\r\nB" } }, "E_VALIDATION_ERROR"],
	["no body", { text: undefined }, "E_VALIDATION_ERROR"],
	["a header of the platform's", { headers: { "Message-ID": "1" } }, "E_HEADER_NOT_ALLOWED"],
	["a second line in a header", { headers: { "X-A": "1\r\nBcc: c@acme.example" } }, "E_HEADER_VALUE_INVALID"],
	[
		"too many recipients",
		{ to: Array.from({ length: 51 }, (_, n) => `b${n}@acme.example`) },
		"E_TOO_MANY_RECIPIENTS",
	],
])("refuses %s", (_what, more, code) => {
	expect(() => read(more)).toThrow(code);
});
