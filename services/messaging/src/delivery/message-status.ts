import type { MessageStatus } from "@cloudpbx/contracts/messaging";

/**
 * Reports come in any order and twice; a message only ever moves up. What shares a rank came first and stays. `received` and
 * `refused` are nobody's business but ours and never change by a report.
 */
const statusRanks: Record<MessageStatus, number> = {
	pending: 0,
	queued: 1,
	sending: 2,
	sent: 3,
	delivered: 4,
	undelivered: 4,
	failed: 4,
	canceled: 4,
	read: 5,
	received: 9,
	refused: 9,
};

const finalRank = statusRanks.delivered;

/** Nothing more is expected; only a delivered text may still be read. */
export function isFinal(status: MessageStatus): boolean {
	return statusRanks[status] >= finalRank;
}

/** The states that a report of this one may replace. */
export function statusesBelow(status: MessageStatus): MessageStatus[] {
	const words = Object.keys(statusRanks) as MessageStatus[];
	return words.filter((word) => {
		if (status === "read" && statusRanks[word] === finalRank) return word === "delivered";
		return statusRanks[word] < statusRanks[status];
	});
}
