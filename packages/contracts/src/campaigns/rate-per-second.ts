import * as z from "zod";
import { ratePerSecondLimits } from "../words/setting-limits.ts";

export const RatePerSecond = z
	.number()
	.min(
		ratePerSecondLimits.min,
		`${ratePerSecondLimits.min} texts a second, one in fifty seconds, is the least.`,
	)
	.max(ratePerSecondLimits.max);
