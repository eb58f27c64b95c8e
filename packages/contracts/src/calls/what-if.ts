import * as z from "zod";
import { Ext } from "../extensions/ext.ts";
import { instant } from "../instant.ts";
import { callOutcomes } from "./calls.ts";

const number = z.string().regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550199.");
const sentence = z.string().trim().max(500);

export const AskWhatIf = z
	.strictObject({
		to: number.meta({ description: "The number of ours that is called." }),
		from: number
			.nullish()
			.meta({ description: "The caller; null: without a number. Left out: a number that nobody blocked." }),
		at: z.iso.datetime({ offset: true, error: "An instant such as 2026-12-25T17:00:00Z." }).optional().meta({
			description: "When; left out: now.",
		}),
		keys: z
			.array(z.string().regex(/^[\d*#]{0,10}$/, "Keys from 0 to 9, * and #."))
			.max(50)
			.default([])
			.meta({
				description: "What is pressed, one entry for each time that the caller is asked; empty: nothing.",
			}),
		says: z
			.union([sentence.transform((words) => [words]), z.array(sentence).max(20)], {
				error: "A sentence, or a list of at most 20; each has at most 500 characters.",
			})
			.default([])
			.meta({
				description:
					"What is said, one entry for each time that no key is pressed and words are listened for.",
			}),
		answers: z.array(Ext).max(99).default([]).meta({
			description: "Extensions whose telephones are picked up and take the call; absent: all ring on.",
		}),
	})
	.meta({ id: "AskWhatIf" });
export type AskWhatIf = z.infer<typeof AskWhatIf>;

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
