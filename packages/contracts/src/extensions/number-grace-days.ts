import * as z from "zod";
import { settingLimits } from "../words/setting-limits.ts";

/** How long a deactivated extension's number is kept: the setting `numberGraceDays`. 0 releases with the next sweep. */
export const NumberGraceDays = z
	.int()
	.min(settingLimits.numberGraceDays.min)
	.max(settingLimits.numberGraceDays.max)
	.default(30);
