import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import type { Db } from "@cloudpbx/db/open-db";
import { countCalls } from "../domain/analytics/count-calls.ts";
import { countTexts } from "../domain/analytics/count-texts.ts";
import { countVoicemails } from "../domain/analytics/count-voicemails.ts";
import { openLocalQuarters } from "../domain/analytics/local-quarters.ts";
import { planDays, planUtcDays } from "../domain/analytics/plan-days.ts";
import { showDashboard } from "../domain/analytics/show-dashboard.ts";
import { type Principal, type VisibleVoicemail, visibleVoicemail } from "../domain/principal.ts";
import {
	everyExtension,
	readTimeZone,
	selectCallDays,
	selectTextDays,
	selectTimeZone,
} from "./select-counts.ts";
import { selectWaiting } from "./select-waiting.ts";

const daysShown = 7;

/** What goes on, what waits and how the last days went, as far as the scopes allow. One round trip. */
export async function loadDashboard(db: Db, principal: Principal, now: Date): Promise<Dashboard> {
	const visible = visibleVoicemail(principal);
	const { ext, since } = whoseVoicemail(visible);
	const utcDays = planUtcDays(daysShown, now);
	const [settingRows, callRows, textRows, [waiting]] = await db.batch([
		selectTimeZone(db),
		selectCallDays(db, utcDays, [everyExtension, ...(ext === null ? [] : [ext])]),
		selectTextDays(db, utcDays),
		selectWaiting(db, visible),
	]);
	const timeZone = readTimeZone(settingRows);
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(daysShown, toLocal, now);
	const rowsOf = (key: string | null) => callRows.filter(({ extension }) => extension === key);
	const calls = countCalls(rowsOf(everyExtension), days, toLocal).days;
	const texts = countTexts(textRows, days, toLocal).days;
	const voicemails = countVoicemails(rowsOf(ext), days.last, since, toLocal);
	if (!waiting) throw new Error("A SELECT without a table answers one row.");
	return showDashboard(principal.scopes, { timeZone, calls, texts, voicemails, waiting });
}

/** Rows of `call_days`: everybody's, those of the own extension since it was given out, or none. */
function whoseVoicemail(visible: VisibleVoicemail): { ext: string | null; since: Date } {
	if (visible === "all") return { ext: everyExtension, since: new Date(0) };
	return visible === "none" ? { ext: null, since: new Date(0) } : visible;
}
