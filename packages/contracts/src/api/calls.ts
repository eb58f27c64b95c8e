import * as z from "zod";
import { callEndings, callEventKinds, callStatuses, receptionistActions } from "../calls/calls.ts";
import { dangers } from "../calls/danger.ts";
import { instant } from "../instant.ts";
import { contactName } from "../texts/messages.ts";

export const CallSummary = z
	.object({
		id: z.string(),
		carrierId: z.string().meta({
			description: "For a call out, the leg of the telephone that took it; empty before that.",
		}),
		direction: z.enum(["inbound", "outbound"]),
		from: z
			.string()
			.nullable()
			.meta({ description: "E.164; null when the caller withheld it. For a call out, a number of ours." }),
		to: z.string(),
		contactName,
		extension: z.string().nullable().meta({
			description:
				"The last extension it was put through to; for a call out, that of the person who placed it.",
		}),
		takenBy: z.string().nullable().meta({
			description: "The extension that took it; for a group, the member's. Null: nobody, or not known.",
		}),
		outcome: z.enum(callEndings).nullable().meta({ description: "Null while the call lasts." }),
		status: z.enum(callStatuses),
		danger: z.enum(dangers).nullable().meta({
			description: "The danger that the caller spoke of, and was told to call 911 for; null: none.",
		}),
		startedAt: instant,
		answeredAt: instant.nullable(),
		endedAt: instant.nullable(),
		durationSeconds: z
			.int()
			.nullable()
			.meta({ description: "For a call out, the length of the conversation." }),
		talkSeconds: z.int().nullable().meta({
			description:
				"How long the caller spoke with a person, as the carrier counted; null when nobody answered.",
		}),
	})
	.meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;

/** The other fields depend on `kind` and hold small facts, never what was said. */
export const CallEvent = z
	.looseObject({ kind: z.enum(callEventKinds), at: instant })
	.meta({ id: "CallEvent" });
export type CallEvent = z.infer<typeof CallEvent>;

export const ReceptionistTurn = z
	.object({
		attempt: z
			.int()
			.meta({ description: "Counts the caller's visits from the menu; each begins a new row of turns." }),
		turn: z.int(),
		words: z.string().meta({ description: "What the caller said, as speech recognition wrote it." }),
		speechConfidence: z.number().nullable(),
		action: z.enum(receptionistActions),
		extension: z.string().nullable(),
		answer: z.string().nullable().meta({ description: "What the caller was told." }),
		language: z.string().meta({ description: "ISO 639-1, of the answer." }),
		confidence: z.number().nullable(),
		model: z.string().nullable().meta({ description: "Null when no model answered." }),
		milliseconds: z.int(),
		failure: z.string().nullable(),
		at: instant,
	})
	.meta({ id: "ReceptionistTurn" });
export type ReceptionistTurn = z.infer<typeof ReceptionistTurn>;

export const Call = CallSummary.extend({
	events: z.array(CallEvent),
	receptionist: z.array(ReceptionistTurn),
	voicemailId: z
		.string()
		.nullable()
		.meta({ description: "The voicemail that was left in it; null without one, and once it is deleted." }),
}).meta({ id: "Call" });
export type Call = z.infer<typeof Call>;
