import { describe, expect, it } from "vitest";
import { namesOptOut } from "../../src/outcomes/names-opt-out.ts";

describe("a message says how to opt out", () => {
	it.each([
		"Reply STOP to opt out.",
		"Txt STOP to end",
		"STOP2END",
		"Stop=end",
		"To opt-out, text us",
		"Reply with the word STOP",
		"Responda ALTO para no recibir más",
		"Répondez ARRÊT pour finir",
		"STOP to unsubscribe",
	])("as in %j", (message) => {
		expect(namesOptOut(message)).toBe(true);
	});

	it.each(["Our sale starts today!", "We never stop", "Don't stop me now", "Reply YES", ""])(
		"not in %j",
		(message) => {
			expect(namesOptOut(message)).toBe(false);
		},
	);
});
