import type { Call, CallEvent, ReceptionistTurn } from "@cloudpbx/contracts/api/calls";
import type { CallEnding, CallEventKind, ReceptionistAction } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import { type PlacedLeg, readLegs } from "../../domain/call-legs.ts";
import { writeShare } from "../../words/counts.ts";
import { callOutcomeWords, callStatusWords, dangerWords, type Tone } from "../../words/statuses.ts";
import { writeDuration, writeMilliseconds } from "../../words/times.ts";
import type { NameOf } from "./tell-place.ts";

/** A moment of a call, as people read it. */
export interface Moment {
	/** Since the call began. */
	offsetSeconds: number;
	title: string;
	detail?: string;
	/** What the caller said and was told; words from outside. */
	said?: string;
	told?: string;
	tone: Tone;
	/** The message that was left here can be heard. */
	isVoicemail?: true;
}

type TimelineCall = Pick<Call, "events" | "startedAt" | "receptionist">;

/** The whole call in its order, one moment a line: a telephone that rang and how that ended are one. */
export function writeTimeline(call: TimelineCall, nameOf: NameOf): Moment[] {
	const legs = readLegs(call.events);
	const turns = [...call.receptionist];
	const begin = Date.parse(call.startedAt);
	const offsetOf = (at: number) => Math.max(0, Math.round((at - begin) / 1000));
	const moments = call.events.flatMap((event, place): Moment[] => {
		const offsetSeconds = offsetOf(Date.parse(event.at));
		const leg = legs.find((one) => one.rangPlace === place);
		if (leg) return writeLeg(leg, nameOf, offsetOf);
		if (legs.some((one) => one.endPlace === place)) return [];
		if (event.kind === "receptionist_decided") {
			const index = turns.findIndex((turn) => turn.turn === event.turn && turn.action === event.action);
			const [turn] = index === -1 ? [] : turns.splice(index, 1);
			return [{ offsetSeconds, ...writeDecision(event.action, event.extension, turn, nameOf) }];
		}
		return [{ offsetSeconds, tone: "quiet", ...writeEvent(event, nameOf) }];
	});
	// Turns that no event speaks of: the call was told of once only.
	const rest = turns.map((turn) => ({
		offsetSeconds: offsetOf(Date.parse(turn.at)),
		...writeDecision(turn.action, turn.extension, turn, nameOf),
	}));
	return [...moments, ...rest].sort((one, other) => one.offsetSeconds - other.offsetSeconds);
}

function writeLeg(leg: PlacedLeg, nameOf: NameOf, offsetOf: (at: number) => number): Moment[] {
	const name = nameOf(leg.extension);
	const rang: Moment = {
		offsetSeconds: offsetOf(leg.rangAt),
		title: `Rang ${name}`,
		detail: writeRinging(leg),
		tone: leg.end === "answered" ? "good" : leg.end === "waiting" ? "busy" : "bad",
	};
	if (leg.answeredAt === null) return [rang];
	const detail = leg.talkSeconds === null ? undefined : `Talked for ${writeDuration(leg.talkSeconds)}`;
	return [
		rang,
		{
			offsetSeconds: offsetOf(leg.answeredAt),
			title: `${name} answered`,
			...(detail && { detail }),
			tone: "good",
		},
	];
}

function writeRinging({ end, result, ringSeconds }: PlacedLeg): string {
	if (end === "waiting") return "Rings, or has been answered";
	const seconds = writeDuration(ringSeconds ?? 0);
	if (end === "answered") return `For ${seconds}`;
	if (end === "gave_up") return `For ${seconds}, until the caller hung up`;
	if (end === "not_taken") return "Was picked up, by a mailbox perhaps; nobody pressed 1 to take the call";
	if (result === "busy") return "Was busy";
	if (result === "failed") return "Could not be reached";
	if (result === "canceled") return `For ${seconds}, then the ringing was ended`;
	return `For ${seconds}, nobody answered`;
}

const decisionWords: Record<ReceptionistAction, (name: string) => string> = {
	transfer: (name) => `Receptionist put the call through to ${name}`,
	voicemail: (name) => `Receptionist offered the voicemail of ${name}`,
	info: () => "Receptionist answered the question",
	ask: () => "Receptionist asked back",
	goodbye: () => "Receptionist said goodbye",
	menu: () => "Receptionist led back to the menu",
};

function writeDecision(
	action: unknown,
	extension: unknown,
	turn: ReceptionistTurn | undefined,
	nameOf: NameOf,
): Omit<Moment, "offsetSeconds"> {
	const write = (decisionWords as Record<string, (typeof decisionWords)[ReceptionistAction]>)[textOf(action)];
	const title = write ? write(nameOf(textOrNull(extension))) : "Receptionist decided";
	const moment = { title, tone: "quiet" as const };
	if (!turn) return moment;
	const facts = [
		turn.confidence === null ? null : `${writeShare(turn.confidence, 1)} sure`,
		writeMilliseconds(turn.milliseconds),
		turn.failure === null ? null : `failed: ${turn.failure}`,
	];
	return {
		...moment,
		detail: facts.filter((fact) => fact !== null).join(" · "),
		...(turn.words && { said: turn.words }),
		...(turn.answer && { told: turn.answer }),
		tone: turn.failure === null ? "quiet" : "bad",
	};
}

type Words = Omit<Moment, "offsetSeconds" | "tone"> & { tone?: Tone };

/** Why a greeting was not recorded by telephone. */
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
		...(typeof talkSeconds === "number" && { detail: `Talked for ${writeDuration(talkSeconds)}` }),
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
		...(typeof talkSeconds === "number" && { detail: `Talked for ${writeDuration(talkSeconds)}` }),
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
		...(isForwarded === true && { detail: "That telephone had sent the call here, so it was not rung" }),
		...(isClosed === true && {
			detail: typeof because === "string" && because !== "override" ? `Closed: ${because}` : "Closed",
		}),
	}),
	voicemail_left: ({ durationSeconds }) => ({
		title: "Left a message",
		...(typeof durationSeconds === "number" && { detail: writeDuration(durationSeconds) }),
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
		title: `Rang the own ${phones === 1 ? "telephone" : "telephones"} of ${nameOf(textOrNull(extension))}`,
		...(typeof by === "string" && { detail: `Placed by ${by}` }),
	}),
	call_confirmed: () => ({ title: "Pressed 1, and the number was called", tone: "good" }),
	callee_answered: () => ({ title: "The call was answered", tone: "good" }),
	callee_spoke: ({ talkSeconds }) => ({
		title: "Hung up",
		...(typeof talkSeconds === "number" && { detail: `Talked for ${writeDuration(talkSeconds)}` }),
	}),
	callee_not_reached: ({ result }) => ({
		title: "Was not reached",
		detail: callOutcomeWords[result as CallEnding]?.word ?? "",
		tone: "bad",
	}),
	call_not_taken: () => ({
		title: "Nobody pressed 1",
		detail: "No own telephone took the call, so the number was not called",
		tone: "bad",
	}),
	call_canceled: () => ({ title: "Was cancelled before the number was called" }),
	carrier_refused: () => ({
		title: "The carrier rang no telephone",
		detail: "The number was not called. Try again; if it stays so, look at Settings, Numbers",
		tone: "bad",
	}),
	ended: ({ status, durationSeconds }) => ({
		title: "Call ended",
		detail: [
			typeof durationSeconds === "number" ? `After ${writeDuration(durationSeconds)}` : null,
			typeof status === "string" && status !== "completed" && status in callStatusWords
				? callStatusWords[status as keyof typeof callStatusWords].word
				: null,
		]
			.filter((fact) => fact !== null)
			.join(" · "),
	}),
};

/** A kind that is newer than this page is shown by its own name. */
function writeEvent(event: CallEvent, nameOf: NameOf): Words {
	const write = (eventWords as Partial<typeof eventWords>)[event.kind as keyof typeof eventWords];
	return write ? write(event, nameOf) : { title: event.kind.replaceAll("_", " ") };
}

function textOf(value: unknown): string {
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function textOrNull(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
