import { describe, expect, it } from "vitest";
import { CampaignPlan } from "../../src/campaigns/campaigns.ts";
import { Settings } from "../../src/office/settings.ts";

const plan = { name: "Sale", message: "Our sale starts today." };

describe("texts a second", () => {
	it.each([0.02, 1, 10])("may be %d", (ratePerSecond) => {
		expect(CampaignPlan.safeParse({ ...plan, ratePerSecond }).success).toBe(true);
		expect(Settings.safeParse({ senderRates: { "+18005550100": ratePerSecond } }).success).toBe(true);
	});

	it.each([5e-324, 0.000001, 0.0199])("are refused in words when they are %d", (ratePerSecond) => {
		const words = "0.02 texts a second, one in fifty seconds, is the least.";
		expect(CampaignPlan.safeParse({ ...plan, ratePerSecond }).error?.issues[0]?.message).toBe(words);
		const senderRates = { "+18005550100": ratePerSecond };
		expect(Settings.safeParse({ senderRates }).error?.issues[0]?.message).toBe(words);
	});
});
