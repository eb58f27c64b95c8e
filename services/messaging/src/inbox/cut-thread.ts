/** The end of a page, among messages and among notes. The next page continues after both in this direction. */
export interface ThreadPlace {
	direction: "older" | "newer";
	position: number;
	/** Milliseconds since 1970. Several notes may have the same instant, so their id decides. */
	noteAt: number;
	noteId: string;
}

interface Placed {
	position: number;
	createdAt: Date;
}
interface Noted {
	id: string;
	createdAt: Date;
}

/**
 * Cuts one page from `limit` + 1 messages and notes, in the direction of reading. A page has the notes of its
 * messages' time, at most `limit`; other notes follow on the next pages.
 */
export function cutThread<Message extends Placed, Note extends Noted>(
	place: ThreadPlace,
	limit: number,
	read: { messages: readonly Message[]; notes: readonly Note[] },
): { messages: Message[]; notes: Note[]; next: ThreadPlace | null } {
	const { direction } = place;
	const messages = read.messages.slice(0, limit);
	const edge = read.messages[limit]?.createdAt.getTime() ?? null;
	const ofTheTime = read.notes.filter(({ createdAt }) => isBefore(createdAt.getTime(), edge, direction));
	const notes = ofTheTime.slice(0, limit);
	const lastNote = ofTheTime.length > limit ? notes.at(-1) : undefined;
	if (edge === null && lastNote === undefined) return { messages, notes, next: null };
	const position = messages.at(-1)?.position ?? place.position;
	const next = lastNote
		? { noteAt: lastNote.createdAt.getTime(), noteId: lastNote.id }
		: // An empty id is before or after all notes of that instant.
			{ noteAt: (edge ?? 0) + (direction === "older" ? 1 : 0), noteId: "" };
	return { messages, notes, next: { direction, position, ...next } };
}

function isBefore(at: number, edge: number | null, direction: ThreadPlace["direction"]): boolean {
	if (edge === null) return true;
	return direction === "older" ? at > edge : at < edge;
}
