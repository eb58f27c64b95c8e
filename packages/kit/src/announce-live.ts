import type { Result } from "@cloudpbx/contracts/errors";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import { Gathering } from "./gathering.ts";
import { describeError, log } from "./log.ts";

/** Maximum news that messaging takes in one call. */
const newsMax = 1000;

const gathering = new Gathering<LiveNews>();

/**
 * Has messaging tell the browsers what looks different now, after whatever is being done and without holding it up. Never fails:
 * what is lost here is seen when a page is read again. What several requests announce within a moment goes in one call.
 */
export function announceLive(
	messaging: { publishLive(news: LiveNews[]): Promise<Result<null>> },
	context: { waitUntil(promise: Promise<unknown>): void },
	news: LiveNews[],
): void {
	if (news.length === 0) return;
	const told = gathering.add(news, async (gathered) => {
		for (let start = 0; start < gathered.length; start += newsMax) {
			await messaging.publishLive(gathered.slice(start, start + newsMax));
		}
	});
	context.waitUntil(
		told.catch((error: unknown) => log.warn("live_not_told", { reason: describeError(error) })),
	);
}
