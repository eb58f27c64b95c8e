import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import type { StoredTry } from "@cloudpbx/db/schema/events";
import type { Context } from "../context.ts";
import { explainReceiver } from "../webhooks/explain-receiver.ts";
import { signDelivery } from "./sign-delivery.ts";

export interface SignedPost {
	url: string;
	secrets: readonly string[];
	id: string;
	body: string;
}

/** Reads only the status of the answer and follows no redirect. Never fails. */
export async function postEvent(
	{ now, isLoopbackAllowed }: Pick<Context, "now" | "isLoopbackAllowed">,
	{ url, secrets, id, body }: SignedPost,
): Promise<StoredTry> {
	const sentAt = now();
	const done = (statusCode: number | null, reason: string | null): StoredTry => ({
		at: sentAt.getTime(),
		statusCode,
		reason,
		milliseconds: Math.max(0, now().getTime() - sentAt.getTime()),
	});
	// A newer release may judge a stored address differently.
	const fault = explainReceiver(url, { isLoopbackAllowed });
	if (fault !== null) return done(null, fault);
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"user-agent": "CloudPBX-Webhooks",
				...(await signDelivery(secrets, { id, sentAt, body })),
			},
			body,
			redirect: "manual",
			signal: AbortSignal.timeout(webhookLimits.timeoutSeconds * 1000),
		});
		await response.body?.cancel().catch(() => undefined);
		return done(response.status, explainStatus(response.status));
	} catch (error) {
		return done(null, explainFailure(error));
	}
}

function explainStatus(status: number): string | null {
	if (status >= 200 && status < 300) return null;
	if (status >= 300 && status < 400) {
		return `It answered with a redirect (${status}), which is not followed. Enter the address that it leads to.`;
	}
	if (status === 410) return "It answered 410: it wants no more events.";
	return `It answered ${status} instead of 200.`;
}

/** The runtime's message may contain the address with its secrets. */
function explainFailure(error: unknown): string {
	const isTimeout = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
	return isTimeout
		? `It did not answer within ${webhookLimits.timeoutSeconds} seconds.`
		: "No connection could be made.";
}
