import type { CampaignStatus } from "@cloudpbx/contracts/campaigns";

/** What an owner does to a campaign. Besides, a sending one completes by itself, and an upload that broke off fails. */
export type CampaignStep = "edit" | "schedule" | "start" | "pause" | "resume" | "cancel";

/** From which states a step leads, and where to. What is not in here is refused. */
export const campaignSteps: Record<CampaignStep, { from: readonly CampaignStatus[]; to?: CampaignStatus }> = {
	edit: { from: ["draft", "scheduled"] },
	schedule: { from: ["draft", "scheduled"], to: "scheduled" },
	start: { from: ["draft", "scheduled"], to: "sending" },
	pause: { from: ["sending"], to: "paused" },
	resume: { from: ["paused"], to: "sending" },
	cancel: { from: ["draft", "scheduled", "sending", "paused"], to: "cancelled" },
};
