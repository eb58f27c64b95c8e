import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";

/** Only a claim that sent nothing returns to `queued`. The carrier's report overrides our state. */
const next: Record<RecipientStatus, readonly RecipientStatus[]> = {
	queued: ["sending", "sent", "delivered", "undelivered", "failed", "skipped"],
	sending: ["queued", "sent", "delivered", "undelivered", "failed", "skipped"],
	sent: ["delivered", "undelivered", "failed"],
	// The carrier may turn out to have accepted a text that counted as failed.
	failed: ["sent", "delivered", "undelivered"],
	undelivered: ["delivered"],
	delivered: [],
	skipped: ["sent", "delivered", "undelivered", "failed"],
};

/** The states that the answer to a request may change to `sent`. Any other state has a newer report. */
export const unreportedStatuses = ["queued", "sending", "skipped"] as const satisfies RecipientStatus[];

export function statusesBefore(status: RecipientStatus): RecipientStatus[] {
	return (Object.keys(next) as RecipientStatus[]).filter((from) => next[from].includes(status));
}

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
