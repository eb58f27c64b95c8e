import type { PresenceFrame, PresenceSignal } from "@cloudpbx/contracts/news/live";

/** A person's place, as one of their sockets reported it. */
export interface Place {
	conversationId: string;
	state: "viewing" | "writing";
	/**
	 * When `writing` becomes `viewing` unless it is repeated, in milliseconds since 1970. Null for `viewing`.
	 */
	until: number | null;
}

export interface Attendance {
	person: PresenceFrame["person"] | null;
	place: Place | null;
}

/** `writing` expires after this time. A browser repeats it every few seconds. */
const writingMilliseconds = 10_000;

/**
 * A socket is in one conversation at a time: naming another leaves the first. `away` from a conversation
 * where it is not changes nothing.
 */
export function nextPlace(
	place: Place | null,
	{ kind, conversationId }: PresenceSignal,
	now: number,
): Place | null {
	if (kind === "away") return place?.conversationId === conversationId ? null : place;
	return { conversationId, state: kind, until: kind === "writing" ? now + writingMilliseconds : null };
}

export function relax(place: Place): Place {
	return { ...place, state: "viewing", until: null };
}

/** A person's state in a conversation: the most active state of all their sockets. */
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

/** The current presence, each person and conversation once. */
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
