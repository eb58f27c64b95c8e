import { describe, expect, it } from "vitest";
import { compareNumbers, type NumberHere, type NumberThere } from "../../src/domain/compare-numbers.ts";
import { numberIdOf } from "../../src/domain/number-id.ts";

const carrierId = `PN${"A".repeat(32)}`;
const there: NumberThere = {
	carrierId,
	number: "+12125550100",
	boughtFor: null,
	drift: [],
	service: null,
	capabilities: { voice: true, sms: true },
};
const here: NumberHere = { id: "num_1", number: "+12125550100", carrierId, ext: null };

describe("comparing numbers", () => {
	it("finds nothing when both sides agree, and nothing when there is nothing", () => {
		expect(compareNumbers([there], [here], new Set())).toEqual([]);
		expect(compareNumbers([], [], new Set())).toEqual([]);
	});

	it("names each webhook that has drifted", () => {
		const drift = ["voiceUrl", "voiceFallbackUrl", "statusUrl", "smsUrl"] as const;
		expect(compareNumbers([{ ...there, drift }], [here], new Set())[0]?.message).toBe(
			"+12125550100 is not set up as it should be at Twilio: where its calls go (callers do not reach you), what answers when a call fails (callers hear an error), who hears that a call has ended (calls stay open in the list), where its texts go (they do not reach you). Repairing sets it up again.",
		);
	});

	it("gives a stray the id that it will have here", () => {
		const [trouble] = compareNumbers([{ ...there, boughtFor: "104" }], [], new Set());
		expect(trouble).toMatchObject({ id: numberIdOf(carrierId), trouble: "stray" });
		expect(trouble?.id).toBe(`num_${"a".repeat(32)}`);
		expect(trouble?.message).toContain("bought for extension 104");
	});

	it.each([
		[{ voice: true, sms: false }, "no_texts", /takes no texts .*calls work.*Text from another number/],
		[{ voice: false, sms: true }, "no_calls", /takes no calls .*texts work.*Use another number/],
		[{ voice: false, sms: false }, "no_calls", /no calls .*and no texts either/],
	] as const)("names what a number cannot do (%j), with the next step", (capabilities, trouble, words) => {
		const [found] = compareNumbers([{ ...there, capabilities }], [here], new Set());
		expect(found).toMatchObject({ id: "num_1", number: there.number, trouble });
		expect(found?.message).toMatch(words);
	});

	it("names the extension that nobody can call, and what a stray or a drifted number cannot do besides", () => {
		const capabilities = { voice: false, sms: true };
		const [mute] = compareNumbers([{ ...there, capabilities }], [{ ...here, ext: "104" }], new Set());
		expect(mute?.message).toContain("extension 104's number");
		const [stray] = compareNumbers([{ ...there, capabilities }], [], new Set());
		expect(stray).toMatchObject({ trouble: "stray", message: expect.stringContaining("takes no calls") });
		const [drifted] = compareNumbers([{ ...there, capabilities, drift: ["smsUrl"] }], [here], new Set());
		expect(drifted).toMatchObject({ trouble: "drifted", message: expect.stringContaining("takes no calls") });
	});

	it("leaves alone what is being bought or given back just now, on either side", () => {
		const underway = new Set([there.number]);
		expect(compareNumbers([there], [], underway)).toEqual([]);
		expect(compareNumbers([], [here], underway)).toEqual([]);
		expect(compareNumbers([], [here], new Set())).toMatchObject([{ trouble: "missing", id: "num_1" }]);
	});
});
