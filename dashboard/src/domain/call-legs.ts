import type { CallEvent } from "@cloudpbx/contracts/api/calls";
import type { CallStatus } from "@cloudpbx/contracts/calls/calls";

export interface Leg {
	extension: string;
	/** Milliseconds since 1970, like all instants here. */
	rangAt: number;
	/** `waiting`: no report yet. `not_taken`: picked up, perhaps by a mailbox, and not taken. */
	end: "answered" | "not_taken" | "unanswered" | "gave_up" | "waiting";
	result: CallStatus | null;
	answeredAt: number | null;
	ringSeconds: number | null;
	talkSeconds: number | null;
}

const endOf = {
	extension_answered: "answered",
	extension_not_taken: "not_taken",
	extension_unanswered: "unanswered",
	caller_gave_up: "gave_up",
} as const;

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
