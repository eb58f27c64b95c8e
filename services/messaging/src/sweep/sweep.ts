import { readSettings } from "@cloudpbx/contracts/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { eq } from "drizzle-orm";
import type { Messaging } from "../open-messaging.ts";
import { adoptTexts } from "./adopt-texts.ts";
import { expireTexts } from "./expire-texts.ts";
import { requestAnswers } from "./request-answers.ts";
import { resendMedia } from "./resend-media.ts";
import { resumeTexts } from "./resume-texts.ts";

/** How many things each part of the sweep saw to; null when the part itself failed. */
export type SweepReport = Record<
	"textsResumed" | "textsAdopted" | "answersRequested" | "mediaResent" | "textsExpired",
	number | null
>;

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Mends whatever a lost callback, a lost job or a dead process left half-done. A part that fails stops no other. */
export async function sweep(messaging: Messaging): Promise<SweepReport> {
	const report: SweepReport = {
		textsResumed: await attempt("textsResumed", () => resumeTexts(messaging)),
		textsAdopted: await attempt("textsAdopted", () => adoptTexts(messaging)),
		answersRequested: await attempt("answersRequested", () => requestAnswers(messaging)),
		mediaResent: await attempt("mediaResent", () => resendMedia(messaging)),
		textsExpired: await attempt("textsExpired", () => expire(messaging)),
	};
	log.info("sweep", report);
	return report;
}

async function expire(messaging: Messaging): Promise<number> {
	const rows = await messaging.db.select().from(settings).where(eq(settings.key, "textRetentionDays"));
	const { textRetentionDays } = readSettings(rows);
	if (textRetentionDays === 0) return 0;
	return expireTexts(messaging, new Date(messaging.now().getTime() - textRetentionDays * dayMilliseconds));
}

async function attempt(part: string, work: () => Promise<number>): Promise<number | null> {
	try {
		return await work();
	} catch (error) {
		log.error("sweep_part_failed", { part, reason: describeError(error) });
		return null;
	}
}
