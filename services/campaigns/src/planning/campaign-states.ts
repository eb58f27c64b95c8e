import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";

/**
 * The actions of an owner on a campaign. Two transitions are automatic: a sending campaign completes, and an
 * interrupted upload fails.
 */
export type CampaignStep = "edit" | "schedule" | "start" | "pause" | "resume" | "cancel";

/** The states from which each step is allowed, and the state that follows. All other steps are refused. */
export const campaignSteps: Record<CampaignStep, { from: readonly CampaignStatus[]; to?: CampaignStatus }> = {
	edit: { from: ["draft", "scheduled"] },
	schedule: { from: ["draft", "scheduled"], to: "scheduled" },
	start: { from: ["draft", "scheduled"], to: "sending" },
	pause: { from: ["sending"], to: "paused" },
	resume: { from: ["paused"], to: "sending" },
	cancel: { from: ["draft", "scheduled", "sending", "paused"], to: "cancelled" },
};
