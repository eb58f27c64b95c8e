import type { AnalyticsPeriod, TextAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { Context } from "../../context.ts";
import { countTexts } from "../../domain/analytics/count-texts.ts";
import { daysOfPeriod, planUtcDays } from "../../domain/analytics/plan-days.ts";
import { selectSettings } from "../office/load-settings.ts";
import { openDays } from "./open-days.ts";
import { selectTextDays } from "./select-counts.ts";

/** One round trip; rows read grow with the days, not with the texts. */
export async function loadTextAnalytics(ctx: Context, period: AnalyticsPeriod): Promise<TextAnalytics> {
	const { db, now } = ctx;
	const count = daysOfPeriod(period);
	const [settingRows, rows] = await db.batch([
		selectSettings(db, ["timeZone"]),
		selectTextDays(db, planUtcDays(2 * count, now)),
	]);
	const { days, toLocal, shown } = openDays(ctx, period, settingRows);
	return {
		...shown,
		...countTexts(rows, days, toLocal),
	};
}
