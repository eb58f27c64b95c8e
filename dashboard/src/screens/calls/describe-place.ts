import type { Call } from "@cloudpbx/contracts/api/calls";

/** The owner of three keys, or "extension 101". */
export type NameOf = (extension: string | null) => string;

/** The place of a call in progress. An answer is reported only when the talking ends. */
export function describePlace({ events }: Pick<Call, "events">, nameOf: NameOf): string {
	const last = events.at(-1);
	const extension = typeof last?.extension === "string" ? last.extension : null;
	switch (last?.kind) {
		case "menu_played":
		case "keys_pressed":
		case "extension_unknown":
		case "receptionist_unavailable":
			return "In the menu";
		case "receptionist_reached":
		case "receptionist_decided":
		case "extension_not_taken":
		case "extension_unanswered":
			return "With the receptionist";
		case "extension_rang":
			return `Put through to ${nameOf(extension)}`;
		case "closed_told":
			return "Hears that you are closed";
		case "closed_number_rang":
			return "Put through to the number for closed hours";
		case "extension_taken":
			return `With ${nameOf(typeof last?.member === "string" ? last.member : extension)}`;
		case "extension_picked_up":
			return `At the telephone of ${nameOf(extension)}`;
		case "greeting_offered":
		case "greeting_refused":
		case "greeting_recorded":
			return `At the greeting of ${nameOf(extension)}`;
		case "voicemail_offered":
			return `At the voicemail of ${nameOf(extension)}`;
		case "call_placed":
			return `Ringing the telephone of ${nameOf(extension)}`;
		case "call_confirmed":
			return "Rings at the other end";
		case "callee_answered":
			return "Answered";
		case "callee_spoke":
		case "callee_not_reached":
		case "call_not_taken":
		case "call_canceled":
		case "carrier_refused":
		case "voicemail_left":
		case "voicemail_empty":
		case "greeting_kept":
		case "goodbye_said":
		case "extension_answered":
		case "closed_number_answered":
		case "caller_blocked":
		case "caller_gave_up":
		case "ended":
			return "Ending";
		default:
			return "Just begun";
	}
}
