import type { AnalyticsPeriod } from "@cloudpbx/contracts/api/analytics";
import type { Context } from "../../context.ts";
import { openLocalQuarters } from "../../domain/analytics/local-quarters.ts";
import { daysOfPeriod, planDays } from "../../domain/analytics/plan-days.ts";
import { readStoredSettings } from "../office/load-settings.ts";

type SettingRows = Parameters<typeof readStoredSettings>[0];

/** Days of the period in the company's time zone; `shown` is what answers say of them. */
export function openDays(ctx: Context, period: AnalyticsPeriod, settingRows: SettingRows) {
	const { timeZone } = readStoredSettings(settingRows, ctx.env);
	const toLocal = openLocalQuarters(timeZone);
	const days = planDays(daysOfPeriod(period), toLocal, ctx.now);
	const shown = { period, timeZone, from: days.from.toISOString(), to: days.to.toISOString() };
	return { days, toLocal, shown };
}
