import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";

export type CampaignStep = "edit" | "schedule" | "start" | "pause" | "resume" | "cancel";

/** The states from which each step is allowed, and the state that follows. */
export const campaignSteps: Record<CampaignStep, { from: readonly CampaignStatus[]; to?: CampaignStatus }> = {
	edit: { from: ["draft", "scheduled"] },
	schedule: { from: ["draft", "scheduled"], to: "scheduled" },
	start: { from: ["draft", "scheduled"], to: "sending" },
	pause: { from: ["sending"], to: "paused" },
	resume: { from: ["paused"], to: "sending" },
	cancel: { from: ["draft", "scheduled", "sending", "paused"], to: "cancelled" },
};
