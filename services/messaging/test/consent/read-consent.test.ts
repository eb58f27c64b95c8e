import { describe, expect, it } from "vitest";
import { readConsent } from "../../src/consent/read-consent.ts";

describe("what a text does to consent", () => {
	const ours = ["Acme: Sale today. Reply STOP to opt out"];

	it.each([
		["STOP", "+18005550100", "opt_out", true, null],
		["please stop texting me", "+18005550100", "opt_out", true, "confirmation"],
		["START", "+18005550100", "opt_in", true, null],
		["When do you open?", "+18005550100", "none", false, null],
		["STOP", "72345", "opt_out", true, "confirmation"],
		["HELP", "72345", "none", true, "help"],
		["START!", "+18005550100", "none", false, "how_to_opt_in"],
		["please add me back", "+18005550100", "none", false, "how_to_opt_in"],
		["Le gustó «Acme: Sale today. Reply STOP to opt out»", "+18005550100", "none", true, null],
		["Liked an image", "+18005550100", "none", true, null],
		["> Acme: Sale today. Reply STOP to opt out\n\nstop", "+18005550100", "opt_out", true, "confirmation"],
	])("%s to %s: %s", (body, to, ...expected) => {
		const [effect, isSilent, reply] = expected;
		expect(readConsent({ parts: [body], to, carrierConsent: null }, ours)).toMatchObject({
			effect,
			isSilent,
			reply,
		});
	});

	it("is read from each body of a text that has several", () => {
		const read = (...parts: string[]) => readConsent({ parts, to: "+18005550100", carrierConsent: null }, []);
		expect(read("Hello", "STOP")).toMatchObject({ effect: "opt_out" });
		expect(read("STOP", "Hello")).toMatchObject({ effect: "opt_out" });
		expect(read("START", "STOP")).toMatchObject({ effect: "opt_out" });
		expect(read("START", "Hello")).toMatchObject({ effect: "none", isSilent: false });
		expect(read("Hello", "Are you open?")).toMatchObject({ effect: "none", isSilent: false });
	});

	it("is what the carrier says it has done, without a second reply", () => {
		expect(
			readConsent({ parts: ["arrêtez"], to: "+18005550100", carrierConsent: "opt_out" }, []),
		).toMatchObject({
			effect: "opt_out",
			reply: null,
		});
		expect(readConsent({ parts: ["?"], to: "+18005550100", carrierConsent: "help" }, [])).toMatchObject({
			effect: "none",
			isSilent: true,
			reply: null,
		});
	});
});
