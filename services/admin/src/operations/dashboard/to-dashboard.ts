import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { textDays } from "@cloudpbx/db/schema/messaging";
import { callDays } from "@cloudpbx/db/schema/voice";
import { and, sql } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import { countCalls } from "../../domain/analytics/count-calls.ts";
import { countTexts } from "../../domain/analytics/count-texts.ts";
import { countVoicemails } from "../../domain/analytics/count-voicemails.ts";
import { openLocalQuarters } from "../../domain/analytics/local-quarters.ts";
import { planDays, planUtcDays } from "../../domain/analytics/plan-days.ts";
import { toAllowedDashboard } from "../../domain/dashboard/to-allowed-dashboard.ts";
import { type Principal, type VisibleVoicemail, visibleVoicemail } from "../../domain/people/principal.ts";
import {
	callCounts,
	cameIn,
	everyExtension,
	isCallDayOf,
	isTextDayOf,
	textCounts,
} from "../analytics/select-counts.ts";
import { type InstalledSettings, readStoredSettings, selectSettings } from "../office/load-settings.ts";
import {
	countCallsInDanger,
	countCallsInProgress,
	countCampaigns,
	countFailedExtensions,
	countFailedRecordings,
	countNumbersInTrouble,
	countUnheard,
	countWaitingConversations,
	countWebhooksPaused,
} from "./count-waiting.ts";
import { countAssistantTexts, readHeldBack, selectHeldBack } from "./held-back.ts";

const daysShown = 7;
const dangerMilliseconds = 24 * 3_600_000;

/** Four statements for the batch of the authentication. */
export const dashboardFacts = readAlongside(({ db, holder, now }) => {
	const days = planUtcDays(daysShown, now);
	const isRead = sql`${callDays.extension} IN (SELECT ${everyExtension} UNION ALL SELECT ${holder.extension}
		UNION ALL SELECT value ->> '$.ext' FROM json_each(${holder.groups}))`;
	return [
		selectSettings(db, ["timeZone", "assistantTextsPerHour"]),
		db
			.select(callCounts)
			.from(holder)
			.innerJoin(callDays, and(isCallDayOf(days), isRead, cameIn)),
		db.select(textCounts).from(holder).innerJoin(textDays, isTextDayOf(days)),
		db
			.select({
				callsInProgress: countCallsInProgress().as("calls_in_progress"),
				callsInDanger: countCallsInDanger(new Date(now.getTime() - dangerMilliseconds)).as("calls_in_danger"),
				campaignsSending: countCampaigns("sending").as("campaigns_sending"),
				campaignsPaused: countCampaigns("paused").as("campaigns_paused"),
				webhooksPaused: countWebhooksPaused().as("webhooks_paused"),
				conversations: countWaitingConversations().as("conversations"),
				voicemailsUnheard: countUnheard(holder).as("voicemails_unheard"),
				recordingsFailed: countFailedRecordings(holder).as("recordings_failed"),
				extensionsFailed: countFailedExtensions().as("extensions_failed"),
				numbersInTrouble: countNumbersInTrouble().as("numbers_in_trouble"),
				heldBack: selectHeldBack(now).as("held_back"),
				assistantTexts: countAssistantTexts(now).as("assistant_texts"),
			})
			.from(holder),
	] as const;
});

type DashboardFacts = ReturnType<typeof dashboardFacts.of>;

/** Counts and open work, as far as the caller's scopes allow. */
export function toDashboard(
	principal: Principal,
	[settingRows, callRows, textRows, [waiting]]: DashboardFacts,
	installed: InstalledSettings,
	now: Date,
): Dashboard {
	if (!waiting) throw new Error("Counts stand on the row of whoever asks.");
	const { timeZone, assistantTextsPerHour } = readStoredSettings(settingRows, installed);
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(daysShown, toLocal, now);
	const rowsOf = (key: string) => callRows.filter(({ extension }) => extension === key);
	const boxes = whoseVoicemail(visibleVoicemail(principal));
	return toAllowedDashboard(principal.scopes, {
		timeZone,
		calls: countCalls(rowsOf(everyExtension), days, toLocal).days,
		texts: countTexts(textRows, days, toLocal).days,
		voicemails: boxes
			.map(({ ext, since }) => countVoicemails(rowsOf(ext), days.last, since, toLocal))
			.reduce((sum, count) => sum + count, 0),
		waiting,
		heldBack: readHeldBack(waiting.heldBack, waiting.assistantTexts, assistantTextsPerHour),
	});
}

/** Rows of `call_days` for the voicemail that the caller may see. */
function whoseVoicemail(visible: VisibleVoicemail): readonly { ext: string; since: Date }[] {
	if (visible === "all") return [{ ext: everyExtension, since: new Date(0) }];
	return visible === "none" ? [] : visible;
}
