import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";

/**
 * Reports arrive in any order and may repeat. A message's status only rises; of statuses with the same rank
 * the first one stays. `received` and `refused` are ours alone and never change by a report.
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

/** No further status is expected, except `read` after `delivered`. */
export function isFinal(status: MessageStatus): boolean {
	return statusRanks[status] >= finalRank;
}

/** The statuses that a report of this one may replace. */
export function statusesBelow(status: MessageStatus): MessageStatus[] {
	const words = Object.keys(statusRanks) as MessageStatus[];
	return words.filter((word) => {
		if (status === "read" && statusRanks[word] === finalRank) return word === "delivered";
		return statusRanks[word] < statusRanks[status];
	});
}
