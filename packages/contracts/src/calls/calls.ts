/** The caller's view of how a call ended, strongest first. A blocked caller stays `blocked`, message or not. */
export const callOutcomes = ["blocked", "answered", "voicemail", "informed", "failed", "abandoned"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** The outcome of a call out. `not_taken`: no own telephone took it by a key. */
export const callOutOutcomes = ["answered", "busy", "no_answer", "canceled", "not_taken", "failed"] as const;
export type CallOutOutcome = (typeof callOutOutcomes)[number];

export const callEndings = [...callOutcomes, "busy", "no_answer", "canceled", "not_taken"] as const;
export type CallEnding = (typeof callEndings)[number];

/** The outcomes of inbound calls that count as missed: nobody was reached, nothing was said or left. */
export const missedOutcomes = ["failed", "abandoned"] as const satisfies readonly CallOutcome[];

/** The line's state in the words of docs/glossary.md. */
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

/** In the order in which events usually happen. */
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

export type CallEventDetail = Record<string, string | number | boolean | null>;

export interface CallMoment {
	kind: CallEventKind;
	at: number;
	detail: CallEventDetail;
}

/** The receptionist's result in a call, strongest first. `reached`: it was asked and did none of the others. */
export const receptionistResults = ["transferred", "voicemail", "informed", "menu", "reached"] as const;
export type ReceptionistResult = (typeof receptionistResults)[number];

export const receptionistActions = ["transfer", "voicemail", "info", "ask", "goodbye", "menu"] as const;
export type ReceptionistAction = (typeof receptionistActions)[number];
