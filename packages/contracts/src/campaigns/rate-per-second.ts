import * as z from "zod";
import { ratePerSecondLimits } from "../words/setting-limits.ts";

/** Texts a second, for one campaign or one number. */
export const RatePerSecond = z
	.number()
	.min(
		ratePerSecondLimits.min,
		`${ratePerSecondLimits.min} texts a second, one in fifty seconds, is the least.`,
	)
	.max(ratePerSecondLimits.max);
