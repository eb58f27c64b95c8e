import type { CampaignCounts } from "@cloudpbx/contracts/campaigns/campaigns";
import { describe, expect, it } from "vitest";
import { campaignStatusOf } from "../../src/screens/campaigns/domain/campaign-status.ts";
import { describeLead, describeRate } from "../../src/screens/campaigns/domain/describe-progress.ts";
import { describeReport } from "../../src/screens/campaigns/domain/describe-report.ts";
import { describeAside, describeReview } from "../../src/screens/campaigns/domain/describe-review.ts";
import { groupReasons } from "../../src/screens/campaigns/domain/report.ts";
import { completed, from, look, sending } from "../../stage/fixtures/campaigns.ts";
import { stageNow } from "../../stage/scene.ts";

const moment = { now: stageNow, timeZone: "America/New_York" };
const now = { ...moment, stillSince: null };
const plain = (text: string) => text.replaceAll("\u202f", " ");
const counts = (change: Partial<CampaignCounts>): CampaignCounts => ({ ...completed.counts, ...change });

describe("the review", () => {
	const plan = { fromNumber: "+18005550100", startAt: null };

	it("is one sentence with whole numbers", () => {
		expect(plain(describeReview(look, plan, moment))).toBe(
			"482 people, 1–2 texts each, about $7.60, from (800) 555-0100, starts now, ends about 12:49 PM; 18 are left out.",
		);
	});

	it("says when it starts, and nothing of those left out when there are none", () => {
		const one = { ...look, total: 1, kept: 1, segments: { ...look.segments, perMessageMax: 1 } };
		expect(plain(describeReview(one, { ...plan, startAt: from(24 * 60) }, moment))).toBe(
			"1 person, 1 text each, about $7.60, from (800) 555-0100, starts tomorrow at 12:41 PM, ends about 12:49 PM.",
		);
		expect(plain(describeReview(one, { ...plan, startAt: from(-5) }, moment))).toContain("starts now");
	});

	it("says so when nobody is left", () => {
		expect(describeReview({ ...look, kept: 0 }, plan, moment)).toBe(
			"Nobody is left to text: all 500 are left out.",
		);
		expect(describeReview({ ...look, kept: 0, total: 0 }, plan, moment)).toBe("Nobody is in the list yet.");
	});

	it("names who is left out by the reason", () => {
		expect(
			describeAside({
				invalid: 1,
				duplicate: 0,
				opted_out: 10,
				pair_closed: 0,
				country_forbidden: 0,
				landline: 0,
				no_consent: 0,
				too_long: 0,
			}),
		).toBe("1 is no telephone number and 10 have opted out");
	});
});

describe("the first line of a campaign under way", () => {
	it.each([
		["Sending", sending, now, "236 of 500 are done. Ends about 12:46 PM."],
		[
			"Paused by Hand",
			{ ...sending, status: "paused" as const, reason: "Paused by hand." },
			now,
			"Nothing goes out until it is resumed.",
		],
		[
			"It Stopped by Itself",
			{ ...sending, status: "paused" as const, reason: "The carrier says no (30034)." },
			now,
			"The carrier says no (30034).",
		],
		[
			"It Stands Still",
			sending,
			{ ...moment, stillSince: stageNow - 200_000 },
			"No text has gone for 3 min.",
		],
		[
			"Held for Quiet Hours",
			{ ...sending, counts: { ...sending.counts, sending: 0 }, heldUntil: from(980) },
			now,
			"tomorrow at 5:01 AM",
		],
		[
			"Sending",
			{ ...sending, ratePerSecond: 0.02 },
			{ ...moment, stillSince: stageNow - 200_000 },
			"are done",
		],
		[
			"Sending",
			{ ...sending, pace: "The database takes 1.8 seconds to answer." },
			now,
			"are done. Ends about 12:46 PM. The database takes 1.8 seconds to answer.",
		],
		[
			"It Did Not Start",
			{ ...sending, status: "scheduled" as const, startAt: from(-10) },
			now,
			"Start it now, or move it.",
		],
		["Scheduled", { ...sending, status: "scheduled" as const, startAt: from(10) }, now, "Starts 12:51 PM"],
	])("%s", (title, campaign, at, text) => {
		const lead = describeLead(campaign, at);
		expect(lead.title).toBe(title);
		expect(plain(lead.text)).toContain(text);
	});

	it("holds the rate achieved against the one that is set", () => {
		expect(describeRate(sending)).toBe("0.96 of 1 a second");
		expect(describeRate({ ...sending, achievedPerSecond: null, ratePerSecond: 0.02 })).toBe("0.02 a second");
	});
});

describe("what it came to", () => {
	it("is not completed while something may still come", () => {
		expect(campaignStatusOf(completed).word).toBe("Completed");
		for (const open of [{ sent: 1 }, { sending: 1 }])
			expect(campaignStatusOf({ status: "completed", counts: counts(open) }).word).toBe("All Sent");
	});

	it("is told with its base", () => {
		expect(describeReport("completed", counts({}), null)).toBe("470 of 482 people got it, 12 did not.");
		expect(describeReport("completed", counts({ sent: 6, delivered: 464 }), null)).toContain(
			"Of 6 texts there is no word",
		);
		expect(describeReport("cancelled", counts({}), null)).toMatch(/^Cancelled by hand\. /);
		expect(describeReport("completed", counts({ total: 18, skipped: 18 }), null)).toBe(
			"Nobody was texted: all of them were left out.",
		);
		expect(describeReport("failed", counts({}), "Its list did not arrive.")).toBe(
			"Its list did not arrive. Duplicate it as a draft to try again.",
		);
	});

	it("is grouped by reason and code, the largest group first", () => {
		const items = [
			{ status: "failed" as const, reason: "no such number", errorCode: 30005, count: 2 },
			{ status: "undelivered" as const, reason: "switched off", errorCode: 30003, count: 8 },
			{ status: "undelivered" as const, reason: "no such number", errorCode: 30005, count: 1 },
			{ status: "skipped" as const, reason: "opted out", errorCode: null, count: 9 },
		];
		expect(groupReasons({ items }, ["failed", "undelivered"])).toEqual([
			{ reason: "Switched off", errorCode: 30003, count: 8 },
			{ reason: "No such number", errorCode: 30005, count: 3 },
		]);
	});
});
