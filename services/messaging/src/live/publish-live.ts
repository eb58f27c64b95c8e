import type { LiveNews } from "@cloudpbx/contracts/live";
import { describeError, log } from "@cloudpbx/kit/log";

/** What this Worker needs of the feed's namespace. */
export interface LiveFeeds {
	getByName(name: string): unknown;
}

/** Never fails: what is lost here is seen when a page is read again. */
export async function publishLive(feeds: LiveFeeds, news: LiveNews[]): Promise<void> {
	if (news.length === 0) return;
	try {
		const feed = feeds.getByName("company") as { publish(news: LiveNews[]): Promise<void> };
		await feed.publish(news);
	} catch (error) {
		log.warn("live_not_published", { count: news.length, reason: describeError(error) });
	}
}
