import { describe, expect, it } from "vitest";
import { messageIdOf, newCampaignId, positionOf, recipientIdOf } from "../src/derive-id.ts";

describe("ids", () => {
	it("of a text are the same for the same campaign and number, and for nothing else", async () => {
		const id = await messageIdOf("cmp_1", "+14155552671");
		expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
		expect(await messageIdOf("cmp_1", "+14155552671")).toBe(id);
		expect(await messageIdOf("cmp_2", "+14155552671")).not.toBe(id);
		expect(await messageIdOf("cmp_1", "+14155552672")).not.toBe(id);
	});

	it("of a recipient contain its position", () => {
		const campaignId = newCampaignId();
		expect(campaignId).toMatch(/^cmp_[0-9a-f]{32}$/);
		expect(positionOf(recipientIdOf(campaignId, 0))).toBe(0);
		expect(positionOf(recipientIdOf(campaignId, 99_999))).toBe(99_999);
		for (const strange of ["", "rcp_", "rcp_a_x", "rcp_a_-1", "usr_1_2", "rcp_a_1234567890"]) {
			expect(positionOf(strange)).toBeNull();
		}
	});
});
