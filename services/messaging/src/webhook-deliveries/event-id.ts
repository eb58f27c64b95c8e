/** Hexadecimal digits of an instant in an event's id. */
const instantDigits = 12;

/** The id of an event that no trigger made, in the same order of time. */
export function newEventId(now: Date): string {
	const random = [...crypto.getRandomValues(new Uint8Array(8))];
	return eventIdFloor(now) + random.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Every event since `instant` has an id that is not less, every one before it a lesser one. */
export function eventIdFloor(instant: Date): string {
	return `evt_${instant.getTime().toString(16).padStart(instantDigits, "0")}`;
}
