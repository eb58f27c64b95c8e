import type { Call } from "@cloudpbx/contracts/api/calls";
import { type Leg, readLegs } from "../../domain/call-legs.ts";
import { callOutcomeWords } from "../../words/statuses.ts";
import { formatDuration } from "../../words/times.ts";
import { describePlace, type NameOf } from "./describe-place.ts";

type Told = Pick<Call, "events" | "outcome" | "durationSeconds" | "direction">;

/** One sentence: "Missed: rang Jane Smith 20 sec, then no message." */
export function describeCall(call: Told, nameOf: NameOf): string {
	if (call.outcome === null) return `In progress: ${describePlace(call, nameOf).toLowerCase()}.`;
	const { word } = callOutcomeWords[call.outcome];
	if (call.direction === "outbound") return `${word}: ${describeCallOut(call)}.`;
	if (call.outcome === "blocked") return `${word}: turned away before any telephone rang.`;
	const parts = [...readLegs(call.events).map((leg) => describeLeg(leg, nameOf)), ...describeRest(call)];
	return `${word}: ${parts.join(", then ")}.`;
}

function describeCallOut({ outcome, events, durationSeconds }: Told): string {
	const isConfirmed = events.some(({ kind }) => kind === "call_confirmed");
	switch (outcome) {
		case "answered":
			return durationSeconds ? `talked for ${formatDuration(durationSeconds)}` : "somebody answered";
		case "not_taken":
			return "nobody pressed 1 on the own telephone";
		case "canceled":
			return isConfirmed ? "hung up before anybody answered" : "ended before the number was called";
		case "failed":
			return isConfirmed ? "the number could not be reached" : "the carrier rang no telephone";
		case "busy":
			return "the line was busy";
		default:
			return "nobody answered";
	}
}

function describeLeg(leg: Leg, nameOf: NameOf): string {
	const name = nameOf(leg.extension);
	const rang = leg.ringSeconds === null ? null : formatDuration(leg.ringSeconds);
	switch (leg.end) {
		case "answered": {
			const talked = leg.talkSeconds === null ? "" : ` and talked for ${formatDuration(leg.talkSeconds)}`;
			return `${name} picked up after ${rang}${talked}`;
		}
		case "gave_up":
			return `rang ${name} ${rang} until the caller hung up`;
		case "waiting":
			return `rang ${name}`;
		case "not_taken":
			return `${name}’s telephone was picked up and nobody took the call`;
		case "unanswered":
			if (leg.result === "busy") return `${name} was busy`;
			if (leg.result === "failed") return `${name}’s telephone could not be reached`;
			return `rang ${name} ${rang}`;
	}
}

function describeRest(call: Told): string[] {
	const happened = (kind: Call["events"][number]["kind"]) => call.events.find((event) => event.kind === kind);
	const left = happened("voicemail_left");
	if (left) {
		const seconds =
			typeof left.durationSeconds === "number" ? ` of ${formatDuration(left.durationSeconds)}` : "";
		return [`a message${seconds}`];
	}
	if (call.outcome === "voicemail") return ["a message"];
	if (call.outcome === "answered") {
		if (happened("closed_number_answered")) return ["the number for closed hours answered"];
		return happened("extension_answered") ? [] : ["somebody answered"];
	}
	if (happened("greeting_kept")) return ["a new greeting was recorded"];
	if (call.outcome === "informed" && happened("greeting_offered")) return ["the greeting stayed as it was"];
	if (call.outcome === "informed") return ["the receptionist answered the question"];
	if (call.outcome === "failed") return ["the line broke off"];
	const hasRung = happened("extension_rang") !== undefined;
	if (happened("voicemail_offered") || happened("voicemail_empty")) return ["no message"];
	if (happened("caller_gave_up") || (hasRung && !happened("receptionist_reached"))) return [];
	const after = call.durationSeconds === null ? "" : ` after ${formatDuration(call.durationSeconds)}`;
	if (happened("goodbye_said")) return [`the call ended${after} without a choice`];
	if (happened("receptionist_reached")) return [`the caller hung up with the receptionist${after}`];
	if (happened("menu_played")) return [`the caller hung up in the menu${after}`];
	return [`the caller hung up${after}`];
}
