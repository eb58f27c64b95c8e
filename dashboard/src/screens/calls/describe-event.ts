import type { CallEvent } from "@cloudpbx/contracts/api/calls";
import type { CallEnding, CallEventKind } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import { callOutcomeWords, callStatusWords, dangerWords, type Tone } from "../../words/statuses.ts";
import { formatDuration } from "../../words/times.ts";
import type { NameOf } from "./describe-place.ts";
import type { Moment } from "./moment.ts";

type Words = Omit<Moment, "offsetSeconds" | "tone"> & { tone?: Tone };

const pinRefusals: Record<string, string> = {
	wrong: "A wrong PIN",
	missing: "It has no PIN",
	locked: "There were too many wrong PINs",
};

const eventWords: Record<
	Exclude<CallEventKind, "receptionist_decided">,
	(event: CallEvent, nameOf: NameOf) => Words
> = {
	received: () => ({ title: "Call came in" }),
	caller_blocked: ({ then }) => ({
		title: "Caller is blocked",
		detail: then === "voicemail" ? "Sent to voicemail" : "Not answered",
		tone: "bad",
	}),
	closed_told: ({ because }) => ({
		title: "Heard that you are closed",
		...(typeof because === "string" && { detail: because === "override" ? "Closed by hand" : because }),
	}),
	closed_number_rang: () => ({ title: "Rang the number for closed hours" }),
	closed_number_answered: ({ talkSeconds }) => ({
		title: "The number for closed hours answered",
		...(typeof talkSeconds === "number" && { detail: `Talked for ${formatDuration(talkSeconds)}` }),
		tone: "good",
	}),
	menu_played: ({ attempt }) => ({ title: Number(attempt) > 1 ? "Heard the menu again" : "Heard the menu" }),
	keys_pressed: ({ digits }) => ({ title: `Pressed ${textOf(digits)}` }),
	extension_unknown: ({ digits }) => ({
		title: `${textOf(digits)} is no extension`,
		tone: "bad",
	}),
	receptionist_unavailable: () => ({ title: "Asked for the receptionist", detail: "Is switched off" }),
	receptionist_reached: () => ({ title: "Reached the receptionist" }),
	danger_told: ({ danger }) => ({
		title: "Told to call 911",
		detail: dangerWords[danger as Danger] ?? "",
		tone: "bad",
	}),
	extension_rang: ({ extension }, nameOf) => ({ title: `Rang ${nameOf(textOrNull(extension))}` }),
	extension_answered: ({ extension, talkSeconds }, nameOf) => ({
		title: `${nameOf(textOrNull(extension))} answered`,
		...(typeof talkSeconds === "number" && { detail: `Talked for ${formatDuration(talkSeconds)}` }),
		tone: "good",
	}),
	extension_taken: ({ extension, member }, nameOf) => ({
		title: `${nameOf(textOrNull(member) ?? textOrNull(extension))} took the call`,
		tone: "good",
	}),
	extension_picked_up: ({ extension, member }, nameOf) => ({
		title: `${nameOf(textOrNull(member) ?? textOrNull(extension))}’s telephone was picked up`,
		detail: "Heard who calls, and to press 1 to take the call",
	}),
	extension_not_taken: ({ extension }, nameOf) => ({
		title: `${nameOf(textOrNull(extension))} did not take the call`,
		tone: "bad",
	}),
	extension_unanswered: ({ extension }, nameOf) => ({
		title: `${nameOf(textOrNull(extension))} did not answer`,
		tone: "bad",
	}),
	caller_gave_up: () => ({ title: "Caller hung up while it rang", tone: "bad" }),
	voicemail_offered: ({ extension, isForwarded, isClosed, because }, nameOf) => ({
		title: `Asked for a message for ${nameOf(textOrNull(extension))}`,
		...(isForwarded === true && { detail: "That telephone had forwarded the call here, so it was not rung" }),
		...(isClosed === true && {
			detail: typeof because === "string" && because !== "override" ? `Closed: ${because}` : "Closed",
		}),
	}),
	voicemail_left: ({ durationSeconds }) => ({
		title: "Left a message",
		...(typeof durationSeconds === "number" && { detail: formatDuration(durationSeconds) }),
		tone: "good",
		isVoicemail: true,
	}),
	voicemail_empty: () => ({ title: "Left no message", tone: "bad" }),
	greeting_offered: ({ extension }, nameOf) => ({
		title: `Called ${nameOf(textOrNull(extension))} from its own telephone`,
		detail: "Star records the greeting",
	}),
	greeting_refused: ({ reason }) => ({
		title: "The greeting was not recorded",
		detail: pinRefusals[String(reason)] ?? "",
		tone: "bad",
	}),
	greeting_recorded: () => ({ title: "Recorded a greeting" }),
	greeting_kept: () => ({ title: "Kept the new greeting", tone: "good" }),
	goodbye_said: () => ({ title: "Heard goodbye" }),
	call_placed: ({ extension, phones, by }, nameOf) => ({
		title: `Rang the ${phones === 1 ? "telephone" : "telephones"} of ${nameOf(textOrNull(extension))}`,
		...(typeof by === "string" && { detail: `Placed by ${by}` }),
	}),
	call_confirmed: () => ({ title: "Pressed 1, and the number was called", tone: "good" }),
	callee_answered: () => ({ title: "The call was answered", tone: "good" }),
	callee_spoke: ({ talkSeconds }) => ({
		title: "Hung up",
		...(typeof talkSeconds === "number" && { detail: `Talked for ${formatDuration(talkSeconds)}` }),
	}),
	callee_not_reached: ({ result }) => ({
		title: "Was not reached",
		detail: callOutcomeWords[result as CallEnding]?.word ?? "",
		tone: "bad",
	}),
	call_not_taken: () => ({
		title: "Nobody pressed 1",
		detail: "Nobody took the call on a telephone of this extension, so the number was not called",
		tone: "bad",
	}),
	call_canceled: () => ({ title: "Was cancelled before the number was called" }),
	carrier_refused: () => ({
		title: "The carrier rang no telephone",
		detail: "The number was not called. Try again. If it happens again, check Extensions, Numbers",
		tone: "bad",
	}),
	ended: ({ status, durationSeconds }) => ({
		title: "Call ended",
		detail: [
			typeof durationSeconds === "number" ? `After ${formatDuration(durationSeconds)}` : null,
			typeof status === "string" && status !== "completed" && status in callStatusWords
				? callStatusWords[status as keyof typeof callStatusWords].word
				: null,
		]
			.filter((fact) => fact !== null)
			.join(" · "),
	}),
};

/** A newer kind is shown by its own name. */
export function describeEvent(event: CallEvent, nameOf: NameOf): Words {
	const write = (eventWords as Partial<typeof eventWords>)[event.kind as keyof typeof eventWords];
	return write ? write(event, nameOf) : { title: event.kind.replaceAll("_", " ") };
}

export function textOf(value: unknown): string {
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function textOrNull(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
