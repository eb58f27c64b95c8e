/**
 * The end of a page, among a conversation's messages and among its notes. The next page continues after both,
 * in the same direction.
 */
export interface ThreadPlace {
	direction: "older" | "newer";
	/** The position of a message. */
	position: number;
	/**
	 * The instant of a note in milliseconds since 1970, and its id because several notes may have the same
	 * instant.
	 */
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
 * Cuts one page out of `limit` + 1 messages and as many notes, both in the direction of reading. A page holds
 * the notes of the time of its messages, at most `limit`; further notes come with the next pages.
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
		: // No id is empty, so this place is before or after all notes of that instant.
			{ noteAt: (edge ?? 0) + (direction === "older" ? 1 : 0), noteId: "" };
	return { messages, notes, next: { direction, position, ...next } };
}

/** Whether a note comes before the first message of the next page. */
function isBefore(at: number, edge: number | null, direction: ThreadPlace["direction"]): boolean {
	if (edge === null) return true;
	return direction === "older" ? at > edge : at < edge;
}
