import * as z from "zod";

/**
 * `error`: callers or texters do not get through. `warning`: some do not, or soon will not. `info`: good to know.
 */
export const FindingLevel = z.enum(["error", "warning", "info"]);
export type FindingLevel = z.infer<typeof FindingLevel>;

export const Finding = z.object({
	/** The check, and after a colon its subject, such as `number_missing:num_main`. */
	id: z.string(),
	level: FindingLevel,
	meaning: z.string(),
	todo: z.string(),
});
export type Finding = z.infer<typeof Finding>;
