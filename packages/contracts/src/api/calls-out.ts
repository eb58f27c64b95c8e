import * as z from "zod";
import { callEndings } from "../calls/calls.ts";
import { Ext } from "../extensions/ext.ts";
import { instant } from "../instant.ts";

/** Chosen by the caller of the API: a repeated request with the same id is the same call. */
const chosenId = z
	.string()
	.regex(/^call_[0-9a-f]{16,64}$/, "A call id is call_ and hexadecimal digits.")
	.optional();

const numberCharactersMax = 64;

export const StartCall = z
	.object({
		to: z
			.string()
			.trim()
			.min(1)
			.max(numberCharactersMax)
			.meta({ description: "The number to call, as people write it.", example: "+14155550199" }),
		as: Ext.optional().meta({
			description:
				"The extension of the person whose telephones ring; absent: the own one. An API key must name it, and an agent may name no other.",
		}),
		from: z.string().trim().min(1).max(numberCharactersMax).optional().meta({
			description: "Our number that is shown; absent: the person's own number, otherwise the main line.",
		}),
		id: chosenId.meta({ description: "With your own `id`, a repeated request is the same call." }),
	})
	.meta({ id: "StartCall" });
export type StartCall = z.infer<typeof StartCall>;

export const callOutStates = ["ringing_own", "ringing_other", "talking", "ended"] as const;

export const CallOutProgress = z
	.object({
		id: z.string(),
		to: z.string(),
		from: z.string().meta({ description: "Our number that is shown." }),
		as: z.string().meta({ description: "The extension of the person whose telephones ring." }),
		phones: z.array(z.string()).meta({ description: "The last four digits of each telephone that rings." }),
		state: z.enum(callOutStates).meta({
			description: "`ringing_own`: the person's telephones; `ringing_other`: key 1 was pressed, `to` rings.",
		}),
		outcome: z.enum(callEndings).nullable().meta({ description: "Null until it has ended." }),
		startedAt: instant,
		answeredAt: instant.nullable().meta({ description: "When `to` answered." }),
		endedAt: instant.nullable(),
		talkSeconds: z.int().nullable(),
	})
	.meta({ id: "CallOutProgress" });
export type CallOutProgress = z.infer<typeof CallOutProgress>;
