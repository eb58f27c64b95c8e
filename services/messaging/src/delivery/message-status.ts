import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";

/**
 * Reports arrive in any order and may repeat, so a status only rises; of equal ranks the first stays. Reports never
 * change `received` and `refused`.
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

export function isFinal(status: MessageStatus): boolean {
	return statusRanks[status] >= finalRank;
}

export function statusesBelow(status: MessageStatus): MessageStatus[] {
	const words = Object.keys(statusRanks) as MessageStatus[];
	return words.filter((word) => {
		if (status === "read" && statusRanks[word] === finalRank) return word === "delivered";
		return statusRanks[word] < statusRanks[status];
	});
}
