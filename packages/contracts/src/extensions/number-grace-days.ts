import * as z from "zod";
import { settingLimits } from "../words/setting-limits.ts";

/** The setting `numberGraceDays`: days that a deactivated extension keeps its number; 0: next sweep. */
export const NumberGraceDays = z
	.int()
	.min(settingLimits.numberGraceDays.min)
	.max(settingLimits.numberGraceDays.max)
	.default(30);
