import { describe, expect, it } from "vitest";
import { compareNumbers, type NumberHere, type NumberThere } from "../../src/domain/compare-numbers.ts";
import { numberIdOf } from "../../src/domain/number-id.ts";

const carrierId = `PN${"A".repeat(32)}`;
const there: NumberThere = { carrierId, number: "+12125550100", boughtFor: null, drift: [], service: null };
const here: NumberHere = { id: "num_1", number: "+12125550100", carrierId };

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

	it("leaves alone what is being bought or given back just now, on either side", () => {
		const underway = new Set([there.number]);
		expect(compareNumbers([there], [], underway)).toEqual([]);
		expect(compareNumbers([], [here], underway)).toEqual([]);
		expect(compareNumbers([], [here], new Set())).toMatchObject([{ trouble: "missing", id: "num_1" }]);
	});
});
