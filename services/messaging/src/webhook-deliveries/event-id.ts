const instantDigits = 12;

/** The id of an event without a trigger, in the same order of time. */
export function newEventId(now: Date): string {
	const random = [...crypto.getRandomValues(new Uint8Array(8))];
	return eventIdFloor(now) + random.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The least id of events since `instant`. */
export function eventIdFloor(instant: Date): string {
	return `evt_${instant.getTime().toString(16).padStart(instantDigits, "0")}`;
}
