import type { CallEvent } from "@cloudpbx/contracts/api/calls";
import type { CallStatus } from "@cloudpbx/contracts/calls/calls";

export interface Leg {
	extension: string;
	/** Milliseconds since 1970, like all instants here. */
	rangAt: number;
	/**
	 * `waiting`: nothing is known yet, so it rings or people talk. `not_taken`: it was picked up, perhaps by a
	 * mailbox, and nobody took the call.
	 */
	end: "answered" | "not_taken" | "unanswered" | "gave_up" | "waiting";
	/** The carrier's result for an unanswered leg. */
	result: CallStatus | null;
	answeredAt: number | null;
	/** Null while it is not known. */
	ringSeconds: number | null;
	talkSeconds: number | null;
}

const endOf = {
	extension_answered: "answered",
	extension_not_taken: "not_taken",
	extension_unanswered: "unanswered",
	caller_gave_up: "gave_up",
} as const;

/** A leg with the indexes of its events in the call. */
export interface PlacedLeg extends Leg {
	rangPlace: number;
	endPlace: number | null;
}

/** An answer is reported when the talking ends; its instant is that end minus the talking time. */
export function readLegs(events: readonly CallEvent[]): PlacedLeg[] {
	const legs: PlacedLeg[] = [];
	for (const [place, event] of events.entries()) {
		const extension = typeof event.extension === "string" ? event.extension : "";
		if (event.kind === "extension_rang") {
			legs.push({
				extension,
				rangAt: Date.parse(event.at),
				rangPlace: place,
				end: "waiting",
				endPlace: null,
				result: null,
				answeredAt: null,
				ringSeconds: null,
				talkSeconds: null,
			});
		}
		if (event.kind in endOf) {
			const leg = legs.findLast((one) => one.extension === extension && one.end === "waiting");
			if (leg) endLeg(leg, event, place);
		}
	}
	return legs;
}

function endLeg(leg: PlacedLeg, event: CallEvent, place: number): void {
	const endedAt = Date.parse(event.at);
	leg.end = endOf[event.kind as keyof typeof endOf];
	leg.endPlace = place;
	leg.result = typeof event.result === "string" ? (event.result as CallStatus) : null;
	if (leg.end === "answered") {
		leg.talkSeconds = typeof event.talkSeconds === "number" ? event.talkSeconds : null;
		leg.answeredAt = Math.max(leg.rangAt, endedAt - (leg.talkSeconds ?? 0) * 1000);
	}
	leg.ringSeconds = Math.round(((leg.answeredAt ?? endedAt) - leg.rangAt) / 1000);
}
