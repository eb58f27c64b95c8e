import type { MessageView } from "../../control/message-view.ts";

/** What a phone and one other number have written to each other. */
export interface Thread {
	/** The other number. */
	party: string;
	/** Oldest first. */
	messages: MessageView[];
	/** How many texts of the other number have come to this phone. */
	arrived: number;
}

/** The threads of a phone, the one with the newest text first. `messages` are oldest first. */
export function groupThreads(phone: string, messages: readonly MessageView[]): Thread[] {
	const threads = new Map<string, Thread>();
	for (const message of messages) {
		const party = message.from === phone ? message.to : message.from;
		const thread = threads.get(party) ?? { party, messages: [], arrived: 0 };
		thread.messages.push(message);
		if (isArrived(message, phone)) thread.arrived += 1;
		// Set anew, so that the thread of the newest text stands last.
		threads.delete(party);
		threads.set(party, thread);
	}
	return [...threads.values()].reverse();
}

/** Whether this phone has the text: one that is under way or that failed never made a sound. */
function isArrived({ to, status }: MessageView, phone: string): boolean {
	return to === phone && (status === "delivered" || status === "sent");
}
