import type { WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import type { LoadedDelivery } from "./delivery-row.ts";

export function toWebhookDelivery(row: LoadedDelivery, { isPaused }: { isPaused: boolean }): WebhookDelivery {
	const isTried = row.status === "pending" && !isPaused;
	return {
		id: row.eventId,
		type: row.event,
		subjectId: row.subjectId,
		status: row.status,
		createdAt: row.eventAt.toISOString(),
		nextTryAt: isTried ? new Date(row.dueAt).toISOString() : null,
		tries: row.tries.map(({ at, statusCode, reason, milliseconds }) => ({
			at: new Date(at).toISOString(),
			status: reason === null ? "delivered" : "failed",
			statusCode,
			reason,
			durationSeconds: milliseconds / 1000,
		})),
	};
}
