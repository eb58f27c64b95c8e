import type { MessageView } from "../../control/message-view.ts";

export interface Thread {
	party: string;
	messages: MessageView[];
	/** Texts of the other number that arrived at this phone. */
	arrived: number;
}

/** The thread with the newest text first. `messages`: oldest first. */
export function groupThreads(phone: string, messages: readonly MessageView[]): Thread[] {
	const threads = new Map<string, Thread>();
	for (const message of messages) {
		const party = message.from === phone ? message.to : message.from;
		const thread = threads.get(party) ?? { party, messages: [], arrived: 0 };
		thread.messages.push(message);
		if (isArrived(message, phone)) thread.arrived += 1;
		threads.delete(party);
		threads.set(party, thread);
	}
	return [...threads.values()].reverse();
}

/** Texts being sent or failed have not arrived. */
function isArrived({ to, status }: MessageView, phone: string): boolean {
	return to === phone && (status === "delivered" || status === "sent");
}
