import type { PresenceFrame, PresenceSignal } from "@cloudpbx/contracts/live";

/** Where somebody is, as one of their sockets said. */
export interface Place {
	conversationId: string;
	state: "viewing" | "writing";
	/** Of `writing`: milliseconds since 1970 at which it becomes `viewing`, unless it is said again. */
	until: number | null;
}

/** A socket's person and place. */
export interface Attendance {
	person: PresenceFrame["person"] | null;
	place: Place | null;
}

/** Somebody who writes says so again every few seconds. */
const writingMilliseconds = 10_000;

/** A socket is in one conversation at a time: naming another leaves the first. `away` from one where it is not changes nothing. */
export function nextPlace(
	place: Place | null,
	{ kind, conversationId }: PresenceSignal,
	now: number,
): Place | null {
	if (kind === "away") return place?.conversationId === conversationId ? null : place;
	return { conversationId, state: kind, until: kind === "writing" ? now + writingMilliseconds : null };
}

/** `writing` that was not said again. */
export function relax(place: Place): Place {
	return { ...place, state: "viewing", until: null };
}

/** What a person does in a conversation: of all their sockets the one that does most. */
export function stateIn(
	attendances: readonly Attendance[],
	personId: string,
	conversationId: string,
): PresenceFrame["state"] {
	const states = attendances.flatMap(({ person, place }) =>
		person?.id === personId && place?.conversationId === conversationId ? [place.state] : [],
	);
	if (states.includes("writing")) return "writing";
	return states.length > 0 ? "viewing" : "away";
}

/** How it is now, each person and conversation once. */
export function describePresence(attendances: readonly Attendance[]): PresenceFrame[] {
	const frames = new Map<string, PresenceFrame>();
	for (const { person, place } of attendances) {
		if (person === null || place === null) continue;
		const { conversationId } = place;
		const state = stateIn(attendances, person.id, conversationId);
		frames.set(`${person.id} ${conversationId}`, { kind: "presence", conversationId, person, state });
	}
	return [...frames.values()];
}
