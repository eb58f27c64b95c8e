/** How a call ended for the person who called, strongest first. A blocked caller stays one, message or not. */
export const callOutcomes = ["blocked", "answered", "voicemail", "informed", "failed", "abandoned"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** How a call out ended for the person who placed it; `not_taken`: none of their own telephones took it by a key. */
export const callOutOutcomes = ["answered", "busy", "no_answer", "canceled", "not_taken", "failed"] as const;
export type CallOutOutcome = (typeof callOutOutcomes)[number];

/** Of calls either way. */
export const callEndings = [...callOutcomes, "busy", "no_answer", "canceled", "not_taken"] as const;
export type CallEnding = (typeof callEndings)[number];

/** What "missed" means: nobody was reached, and nothing was said or left. Of calls that came in. */
export const missedOutcomes = ["failed", "abandoned"] as const satisfies readonly CallOutcome[];

/** The line's state, in the carrier-neutral words of docs/glossary.md. */
export const callStatuses = [
	"ringing",
	"in_progress",
	"completed",
	"busy",
	"no_answer",
	"canceled",
	"failed",
] as const;
export type CallStatus = (typeof callStatuses)[number];

/** What can happen in a call, in the order in which it usually does. */
export const callEventKinds = [
	"received",
	"caller_blocked",
	"closed_told",
	"menu_played",
	"keys_pressed",
	"extension_unknown",
	"receptionist_unavailable",
	"receptionist_reached",
	"receptionist_decided",
	"danger_told",
	"closed_number_rang",
	"closed_number_answered",
	"extension_rang",
	"extension_picked_up",
	"extension_taken",
	"extension_answered",
	"extension_not_taken",
	"extension_unanswered",
	"caller_gave_up",
	"voicemail_offered",
	"voicemail_left",
	"voicemail_empty",
	"greeting_offered",
	"greeting_refused",
	"greeting_recorded",
	"greeting_kept",
	"goodbye_said",
	"call_placed",
	"call_confirmed",
	"callee_answered",
	"callee_spoke",
	"callee_not_reached",
	"call_not_taken",
	"call_canceled",
	"carrier_refused",
	"ended",
] as const;
export type CallEventKind = (typeof callEventKinds)[number];

/** Facts of one event; small, and never what somebody said. */
export type CallEventDetail = Record<string, string | number | boolean | null>;

/** Something that happened in a call, as Workers tell each other. */
export interface CallMoment {
	kind: CallEventKind;
	/** Milliseconds since 1970. */
	at: number;
	detail: CallEventDetail;
}

/** What the AI receptionist came to in a call, strongest first; `reached`: it was asked and did none of the others. */
export const receptionistResults = ["transferred", "voicemail", "informed", "menu", "reached"] as const;
export type ReceptionistResult = (typeof receptionistResults)[number];

/** What the AI receptionist can do with what a caller said: exactly one of these. */
export const receptionistActions = ["transfer", "voicemail", "info", "ask", "goodbye", "menu"] as const;
export type ReceptionistAction = (typeof receptionistActions)[number];
