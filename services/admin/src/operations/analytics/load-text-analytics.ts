import type { AnalyticsPeriod, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { Context } from "../../context.ts";
import { countTexts } from "../../domain/analytics/count-texts.ts";
import { openLocalQuarters } from "../../domain/analytics/local-quarters.ts";
import { daysOfPeriod, planDays, planUtcDays } from "../../domain/analytics/plan-days.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { selectTextDays } from "./select-counts.ts";

/** One round trip; rows read grow with the days, not with the texts. */
export async function loadTextAnalytics(ctx: Context, period: AnalyticsPeriod): Promise<TextAnalytics> {
	const { db, now } = ctx;
	const count = daysOfPeriod(period);
	const [settingRows, rows] = await db.batch([
		selectSettings(db, ["timeZone"]),
		selectTextDays(db, planUtcDays(2 * count, now)),
	]);
	const { timeZone } = readStoredSettings(settingRows, ctx.env);
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(count, toLocal, now);
	return {
		period,
		timeZone,
		from: days.from.toISOString(),
		to: days.to.toISOString(),
		...countTexts(rows, days, toLocal),
	};
}
