import type { RecipientStatus } from "@cloudpbx/contracts/campaigns";
import type { MessageStatus } from "@cloudpbx/contracts/messaging";

/**
 * What may follow what. A recipient goes back to `queued` only out of a claim by which nothing was sent; news of the carrier
 * outrank everything that we believe.
 */
const next: Record<RecipientStatus, readonly RecipientStatus[]> = {
	queued: ["sending", "sent", "delivered", "undelivered", "failed", "skipped"],
	sending: ["queued", "sent", "delivered", "undelivered", "failed", "skipped"],
	sent: ["delivered", "undelivered", "failed"],
	// A text that counted as failed may turn out to have been taken after all.
	failed: ["sent", "delivered", "undelivered"],
	undelivered: ["delivered"],
	delivered: [],
	skipped: ["sent", "delivered", "undelivered", "failed"],
};

/**
 * The states that the carrier's answer to a request may change to `sent`: whatever else it has reported meanwhile is newer.
 */
export const untoldStatuses = ["queued", "sending", "skipped"] as const satisfies RecipientStatus[];

/** The states that may become this one. */
export function statusesBefore(status: RecipientStatus): RecipientStatus[] {
	return (Object.keys(next) as RecipientStatus[]).filter((from) => next[from].includes(status));
}

/** What a message's state says about its recipient; null while the carrier has not taken it. */
export function recipientStatusOf(status: MessageStatus, isTaken: boolean): RecipientStatus | null {
	if (!isTaken) return null;
	switch (status) {
		case "delivered":
		case "read":
			return "delivered";
		case "undelivered":
			return "undelivered";
		case "failed":
		case "canceled":
			return "failed";
		case "received":
		case "refused":
			return null;
		default:
			return "sent";
	}
}
