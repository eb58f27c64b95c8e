import * as z from "zod";
import { callEventKinds, callOutcomes, callStatuses } from "../calls.ts";

const instant = z.iso.datetime();

/** A call as the API shows it in lists. */
export const CallSummary = z
	.object({
		id: z.string(),
		carrierId: z.string(),
		direction: z.enum(["inbound", "outbound"]),
		from: z.string().nullable().meta({ description: "E.164; null when the caller withheld it." }),
		to: z.string(),
		extension: z.string().nullable().meta({ description: "The last extension it was put through to." }),
		outcome: z.enum(callOutcomes).nullable().meta({ description: "Null while the call lasts." }),
		status: z.enum(callStatuses),
		startedAt: instant,
		answeredAt: instant.nullable(),
		endedAt: instant.nullable(),
		durationSeconds: z.int().nullable(),
	})
	.meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;

/** Something that happened in a call. Its other fields depend on `kind` and hold small facts, never what was said. */
export const CallEvent = z
	.looseObject({ kind: z.enum(callEventKinds), at: instant })
	.meta({ id: "CallEvent" });
export type CallEvent = z.infer<typeof CallEvent>;

/** A call alone: with its timeline, in the order in which things happened. */
export const Call = CallSummary.extend({ events: z.array(CallEvent) }).meta({ id: "Call" });
export type Call = z.infer<typeof Call>;
