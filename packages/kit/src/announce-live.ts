import type { Result } from "@cloudpbx/contracts/errors";
import type { LiveNews } from "@cloudpbx/contracts/live";
import { describeError, log } from "./log.ts";

/**
 * Has messaging tell the browsers what looks different now, after whatever is being done and without holding it up. Never fails:
 * what is lost here is seen when a page is read again.
 */
export function announceLive(
	messaging: { publishLive(news: LiveNews[]): Promise<Result<null>> },
	context: { waitUntil(promise: Promise<unknown>): void },
	news: LiveNews[],
): void {
	if (news.length === 0) return;
	const told = (async () => messaging.publishLive(news))();
	context.waitUntil(
		told.catch((error: unknown) => log.warn("live_not_told", { reason: describeError(error) })),
	);
}
