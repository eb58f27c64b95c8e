import type { Result } from "@cloudpbx/contracts/errors";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import { Gathering } from "./gathering.ts";
import { describeError, log } from "./log.ts";

const newsMax = 1000;

const gathering = new Gathering<LiveNews>();

/** Announces news to browsers after the response. Never fails; lost news appear on the next read. */
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
