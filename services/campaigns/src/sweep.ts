import { attemptPart } from "@cloudpbx/kit/attempt-part";
import { log } from "@cloudpbx/kit/log";
import type { Context } from "./context.ts";
import { completeCampaigns } from "./outcomes/complete-campaigns.ts";
import { followTexts } from "./outcomes/follow-texts.ts";
import { settleStoppedClaims } from "./outcomes/settle-stopped-claims.ts";
import { finishDeletions } from "./planning/delete-campaign.ts";
import { failUploads } from "./planning/fail-uploads.ts";
import { startDueCampaigns } from "./planning/start-due-campaigns.ts";
import { enqueueDueRuns } from "./sending/enqueue-due-runs.ts";

export type SweepReport = Record<
	"followed" | "started" | "uploadsFailed" | "claimsSettled" | "woken" | "closed" | "deleted",
	number | null
>;

const followStepsMax = 10;

export async function sweep(ctx: Context): Promise<SweepReport> {
	const report: SweepReport = {
		followed: await attemptPart("followed", () => followAll(ctx)),
		started: await attemptPart("started", async () => (await startDueCampaigns(ctx)).length),
		uploadsFailed: await attemptPart("uploadsFailed", () => failUploads(ctx)),
		claimsSettled: await attemptPart("claimsSettled", () => settleStoppedClaims(ctx)),
		woken: await attemptPart("woken", () => enqueueDueRuns(ctx)),
		closed: await attemptPart("closed", () => completeCampaigns(ctx)),
		deleted: await attemptPart("deleted", () => finishDeletions(ctx)),
	};
	log.info("sweep", report);
	return report;
}

async function followAll(ctx: Context): Promise<number> {
	let steps = 1;
	while (steps < followStepsMax && (await followTexts(ctx))) steps += 1;
	return steps;
}
