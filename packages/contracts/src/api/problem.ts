import * as z from "zod";
import { errorCodes } from "../errors.ts";

export const FieldError = z.object({
	in: z.enum(["body", "query", "path", "header"]),
	/** Dotted path, such as `scopes.0`; empty for the whole body. */
	field: z.string(),
	message: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457. `requestId` finds this answer in the logs. */
export const Problem = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int().min(400).max(599),
		detail: z.string(),
		code: z.enum(errorCodes),
		requestId: z.string(),
		errors: z.array(FieldError).optional(),
		current: z
			.record(z.string(), z.unknown())
			.optional()
			.meta({ description: "For a write on an old `version` (409): the stored values." }),
		sent: z
			.record(z.string(), z.unknown())
			.optional()
			.meta({ description: "For a write on an old `version` (409): the values that were sent." }),
	})
	.meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
