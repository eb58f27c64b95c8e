import { dropBody } from "./drop-body.ts";
import { type LogFields, log } from "./log.ts";

/** As much of Hono's context as `receiveWebhooks` uses. */
interface WebhookContext {
	req: { raw: Request; path: string };
	res: Response;
	var: { requestId: string };
	text(words: string, status: 403 | 413): Response;
}

interface RefusedWebhook {
	ok: false;
	status: 403 | 413;
	answer: string;
	/** For the log; the sender does not see it. */
	reason: string;
}

/**
 * Makes the Hono middleware of a carrier's webhooks. `check` verifies the request and keeps what handlers need. A refused request
 * reaches no handler; every other one leaves a log line with its names, status and milliseconds.
 */
export function receiveWebhooks<Door extends WebhookContext>(
	check: (c: Door) => Promise<{ ok: true } | RefusedWebhook>,
	namesOf: (c: Door) => LogFields,
) {
	return async (c: Door, next: () => Promise<void>): Promise<Response | undefined> => {
		const startedAt = performance.now();
		const webhook = await check(c);
		if (!webhook.ok) {
			await dropBody(c.req.raw);
			log.warn("webhook_refused", { requestId: c.var.requestId, path: c.req.path, reason: webhook.reason });
			return c.text(webhook.answer, webhook.status);
		}
		await next();
		log.info("webhook", {
			...namesOf(c),
			status: c.res.status,
			milliseconds: Math.round(performance.now() - startedAt),
		});
	};
}
