import * as z from "zod";
import { Ext } from "../extensions/ext.ts";

const number = z.string().regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550199.");

const sentence = z.string().trim().max(500);

/** A call that is played through and not made. */
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
