import * as z from "zod";
import { instant } from "../instant.ts";

export const OwnSession = z
	.object({
		id: z.string(),
		browser: z.string().nullable().meta({
			description: "In words, as it names itself; null when it does not.",
			example: "Safari on iPhone",
		}),
		createdAt: instant,
		lastSeenAt: instant.meta({ description: "To the quarter of an hour." }),
		expiresAt: instant,
		isThis: z.boolean().meta({ description: "Whether this very request came with it." }),
	})
	.meta({ id: "OwnSession" });
export type OwnSession = z.infer<typeof OwnSession>;
