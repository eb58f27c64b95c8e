import { readSettings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { attemptPart } from "@cloudpbx/kit/attempt-part";
import { log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { finishErasures } from "../erasure/delete-erased-copies.ts";
import { expireTexts } from "../erasure/expire-texts.ts";
import { drainEvents } from "../events/drain-events.ts";
import { moveSearch } from "../search/move-search.ts";
import { expireDeliveries } from "../webhook-deliveries/expire-deliveries.ts";
import { wakeDueWebhooks } from "../webhook-deliveries/wake-due-webhooks.ts";
import { adoptTexts } from "./adopt-texts.ts";
import { requestAnswers } from "./request-answers.ts";
import { resendMedia } from "./resend-media.ts";
import { resumeTexts } from "./resume-texts.ts";
import { sweepNotices } from "./sweep-notices.ts";

/** Processed items of each part; null: the part failed. */
export type SweepReport = Record<
	| "textsResumed"
	| "textsAdopted"
	| "answersRequested"
	| "mediaResent"
	| "textsExpired"
	| "erasedCopiesDeleted"
	| "searchMoved"
	| "eventsDrained"
	| "webhooksWoken"
	| "deliveriesExpired"
	| "peopleTold",
	number | null
>;

const erasedCopiesMax = 200;

/** Repairs lost callbacks, lost jobs and interrupted work. A failed part does not stop the others. */
export async function sweep(ctx: Context): Promise<SweepReport> {
	const report: SweepReport = {
		textsResumed: await attemptPart("textsResumed", () => resumeTexts(ctx)),
		textsAdopted: await attemptPart("textsAdopted", () => adoptTexts(ctx)),
		answersRequested: await attemptPart("answersRequested", () => requestAnswers(ctx)),
		mediaResent: await attemptPart("mediaResent", () => resendMedia(ctx)),
		textsExpired: await attemptPart("textsExpired", () => expire(ctx)),
		erasedCopiesDeleted: await attemptPart("erasedCopiesDeleted", () => finishErasures(ctx, erasedCopiesMax)),
		searchMoved: await attemptPart("searchMoved", () => moveSearch(ctx)),
		eventsDrained: await attemptPart("eventsDrained", () => drain(ctx)),
		webhooksWoken: await attemptPart("webhooksWoken", () => wakeDueWebhooks(ctx)),
		deliveriesExpired: await attemptPart("deliveriesExpired", () => expireDeliveries(ctx)),
		peopleTold: await attemptPart("peopleTold", () => sweepNotices(ctx)),
	};
	log.info("sweep", report);
	return report;
}

/** Events of changes that were not announced, or that the feed did not drain. */
async function drain(ctx: Context): Promise<number> {
	const { count, isHeard } = await drainEvents(ctx);
	if (count > 0) await ctx.hearEvents(isHeard);
	return count;
}

async function expire(ctx: Context): Promise<number> {
	const rows = await ctx.db.select().from(settings).where(eq(settings.key, "textRetentionDays"));
	const { textRetentionDays } = readSettings(rows);
	if (textRetentionDays === 0) return 0;
	return expireTexts(ctx, new Date(ctx.now().getTime() - textRetentionDays * dayMilliseconds));
}
