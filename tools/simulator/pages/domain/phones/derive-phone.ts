import type { CallView } from "../../control/call-view.ts";

export type PhoneState =
	| { kind: "idle"; lastCall: CallView | null }
	| { kind: "ringing"; call: CallView }
	| { kind: "calling"; call: CallView }
	| { kind: "talking"; call: CallView };

/**
 * The call in hand: the one being talked on, otherwise the newest that rings or is dialled. A call that the company
 * passes on to another of its numbers appears twice; the caller holds the older one.
 */
export function derivePhone(number: string, calls: Iterable<CallView>): PhoneState {
	const own = [...calls].filter((call) => holdsPhone(call, number)).sort(newestFirst);
	const talking = own.findLast((call) => call.status === "in-progress" && isLive(call));
	if (talking) return { kind: "talking", call: talking };
	const calling = own.findLast((call) => dials(call, number) && isLive(call));
	if (calling) return { kind: "calling", call: calling };
	const ringing = own.find((call) => call.status === "ringing" && isLive(call));
	if (ringing) return { kind: "ringing", call: ringing };
	return { kind: "idle", lastCall: own.find((call) => !isLive(call)) ?? null };
}

export function isLive(call: CallView): boolean {
	return call.endedAt === null && ["queued", "initiated", "ringing", "in-progress"].includes(call.status);
}

export function newestFirst(a: CallView, b: CallView): number {
	return (b.startedAt ?? "").localeCompare(a.startedAt ?? "");
}

/**
 * Directions are the company's: "inbound" comes from a phone, "outbound-…" rings one. "direct" is a call between
 * phones: the call belongs to the caller, its leg to the ringing phone.
 */
export function dials(call: CallView, number: string): boolean {
	return call.from === number && (call.direction === "inbound" || isDirectCall(call));
}

function holdsPhone(call: CallView, number: string): boolean {
	const reaches = call.direction !== "inbound" && !isDirectCall(call);
	return dials(call, number) || (reaches && call.to === number);
}

function isDirectCall(call: CallView): boolean {
	return call.direction === "direct" && call.parentSid === null;
}
