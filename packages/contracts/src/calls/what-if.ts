import * as z from "zod";
import { instant } from "../instant.ts";
import { callOutcomes } from "./calls.ts";

export const whatIfKinds = ["says", "asks", "rings", "records", "ends"] as const;

export const WhatIfStep = z.object({
	kind: z.enum(whatIfKinds),
	text: z.string().optional().meta({
		description:
			"What the caller hears; absent where the rest of an extension’s keys is waited for in silence.",
	}),
	extension: z.string().nullable().optional().meta({ description: "The extension that rings or records." }),
	phones: z.array(z.string()).optional().meta({ description: "The telephones that ring, E.164." }),
	seconds: z.int().optional().meta({ description: "How long it rings or records at most." }),
	because: z.string().optional().meta({ description: "The rule that decided." }),
});

export type WhatIfStep = z.infer<typeof WhatIfStep>;

/** The simulated call. Its texts joined are what the caller hears up to the tone. */
export const WhatIf = z
	.object({
		at: instant,
		isOpen: z.boolean(),
		because: z.string().nullable().meta({
			description:
				"Why the company is open or closed then: an exception, a holiday, `override`; null: the week.",
		}),
		steps: z.array(WhatIfStep),
		outcome: z.enum(callOutcomes),
	})
	.meta({ id: "WhatIf" });

export type WhatIf = z.infer<typeof WhatIf>;
