import type { PresenceFrame, PresenceSignal } from "@cloudpbx/contracts/news/live";

export interface Place {
	conversationId: string;
	state: "viewing" | "writing";
	/** When `writing` ends unless repeated, in milliseconds since 1970; null for `viewing`. */
	until: number | null;
}

export interface Attendance {
	person: PresenceFrame["person"] | null;
	place: Place | null;
}

/** A browser repeats `writing` every few seconds. */
const writingMilliseconds = 10_000;

/** A socket is in one conversation at a time. `away` from another conversation changes nothing. */
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
